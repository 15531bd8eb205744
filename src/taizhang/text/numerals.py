"""数字：汉字、阿拉伯、混写的数，读成精确的值。Numerals of any script, read exactly.

>>> str(value("三千六百")), str(value("17.92亿")), str(value("5億1萬4千6百"))
('3600', '1792000000', '500014600')
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction

_DIGITS = {
    c: i
    for i, row in enumerate(("零〇○", "一壹", "二两兩贰貳", "三叁參", "四肆", "五伍", "六陆陸", "七柒", "八捌", "九玖"))
    for c in row
}
_SMALL = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000}
_LARGE = {"万": 10**4, "萬": 10**4, "亿": 10**8, "億": 10**8}
_DIGIT = "".join(_DIGITS)

ARABIC = (
    r"(?:\d{1,3}(?:[,，]\d{3}){1,6}[.．]\d{1,9}|\d{1,3}(?:[,，]\d{3}){2,6}(?!\d)"
    r"|\d{1,3}(?:,\d{3}){1,6}(?!\d)(?:[.．]\d{1,9})?|\d{1,15}(?:[.．]\d{1,9})?)"
)
# 千瓦、千克、百分是单位的字头，不是倍数 a multiplier is not the head of a unit
MULTIPLIER = r"(?:[十拾](?!分)|[百佰](?!分)|[千仟](?![瓦克米伏卡赫帕焦安])|[万萬亿億])"
CHINESE = rf"(?:[{_DIGIT}]|{MULTIPLIER}){{1,24}}(?:[点點][{_DIGIT}]{{1,8}}{MULTIPLIER}{{0,3}})?"
_GAP = r"[ \u00a0\u3000]{0,2}"
MIXED = rf"{ARABIC}(?:{_GAP}{MULTIPLIER}{{1,3}}(?:{ARABIC}{MULTIPLIER}{{1,3}}){{0,4}})?"
ABOUT = "余餘多来來几幾"
NUMERAL = rf"(?:[几幾数數](?=[十百千万萬亿億])|)(?:{MIXED}|{CHINESE})(?:[{ABOUT}](?:{MULTIPLIER}{{1,3}})?)?"

_TOKEN = re.compile(rf"(?P<arabic>\d[\d,]*(?:\.\d+)?)|(?P<digits>[{_DIGIT}]+)|(?P<point>[点點])|(?P<unit>.)", re.S)
_WIDTH = str.maketrans("０１２３４５６７８９．，", "0123456789.,")
_SPACES = dict.fromkeys(map(ord, " \u00a0\u3000"))
_FRACTION = re.compile(r"(?P<whole>.+?)又(?P<below>.+?)分之(?P<above>.+)|(?P<under>.+?)分之(?P<over>.+)")


class NotANumeral(ValueError):
    """The words are no number."""


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number as printed. ``about``: 余, 多, 几 or two neighbours (三四十, then ``to`` is the greater).

    ``scale``: the multiplier printed after the figure (``万`` of 1.66万), empty for a purely Chinese numeral.
    """

    value: Fraction
    to: Fraction | None = None
    about: bool = False
    scale: str = ""


def value(text: str) -> Fraction:
    """The exact value of a complete numeral; raises ``NotANumeral``.

    A digit after a multiplier stands one place below it: 九万四 is 94000, but 一百零五 is 105.
    """
    if text.isdecimal():
        return Fraction(int(text))
    plain = text.translate(_WIDTH).translate(_SPACES)
    if plain[:1] in "负負-−－" and len(plain) > 1:
        return -value(plain[1:])
    part = _FRACTION.fullmatch(plain)
    if part is None:
        return _sum(plain)
    whole = value(part["whole"]) if part["whole"] else Fraction(0)
    above, below = (part["above"], part["below"]) if part["whole"] else (part["over"], part["under"])
    return whole + value(above) / (value(below) or _no(text))


def _no(text: str) -> Fraction:
    raise NotANumeral(text)


class _Sum:
    """The running value of one numeral: closed great sections, the open one, and a digit waiting for its unit."""

    __slots__ = ("great", "last", "pending", "section", "total")

    def __init__(self) -> None:
        self.total = Fraction(0)
        self.section = Fraction(0)
        self.great = 0
        self.last = 0
        self.pending: tuple[Fraction, bool] | None = None

    def number(self, figure: Fraction, *, lone: bool) -> None:
        if self.pending is not None and self.pending[0]:  # 1千零1：零只占位
            raise NotANumeral(str(figure))
        self.pending = (figure, lone)

    def take(self) -> Fraction:
        figure = self.pending[0] if self.pending else Fraction(0)
        self.pending = None
        return figure

    def small(self, unit: int) -> None:
        self.section += (self.take() or Fraction(1)) * unit  # 一万零十二：零后的十是一十
        self.last = unit

    def large(self, unit: int) -> None:
        self.section += self.take()
        if self.great and (self.great < unit or (self.great == unit and not self.section)):  # 三十万亿、四万万
            self.total = (self.total + self.section) * unit
        else:
            self.total += (self.section or Fraction(1)) * unit
        self.section, self.great, self.last = Fraction(0), unit, unit

    def end(self) -> Fraction:
        lone = self.pending is not None and self.pending[1] and self.last >= 100
        rest = self.take() * (Fraction(self.last, 10) if lone else 1)
        return self.total + self.section + rest


def _sum(text: str) -> Fraction:
    running, decimals = _Sum(), False
    for token in _TOKEN.finditer(text):
        word = token.group()
        if token.lastgroup == "point":
            decimals = True
        elif token.lastgroup in ("arabic", "digits"):
            _figure(running, token, decimals)
            decimals = False
        elif word in _SMALL:
            running.small(_SMALL[word])
        elif word in _LARGE:
            running.large(_LARGE[word])
        else:
            raise NotANumeral(text)
    if decimals or not text:
        raise NotANumeral(text)
    return running.end()


def _figure(running: _Sum, token: re.Match[str], decimals: bool) -> None:
    word = token.group()
    if token.lastgroup == "arabic":
        lone = len(word) == 1 and word != "0" and running.pending is None  # 1千零1 之 1 不是一百
        running.number(Fraction(word.replace(",", "")), lone=lone)
        return
    digits = "".join(str(_DIGITS[c]) for c in word)
    if decimals:  # 十五点七：点前的数已在 the figure before the point is there already
        running.section += running.take() + Fraction(int(digits), 10 ** len(digits))
        running.pending, running.section = (running.section, False), Fraction(0)
        return
    running.number(Fraction(int(digits)), lone=len(digits) == 1 and digits != "0")


_ROUND = re.compile(rf"[几幾数數](?P<rest>{MULTIPLIER}{{1,4}})")
_NEIGHBOURS = re.compile(
    r"(?P<head>.*?)(?P<low>[一二两三四五六七八])(?P<high>[二三四五六七八九])(?P<tail>[十百千万亿]*)"
)
_ENDING = re.compile(rf"(?P<figure>.*\d)(?P<scale>{MULTIPLIER}{{0,3}})")


def numeral(text: str) -> Numeral:
    """A numeral with its vagueness: 十几, 数十, 30余万, 三四十; raises ``NotANumeral``."""
    if text.isdecimal():
        return Numeral(Fraction(int(text)))
    plain = text.translate(_WIDTH).translate(_SPACES)
    vague = _ROUND.fullmatch(plain)
    if vague:
        low = value(vague["rest"])
        return Numeral(low, low * 10, about=True)
    pair = _NEIGHBOURS.fullmatch(plain)
    if pair and _near(pair):
        low, high = (value(pair["head"] + pair[d] + pair["tail"]) for d in ("low", "high"))
        return Numeral(low, high, about=True)
    bare = re.sub(f"[{ABOUT}]", "", plain)
    ending = _ENDING.fullmatch(bare)
    return Numeral(value(bare), about=bare != plain, scale=ending["scale"] if ending else "")


def _near(pair: re.Match[str]) -> bool:
    low, high = _DIGITS[pair["low"]], _DIGITS[pair["high"]]
    head = pair["head"]
    return (high - low == 1 or (low, high) == (3, 5)) and (not head or head[-1] in "十百千万亿")
