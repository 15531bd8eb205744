"""一个带单位的数算不算量。Whether a numeral with a unit counts something (GUIDE: "Not measures")."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from functools import cache

from taizhang.reading.lexicon import words
from taizhang.reading.units import Unit
from taizhang.text.numerals import Numeral


@dataclass(frozen=True, slots=True)
class Amount:
    """An amount before its bound words are taken in: number and unit stand on ``[start, end)``."""

    start: int
    end: int
    number: Numeral
    unit: Unit
    to: Fraction | None = None


_COUNTERS = frozenset({"count", "people", "place", "set"})
_ORDINAL_BEFORE = "第初每周期头另同这那哪某任"
_CODE_BEFORE = re.compile(r"[A-Za-z][-—]?$|[+＋]$|\d[-－./]$")
_DIGIT = re.compile(r"\d")


def lettered(text: str, start: int) -> bool:
    """Whether the figure goes on a code (PM2.5, S319, 2+8)."""
    return bool(_CODE_BEFORE.search(text[max(0, start - 2) : start]))


def counts(text: str, figure: str, amount: Amount) -> bool:
    """Whether ``figure`` with its unit is an amount with content, and no date, ordinal, name or idiom."""
    before = text[amount.start - 1 : amount.start]
    if before and before in "第每":
        return False
    if amount.unit.kind in _COUNTERS and amount.number.value.denominator != 1:
        return False
    if amount.unit.kind == "span" and _dates(text, amount):
        return False
    if amount.unit.kind == "set" and not _set(text, amount):
        return False
    if _DIGIT.search(figure):
        return _arabic(text, figure, amount)
    return _chinese(text, figure, amount)


_PLACES_AT_MOST = 500
_PHASE = re.compile(r"工程|项目|建设|扩建|改造")


def _arabic(text: str, figure: str, amount: Amount) -> bool:
    if lettered(text, amount.start) and amount.unit.kind != "percent":
        return False
    if amount.unit.kind == "place" and (amount.number.value > _PLACES_AT_MOST or amount.number.scale):
        return False
    if amount.unit.word == "期" and _PHASE.match(text, amount.end):
        return False
    return not (amount.unit.kind in _COUNTERS and len(figure) > 1 and figure[0] == "0")


def _chinese(text: str, figure: str, amount: Amount) -> bool:
    unit, value = amount.unit, amount.number.value
    before = text[amount.start - 1 : amount.start]
    if unit.chinese == "n" or value == 0 or (before and before in _ORDINAL_BEFORE):
        return False
    if quoted(text, amount.start, amount.end) or (
        unit.word == "个" and text[amount.end : amount.end + 1] in tuple(_OPEN)
    ):
        return False  # 三个“必须”是提法的名字
    if figure[0] in "百千万亿" and not _round(text, figure, amount):
        return False
    if value == 1 and not _one(text, amount):
        return False
    return _follows(text, amount)


_OPEN, _CLOSE = "“‘\"'「『《〈", "”’\"'」』》〉"
_NAME_AT_MOST = 12
_BREAK = re.compile(r"[，,。；;：:！!？?\n]")


def quoted(text: str, start: int, end: int) -> bool:
    """Whether the run stands in quotation marks that hold a short name, not speech."""
    left = text[max(0, start - _NAME_AT_MOST) : start]
    opened = max(left.rfind(c) for c in _OPEN)
    if opened < 0 or any(c in left[opened + 1 :] for c in _CLOSE):
        return False
    right = text[end : end + _NAME_AT_MOST]
    closed = min((i for c in _CLOSE if (i := right.find(c)) >= 0), default=-1)
    return closed >= 0 and not _BREAK.search(left[opened + 1 :] + right[:closed])


_BOUND_BEFORE = re.compile(r"[近超过破逾上达约]$|突破$|不低于$|不少于$")
_PHYSICAL = frozenset({"money", "area", "mass", "power", "volume", "energy"})


def _round(text: str, figure: str, amount: Amount) -> bool:
    """百家, 万亩: a bare multiplier counts with a physical unit or behind a bound word."""
    if len(figure) > 1 and figure[1] not in "百千万亿":
        return True
    return amount.unit.kind in _PHYSICAL or bool(_BOUND_BEFORE.search(text[max(0, amount.start - 3) : amount.start]))


_ONE_COUNTS = frozenset("座所栋幢艘架辆本")
_ONE_MEASURES = frozenset({"money", "percent", "times"})


def _one(text: str, amount: Amount) -> bool:
    """一 is mostly an article; it counts buildings, vessels, a printed book, money and multiples."""
    if amount.unit.kind in _ONE_MEASURES:
        return amount.unit.word not in ("成", "角", "分")
    return amount.unit.word in _ONE_COUNTS and text[amount.end : amount.end + 1] not in ("座", "城", "账", "经")


_NUMERAL_NEXT = re.compile(r"[一二三四五六七八九十百]")
_STOP_NEXT = re.compile(r"[\s，,。;；、:：!！?？)）”’》]|$|以[上下内]|左右|及以上|[余多]")
_NOUN_NEXT = re.compile(r"[^\W\d_]")


def _follows(text: str, amount: Amount) -> bool:
    if amount.unit.chinese == "f":
        return bool(_NOUN_NEXT.match(text, amount.end)) or text.startswith("《", amount.end)
    if amount.unit.chinese == "s":
        return bool(_STOP_NEXT.match(text, amount.end))
    return amount.unit.kind not in _COUNTERS or not _NUMERAL_NEXT.match(text, amount.end)


_SINCE = re.compile(r"(?:今后|未来|最?近|过去|[这前后头又]|连续|用|为期|经过|历时|时隔|每|再|大干|奋战)$")
_UNTIL = re.compile(
    r"[来内间后前底初末春夏秋冬度制龄大中代级轮生多]|以来|之[内间后前]|时间|行动|计划|规划|过渡|攻坚|期|工作|目标|方案|任务|发展|滚动|基本|上|左右时间|[“”]"
)
_YEAR_AT_LEAST = 1900


def _dates(text: str, amount: Amount) -> bool:
    """A duration that dates something (今后五年, 三年行动, 3个月内) is no amount; 20年一遇 is."""
    if amount.unit.word == "年":
        if amount.number.value >= _YEAR_AT_LEAST or not _DIGIT.match(text, amount.start):
            return True
        if text.startswith("一遇", amount.end):
            return False
    before = text[max(0, amount.start - 3) : amount.start]
    return bool(_SINCE.search(before) or _UNTIL.match(text, amount.end))


_SETS_AT_MOST = 20
_HEAD_WITHIN = 5


@cache
def _coined() -> re.Pattern[str]:
    return re.compile(rf"[^\W\d_]{{0,{_HEAD_WITHIN}}}?(?:{'|'.join(sorted(words('coined_heads')))})")


def _set(text: str, amount: Amount) -> bool:
    """N大 + noun counts; N大工程/行动/战略/基地 is a coined name."""
    if not 1 < amount.number.value <= _SETS_AT_MOST or quoted(text, amount.start, amount.end):
        return False
    return bool(_NOUN_NEXT.match(text, amount.end)) and not _coined().match(text, amount.end)
