"""转义与看不见的字符：<U+00A0>、&nbsp;、不间断空格、零宽字符。

Escapes that were printed instead of read, no-break spaces, invisible characters.
"""

from __future__ import annotations

import re

from taizhang.text.change import Change
from taizhang.text.page import Page

_NAMED = {
    "nbsp": " ",
    "ensp": " ",
    "emsp": "\u3000",
    "thinsp": " ",
    "ldquo": "“",
    "rdquo": "”",
    "lsquo": "‘",
    "rsquo": "’",
    "mdash": "—",
    "hellip": "…",
    "middot": "·",
}
_ESCAPE = re.compile(r"<U\+([0-9A-Fa-f]{4,6})>|&(" + "|".join(_NAMED) + r");|&#160;|&#[xX][aA]0;")
_SPACES = "\u00a0\u2000-\u200a\u202f\u205f"
_INVISIBLE = "\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060\ufeff"
_UNSEEN = re.compile(f"[{_SPACES}]+|[{_INVISIBLE}]+")
_TRIGGERS = frozenset("\u00a0\u202f\u205f\u00ad\u200b\u200e\u200f\u2060\ufeff") | frozenset(
    chr(c) for c in (*range(0x2000, 0x200B), *range(0x202A, 0x202F))
)


def fix(page: Page) -> list[Change]:
    """``第一<U+00A0>章`` -> ``第一 章``."""
    text, found = page.text, list[Change]()
    if "<U+" in text or ("&" in page.alphabet and ";" in page.alphabet):
        found += (Change(m.start(), m.end(), _meant(m), "escape") for m in _ESCAPE.finditer(text))
    if not page.alphabet.isdisjoint(_TRIGGERS):
        found += (Change(m.start(), m.end(), _shown(m[0]), "space") for m in _UNSEEN.finditer(text))
    return sorted(c for c in found if c.new != text[c.start : c.end])


def _meant(match: re.Match[str]) -> str:
    if match[2]:
        return _NAMED[match[2]]
    code = int(match[1] or "A0", 16)
    if code == 0xA0:
        return " "
    if code < 0x20 or 0x7F <= code < 0xA0 or 0xD800 <= code < 0xE000 or code > 0x10FFFF:
        return match[0]
    char = chr(code)
    return _shown(char) if char in _TRIGGERS else char


def _shown(run: str) -> str:
    return "" if re.match(f"[{_INVISIBLE}]", run) else " " * len(run)
