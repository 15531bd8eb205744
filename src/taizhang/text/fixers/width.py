"""全角半角：全角的数字、字母（２０２６年、ＧＤＰ）写回半角；半角的句读（｡､）写回全角。中文标点不动。

Full-width figures and letters to plain ones, half-width ideographic stops to full ones; Chinese punctuation stays.
"""

from __future__ import annotations

import re

from taizhang.text.change import Change
from taizhang.text.page import Page

_WIDE = "".join(chr(0xFF01 + i) for i in range(94))
_ALNUM = "０-９Ａ-Ｚａ-ｚ"
# 只有挨着全角数字字母的 ％ ． － 才跟着变；“８％”变，“8％”不变
_RUN = re.compile(rf"[{_ALNUM}](?:[{_ALNUM}]|[．－／＋](?=[{_ALNUM}])|[％])*")
_FOLD = str.maketrans({c: chr(ord(c) - 0xFEE0) for c in _WIDE})
_STOPS = {"｡": "。", "｢": "「", "｣": "」", "､": "、", "･": "·"}
_STOP = re.compile("[｡-･]")
_TRIGGERS = frozenset(chr(c) for c in (*range(0xFF10, 0xFF1A), *range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B)))


def fix(page: Page) -> list[Change]:
    """``２０２６年增长８．５％`` -> ``2026年增长8.5%``."""
    found: list[Change] = []
    if not page.alphabet.isdisjoint(_TRIGGERS):
        found += (Change(m.start(), m.end(), m[0].translate(_FOLD), "width") for m in _RUN.finditer(page.text))
    if not page.alphabet.isdisjoint(_STOPS):
        found += (Change(m.start(), m.end(), _STOPS[m[0]], "width") for m in _STOP.finditer(page.text))
    return sorted(found)
