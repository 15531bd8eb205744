"""部首字符：PDF 里常把“金”存成部首“⾦”，换回正字；兼容汉字同理。

Kangxi and other radicals (U+2E80–2FD5) and compatibility ideographs that PDF fonts leave, back to the characters.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from taizhang.text.change import Change
from taizhang.text.page import Page

_PLACES = re.compile(r"[\u2e80-\u2fd5\uf900-\ufaff]")
_RANGE = frozenset(chr(c) for c in (*range(0x2E80, 0x2FD6), *range(0xF900, 0xFB00)))
# 补充部首没有统一码的分解式，这里列出与正字同形的（Unicode EquivalentUnifiedIdeograph）
# The supplement has no decompositions; these look the same as a character.
_SUPPLEMENT = dict(
    zip(
        "⺁⺄⺅⺆⺇⺈⺉⺋⺌⺎⺏⺒⺓⺔⺖⺘⺙⺛⺜⺝⺟⺠⺡⺢⺣⺤⺥⺦⺧⺨⺩⺪⺫⺬⺭⺯⺰⺱⺲⺹⺺⺻⺽⺾⻁⻂⻃⻄⻅⻆⻈⻉⻋⻌⻍⻎⻏⻐⻑⻒⻓⻔⻕⻖⻗⻘⻙⻚⻛⻜⻝⻟⻠⻢⻣⻤⻥⻦⻧⻨⻩⻪⻫⻬⻭⻮⻯⻰⻲⻳",
        "厂乙亻冂几刀刂㔾小兀尣巳幺彑忄扌攵旡日月母民氵氺灬爫爫丬牛犭王疋目示礻糸纟罓罒耂肀聿臼艹虎衤覀西见角讠贝车辶辶辶阝钅長镸长门阜阝雨青韦页风飞食飠饣马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龟龟",
        strict=True,
    )
)


@cache
def _whole(char: str) -> str:
    return _SUPPLEMENT.get(char) or unicodedata.normalize("NFKC", char)


def fix(page: Page) -> list[Change]:
    """``⼭⻄`` -> ``山西``."""
    if page.alphabet.isdisjoint(_RANGE):
        return []
    found = ((m.start(), m[0], _whole(m[0])) for m in _PLACES.finditer(page.text))
    return [Change(at, at + 1, new, "radical") for at, old, new in found if new != old]
