"""找量：一遍正则找出带单位的数。Find numerals with a unit in one pass of one regular expression.

Before the numerals the expression takes what looks like a number but dates, names or quotes something.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from fractions import Fraction
from functools import cache

from taizhang.reading.counting import Amount, counts, lettered
from taizhang.reading.lexicon import words
from taizhang.reading.units import Unit, unit_at
from taizhang.text.numerals import NUMERAL, NotANumeral, Numeral, numeral, value
from taizhang.text.span import Span

_GAP = r"[ \u00a0\u3000]{0,2}"
_TO = r"[-－—–~～〜]{1,2}|至|到"
_DASH = r"[-－—–~～〜至到、和]{1,2}"
_YEAR = r"(?:(?:19|20)\d{2}|[一二][零〇○九][零〇○一二三四五六七八九]{2})"
_DATES = rf"""
  (?:{_YEAR}{_GAP}(?:{_DASH}))?{_YEAR}{_GAP}年度?(?:{_GAP}\d{{1,2}}{_GAP}月(?:份|{_GAP}\d{{1,2}}{_GAP}[日号])?)?
 |(?:19|20)\d{{2}}[-./]\d{{1,2}}[-./]\d{{1,2}}(?:{_GAP}\d{{1,2}}:\d{{2}}(?::\d{{2}})?)?
 |\d{{1,2}}(?:{_DASH}\d{{1,2}})?{_GAP}月(?:份|{_GAP}\d{{1,2}}(?:{_DASH}\d{{1,2}})?{_GAP}[日号])?
 |\d{{1,2}}{_DASH}\d{{1,2}}{_GAP}[日号]|\d{{1,2}}[:：]\d{{2}}(?:[:：]\d{{2}})?
 |[〔\[［(（]\d{{4}}[〕\]］)）]{_GAP}第?\d{{1,5}}{_GAP}号
 |\d{{3,4}}-\d{{7,8}}
"""


# 量只从这些字起头；先看一眼，免得处处试 what amounts begin with; a glance spares trying everywhere
_BEGINS = r"\dh《“‘\"'〔\[［(（第零〇○一壹二两兩贰貳三叁參四肆五伍六陆陸七柒八捌九玖十拾百佰千仟万萬亿億几幾数數"


@cache
def _hits() -> re.Pattern[str]:
    names = sorted(words("not_amounts"), key=len, reverse=True)
    begins = "".join(sorted({name[0] for name in names}))
    return re.compile(
        rf"""(?=[{re.escape(begins)}{_BEGINS}])(?:(?P<skip>https?://[^\s，。）)]{{1,300}}|《[^《》\n]{{1,100}}》|{_DATES}|[“‘"']?十[一二三四五六]五[”’"']?|{"|".join(names)})
        |(?P<rank>第{_GAP}(?P<place>\d{{1,4}}|[一二三四五六七八九十]{{1,3}}){_GAP}(?P<seat>[名位])?)
        |(?P<part>(?P<below>[百佰千仟万])分之(?P<above>{NUMERAL})(?:(?:{_TO})(?:(?P=below)分之)?(?P<above2>{NUMERAL}))?)
        |(?P<product>(?P<times>\d{{1,4}}){_GAP}[×xX✕*＊]{_GAP}(?P<each>{NUMERAL}))
        |(?P<number>{NUMERAL}))""".replace("\n        ", ""),
        re.X,
    )


def amounts(text: str, body: Span) -> Iterator[Amount]:
    """Every amount of the body in order, its bound words not yet taken in."""
    done = body.start
    for hit in _hits().finditer(text, body.start, body.end):
        kind = _kind(hit)
        if hit.start() < done or kind == "skip":
            continue
        amount = _READERS[kind](text, hit)
        if amount is not None:
            yield amount
            done = amount.end


def _kind(hit: re.Match[str]) -> str:
    return str(hit.lastgroup)


_RANKED = re.compile(
    r"(?:全[国省市州区县盟旗球系]|世界|亚洲|名列|[位并]列|[位跃稳]居|居|列|排|排在|排名|[升跃]至|升到|获|得|夺|"
    r"[省市区县州]|[中西东]部|行业|同类|考核|总量|总分|成绩|连续)$"
)
_STOP = re.compile(r"[\s，,。;；、:：!！?？)）”’\"'》】|]|$|[和及与并且]")


def _rank(text: str, hit: re.Match[str]) -> Amount | None:
    if not (hit["seat"] and hit["place"].isdigit()):  # 放在第一位、第一时间都不是名次
        ranked = _RANKED.search(text[max(0, hit.start() - 4) : hit.start()])
        if not (ranked and _STOP.match(text, hit.end())):
            return None
    return Amount(hit.start(), hit.end(), Numeral(value(hit["place"])), Unit("位", "rank"))


_PARTS = {"百": "%", "佰": "%", "千": "‰", "仟": "‰", "万": "‱"}


def _part(_text: str, hit: re.Match[str]) -> Amount | None:
    unit = Unit(_PARTS[hit["below"]], "percent")
    to = numeral(hit["above2"]).value if hit["above2"] else None
    return Amount(hit.start(), hit.end(), numeral(hit["above"]), unit, to)


def _product(text: str, hit: re.Match[str]) -> Amount | None:
    after = _past_gap(text, hit.end())
    unit = unit_at(text, after)
    if unit is None or lettered(text, hit.start()):
        return None
    each = numeral(hit["each"])
    total = Numeral(value(hit["times"]) * each.value, about=each.about, scale=each.scale)
    return Amount(hit.start(), after + len(unit.word), total, unit)


_DIGIT = re.compile(r"\d")
_SECOND = re.compile(rf"(?:[(（]含[)）])?{_GAP}(?:{_TO}){_GAP}(?P<number>{NUMERAL})")


_JOINED = re.compile(rf"(?:[(（]含[)）])?{_GAP}(?:{_TO})|")


def _number(text: str, hit: re.Match[str]) -> Amount | None:
    figure = hit["number"]
    after = _past_gap(text, hit.end()) if _DIGIT.match(figure) else hit.end()
    unit = unit_at(text, after)
    joined = _JOINED.match(text, after + len(unit.word) if unit else hit.end())
    if unit is None and not (joined and joined.group()) and text[hit.start() - 1 : hit.start()] not in _SIGNS:
        return None
    return _counted(text, hit, unit, after)


def _counted(text: str, hit: re.Match[str], unit: Unit | None, after: int) -> Amount | None:
    figure = hit["number"]
    try:
        number = numeral(figure)
    except NotANumeral:
        return None
    ranged = _range(text, hit, number, unit, after)
    if ranged is not None:
        return ranged
    if unit is None:
        return _sign(text, hit, number)
    amount = Amount(hit.start(), after + len(unit.word), number, unit, number.to)
    return amount if counts(text, figure, amount) else None


def _past_gap(text: str, place: int) -> int:
    after = place
    while after < len(text) and after - place < 2 and text[after] in " \u00a0\u3000":
        after += 1
    return after


def _range(text: str, hit: re.Match[str], low: Numeral, unit: Unit | None, after: int) -> Amount | None:
    """A pair (3-5个, 20%到30%, 3-5万亩) as one amount; the multiplier of the greater serves both."""
    begin = after + len(unit.word) if unit else hit.end()
    second = _SECOND.match(text, begin)
    if second is None:
        return None
    after = _past_gap(text, second.end())
    closing = unit_at(text, after)
    if closing is None or (unit is not None and unit.word != closing.word):
        return None
    high = numeral(second["number"])
    first = low.value if unit else _shared(hit["number"], low, second["number"], high)
    amount = Amount(hit.start(), after + len(closing.word), Numeral(first, scale=high.scale), closing, high.value)
    good = first < high.value and counts(text, hit["number"], amount)
    return amount if good else None


_GREAT = re.compile(r"(?:[万亿萬億]{1,2}|[十百千佰仟])$")
_HAS_GREAT = re.compile(r"[万亿萬億]")


def _shared(low: str, first: Numeral, high: str, second: Numeral) -> Fraction:
    """The multiplier the greater number ends in serves the lesser too: 3-5万, 两到三千, 一百二十到一百五十万."""
    scale = second.scale or (found.group() if (found := _GREAT.search(high)) else "")
    if not scale or _HAS_GREAT.search(low) or low[-1:] == scale[-1:]:
        return first.value
    times = value(scale)
    return first.value * times if first.value < second.value / times else first.value


_SIGNS = {"¥": "元", "￥": "元", "$": "美元", "＄": "美元"}


def _sign(text: str, hit: re.Match[str], number: Numeral) -> Amount | None:
    """An amount whose currency sign stands before it (￥300万)."""
    sign = text[hit.start() - 1 : hit.start()]
    if sign not in _SIGNS or not sign:
        return None
    return Amount(hit.start() - 1, hit.end(), number, Unit(_SIGNS[sign], "money"))


_READERS: dict[str, Callable[[str, re.Match[str]], Amount | None]] = {
    "rank": _rank,
    "part": _part,
    "product": _product,
    "number": _number,
}
