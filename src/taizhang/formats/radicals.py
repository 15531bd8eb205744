"""部首字形：PDF 常把“力”印成部首“⼒”，一对一换回汉字。

Some PDF writers print radicals (U+2E80–2FD5) for ideographs; each is mapped back, one character for one.
Source: Unicode EquivalentUnifiedIdeograph; Kangxi radicals by their compatibility decomposition.
"""

from __future__ import annotations

import unicodedata
from typing import Final

_SUPPLEMENT: Final = (
    "⺁厂⺂乛⺃乚⺄乙⺅亻⺆冂⺈刀⺉刂⺊卜⺌小⺍小⺎兀⺏尣⺐尢⺒巳⺓幺⺔彑⺖忄⺘扌⺙攵⺛旡⺜日⺝月⺞歺⺟母⺠民⺡氵⺢氺⺣灬⺤爫⺥爫⺦丬⺧牛⺨犭⺩王"
    "⺪疋⺫目⺬示⺭礻⺯糹⺰纟⺱罓⺲罒⺶羊⺷羊⺸羋⺹耂⺺肀⺻聿⺼肉⺽臼⺾艹⺿艹⻀艹⻁虎⻂衤⻃覀⻄西⻅见⻆角⻈讠⻉贝⻋车⻌辶⻍辶⻎辶⻏阝⻐钅"
    "⻑長⻒長⻓长⻔门⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻟飠⻠饣⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻱龜⻲亀⻳龟"
)
_KANGXI: Final = {chr(c): unicodedata.normalize("NFKC", chr(c)) for c in range(0x2F00, 0x2FD6)}
_UNIFIED: Final = str.maketrans(_KANGXI | dict(zip(_SUPPLEMENT[::2], _SUPPLEMENT[1::2], strict=True)))


def unified(text: str) -> str:
    """The same length, radicals replaced by ideographs.

    >>> unified("\\u2f12\\u2ee9")
    '力黄'
    """
    return text.translate(_UNIFIED)
