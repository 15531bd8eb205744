"""量：数、单位和界限词。Amounts: a number with its unit or classifier and the words that bound it (GUIDE)."""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction
from functools import cache

from taizhang.reading.amounts import amounts
from taizhang.reading.counting import Amount
from taizhang.reading.findings import Bound, Measure
from taizhang.reading.lexicon import table
from taizhang.reading.roles import role
from taizhang.text.numerals import value
from taizhang.text.span import Span


def measures(text: str, body: Span) -> tuple[Measure, ...]:
    """All amounts of the body, in order."""
    return tuple(_measure(text, amount, body) for amount in amounts(text, body))


def _measure(text: str, amount: Amount, body: Span) -> Measure:
    amount = _money_tail(text, _negative(text, amount))
    start, before = _before(text, amount.start, body.start)
    end, after = _after(text, amount.end, body.end)
    about: Bound = "approx" if amount.number.about else "eq"
    bound = after or before or about
    if about == "approx" and bound == "ge" and not after:
        bound = before or about
    return Measure(
        Span(start, end),
        amount.number.value,
        _unit(text, amount),
        bound,
        amount.to,
        role(text, amount, body),
        amount.number.scale,
    )


_WORDS = {"％": "%", "圆": "元", "块": "元", "块钱": "元", "人民币": "元", "元人民币": "元", "美圆": "美元"}
_PREFIXED = {"港币": "港元", "新台币": "新台币", "台币": "新台币", "日币": "日元", "澳币": "澳元"}


def _unit(text: str, amount: Amount) -> str:
    """The unit in its plain form; 港币 before 元 says whose."""
    word = _WORDS.get(amount.unit.word, amount.unit.word)
    if word != "元":
        return word
    before = text[max(0, amount.start - 3) : amount.start].rstrip()
    return next((unit for prefix, unit in _PREFIXED.items() if before.endswith(prefix)), word)


@cache
def _bounds(side: str) -> dict[str, Bound]:
    return {row[0]: row[2] for row in table("bounds") if row[1] == side}  # type: ignore[misc]


@cache
def _after_words() -> re.Pattern[str]:
    ordered = sorted(_bounds("after"), key=len, reverse=True)
    return re.compile("|".join(map(re.escape, ordered)))


@cache
def _before_words() -> re.Pattern[str]:
    ordered = sorted(_bounds("before"), key=len, reverse=True)
    return re.compile(rf"(?:{'|'.join(map(re.escape, ordered))})$")


# 这些字后的“约、近、破、过”是别的词 in these words the letter is no bound: 节约, 附近, 侦破, 通过
_NOT_A_BOUND = {
    "约": "节签预违制履合集契",
    "近": "最附临邻靠",
    "破": "侦攻打",
    "过": "通经不渡",
    "上": "",
    "超": "赶反",
}
_ONLY_ROUND = "上过破"
_MAX_BEFORE = max(len(row[0]) for row in table("bounds"))


def _before(text: str, start: int, floor: int) -> tuple[int, Bound | None]:
    left = text[max(floor, start - _MAX_BEFORE - 1) : start]
    hit = _before_words().search(left)
    if hit is None:
        return start, None
    word, prior = hit.group(), left[: hit.start()][-1:]
    if prior and prior in _NOT_A_BOUND.get(word, ""):
        return start, None
    if word in _ONLY_ROUND and text[start] not in "百千万亿":
        return start, None
    return start - len(word), _bounds("before")[word]


_NOT_AFTER = re.compile(r"[个次样数种]")


def _after(text: str, end: int, ceiling: int) -> tuple[int, Bound | None]:
    hit = _after_words().match(text, end, ceiling)
    if hit is None:
        return end, None
    if hit.group() in "多余" and _NOT_AFTER.match(text, hit.end()):
        return end, None
    return hit.end(), _bounds("after")[hit.group()]


_MINUS = re.compile(r"负$|(?:^|(?<=[^\d%％]))[-－−]$")


def _negative(text: str, amount: Amount) -> Amount:
    """负3.9%, 增长-3.2%: the figure keeps its sign, rates only."""
    if amount.unit.kind != "percent":
        return amount
    sign = _MINUS.search(text[max(0, amount.start - 2) : amount.start])
    if sign is None:
        return amount
    return replace(amount, start=amount.start - 1, number=replace(amount.number, value=-amount.number.value))


_TAIL = re.compile(r"(?:([\d一二三四五六七八九])[角毛])?(?:零?([\d一二三四五六七八九])分(?:钱)?)?[整正]?")


def _money_tail(text: str, amount: Amount) -> Amount:
    """123元1角1分 is one amount."""
    if amount.unit.word not in ("元", "圆", "块"):
        return amount
    tail = _TAIL.match(text, amount.end)
    if tail is None or not tail.group():
        return amount
    rest = sum(
        (value(d) * part for d, part in zip(tail.groups(), (Fraction(1, 10), Fraction(1, 100)), strict=True) if d),
        Fraction(0),
    )
    return replace(amount, end=tail.end(), number=replace(amount.number, value=amount.number.value + rest))
