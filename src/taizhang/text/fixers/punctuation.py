"""叠打的标点：“，，”“，、”“。。”只留一个；省略号、破折号、连用的叹号不动。

Doubled punctuation; ellipses, dashes and repeated exclamation marks stay.
"""

from __future__ import annotations

import re

from taizhang.text.change import Change
from taizhang.text.hanzi import HAN
from taizhang.text.page import Page

_FULL = re.compile(
    r"(?<![，、；：。])(?:，{2,}|、{2,}|；{2,}|：{2,}|，、|、，|，。|；。|。，|。；|。{2})(?![，、；：。])"
)
# 半角逗号叠打也可能是表格的空格子：只在汉字之间、整行成句时才动 an empty cell of a table looks the same
_HALF = re.compile(rf"(?<=[{HAN}])(?:,{{2}}|,、|、,)(?=[{HAN}“])")
_SENTENCE = re.compile("[。！？；]")


def fix(page: Page) -> list[Change]:
    """``临水县，，元代`` -> ``临水县，元代``."""
    text, found = page.text, list[Change]()
    if "，" in page.alphabet or "。" in page.alphabet or "、" in page.alphabet:
        found += (Change(m.start(), m.end(), _kept(m[0]), "punctuation") for m in _FULL.finditer(text))
    if "," in page.alphabet:
        hits = (m for m in _HALF.finditer(text) if "、" in m[0] or _in_sentence(text, *m.span()) or page.is_traditional)
        found += (Change(m.start(), m.end(), "、" if "、" in m[0] else ",", "punctuation") for m in hits)
    return sorted(found)


def _kept(run: str) -> str:
    return next(c for c in "。；、：，" if c in run)


def _in_sentence(text: str, start: int, end: int) -> bool:
    """Whether the line reads as prose: a full stop near by, and no other empty cell."""
    left = text.rfind("\n", max(0, start - 300), start) + 1 or max(0, start - 300)
    right = text.find("\n", end, end + 300)
    around = text[left : right if right >= 0 else end + 300]
    return bool(_SENTENCE.search(around)) and around.count(",,") <= 1 + around.count("。")
