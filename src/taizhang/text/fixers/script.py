"""机器繁体转简体：OpenCC t2s；只动整篇或整段的繁体，简体文章里引的繁体字不动。

Machine-traditional text to simplified; a traditional word quoted in simplified text is left alone.
"""

from __future__ import annotations

import re

from taizhang.text.change import Change
from taizhang.text.hanzi import simplified_only, simplify, traditional_only
from taizhang.text.page import Page

_LINE = re.compile(r"[^\n]+")
_ENOUGH = 5  # 简体文章里，一段至少有这么多繁体字才算繁体段 traditional characters that make a paragraph count by itself
_QUOTED = re.compile(r"\s*[“「『\"‘《].*[”」』\"’》][。！？]?\s*", re.DOTALL)
_ZHE = re.compile(r"(?<![名显专原论编卓土昭合遗巨译拙所新撰较彰显顯專論編遺譯撰較])著(?![作名述称录有书文者成稱錄書])")
_NAMES = re.compile(r"乾(?=[县縣州安陵隆坤卦])")
_LEFT = str.maketrans({"衹": "只", "祇": "只", "歴": "历", "衞": "卫", "説": "说", "裏": "里", "麽": "么"})


def fix(page: Page) -> list[Change]:
    """``發展`` -> ``发展``, ``標志著`` -> ``标志着``; one change a character."""
    if not page.has_traditional:
        return []
    if page.is_traditional:
        return _differences(page.text, 0)
    lines = (m for m in _LINE.finditer(page.text) if _is_traditional_line(m[0]))
    return [c for m in lines for c in _differences(m[0], m.start())]


def to_simplified(text: str) -> str:
    """t2s with what it leaves or gets wrong: the particle 著, place names with 乾, a few variants."""
    names = {m.start() for m in _NAMES.finditer(text)}
    out = simplify(text).translate(_LEFT)
    if len(out) == len(text):
        out = _ZHE.sub("着", out).replace("甚么", "什么")
        for at in names:
            out = out[:at] + "乾" + out[at + 1 :]
    return out


def _is_traditional_line(line: str) -> bool:
    old = sum(c in traditional_only() for c in line)
    if old < _ENOUGH or _QUOTED.fullmatch(line):
        return False
    return old >= sum(c in simplified_only() for c in line)


def _differences(text: str, offset: int) -> list[Change]:
    new = to_simplified(text)
    if len(new) != len(text):
        return _by_line(text, offset)
    pairs = enumerate(zip(text, new, strict=True), offset)
    return [Change(at, at + 1, b, "script") for at, (a, b) in pairs if a != b]


def _by_line(text: str, offset: int) -> list[Change]:
    """A conversion changed a length somewhere: take smaller and smaller pieces, at last whole ones."""
    if "\n" in text:
        return [c for m in _LINE.finditer(text) for c in _differences(m[0], offset + m.start())]
    pieces = re.finditer(r"[^，。；、,;]+", text)
    found: list[Change] = []
    for piece in pieces:
        new = to_simplified(piece[0])
        if new == piece[0]:
            continue
        if len(new) == len(piece[0]):
            found += _differences(piece[0], offset + piece.start())
        else:
            found.append(Change(offset + piece.start(), offset + piece.end(), new, "script"))
    return found
