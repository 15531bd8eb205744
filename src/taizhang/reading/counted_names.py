"""提法的数：从名称里读出它自带的数（“四个不摘”→4，三化三制→3、3，1234→1、2、3、4）。

The counts that the name of a set carries, as GUIDE "frameworks" rules.
"""

from __future__ import annotations

import re
from functools import cache

from taizhang.reading.findings import Count
from taizhang.reading.lexicon import groups, table

_DIGITS = {"一": 1, "二": 2, "两": 2, "双": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9, "十": 10}
_CODE = re.compile(r"\d{3,6}")
_CHINESE_CODE = re.compile(r"[一二三四五六七八九]{3,6}")
_SUM = re.compile(r"\d{1,2}(?:[+＋]\d{1,2})*[+＋](?:\d{1,2}|[NnXx])(?:[+＋][NnXx])?")
_HOTLINES = re.compile(r"1(?:10|14|17|19|20|22)|123\d\d|(?:19|20)\d\d|666+|365|360|400")
_NUMERAL = re.compile(r"[一二两双三四五六七八九十]+")
_NOT_BEFORE = re.compile(r"[第其百千万零某每初]$")
_NOT_AFTER = re.compile(
    r"连[冠增丰胜升降]|[年月日天周届次期时点秒％%号线流致些样起切贯般直定律体律度倍届]|小时|分钟|季度|个月|中全会|分之|类水|星级|级市|甲"
)
_ONE_AFTER = re.compile(r"[体号流致些样起切贯般直定律度站键窗网码屏图张名把手]|个(?:都|也)")


@cache
def _silent() -> re.Pattern[str]:
    words = sorted({w for group in groups("not_frameworks").values() for w in group}, key=len, reverse=True)
    return re.compile("|".join(map(re.escape, words)))


@cache
def known() -> dict[str, tuple[Count, tuple[str, ...], str]]:
    """Nationally fixed sets: name → (counts, members that are in no text, source)."""
    made: dict[str, tuple[Count, tuple[str, ...], str]] = {}
    for name, counts, members, source, *_ in table("frameworks"):
        numbers = tuple(int(part) for part in counts.split(","))
        made[name] = (_count(numbers), tuple(m for m in members.split("、") if m), source)
    return made


def counts_of(name: str) -> tuple[Count, int] | None:
    """The counts in a quoted name and where in it the first stands; ``None`` when it names no counted set.

    >>> counts_of("三化三制"), counts_of("1234"), counts_of("2+N"), counts_of("十四五"), counts_of("一网通办")
    (((3, 3), 0), ((1, 2, 3, 4), 0), ((2, 'N'), 0), None, None)
    """
    if name in known():
        return known()[name][0], 0
    coded = _coded(name)
    if coded is not None:
        return coded, 0
    if _SUM.match(name):
        return _added(name), 0
    return _spelled(name)


def is_code(name: str) -> bool:
    """Figures only: “1234”, 一三四三."""
    return bool(_CODE.fullmatch(name) or _CHINESE_CODE.fullmatch(name))


def _coded(name: str) -> Count | None:
    if _CODE.fullmatch(name) and not _HOTLINES.fullmatch(name):
        return tuple(int(c) for c in name)
    if _CHINESE_CODE.fullmatch(name):
        return tuple(_DIGITS[c] for c in name)
    return None


def _added(name: str) -> Count:
    found = _SUM.match(name)
    parts = re.split(r"[+＋]", found.group()) if found else []
    return _count(tuple(int(p) if p.isdigit() else p.upper() for p in parts))


def _count(numbers: tuple[int | str, ...]) -> Count:
    return numbers[0] if len(numbers) == 1 else numbers


def _spelled(name: str) -> tuple[Count, int] | None:
    masked = _silent().sub(lambda m: "〇" * len(m.group()), name)
    found = [(m.start(), _number(m.group())) for m in _NUMERAL.finditer(masked) if _counts(masked, m)]
    numbers = tuple(n for _, n in found)
    if not numbers or all(n == 1 for n in numbers) or 0 in numbers:
        return None
    return _count(numbers), found[0][0]


def _counts(name: str, found: re.Match[str]) -> bool:
    """Whether a numeral counts the members of the set (not 第三, 三年, 一体, the 一 of 四个一)."""
    before, after = name[: found.start()], name[found.end() : found.end() + 3]
    if _NOT_BEFORE.search(before) or _NOT_AFTER.match(after) or not after:
        return False
    if found.group() != "一":
        return True
    return not before.endswith(("个", "大")) and not _ONE_AFTER.match(after)


def _number(numeral: str) -> int:
    """0 for runs that are no plain number up to 19 (二十大 is a congress)."""
    if len(numeral) == 1:
        return _DIGITS[numeral]
    if len(numeral) == 2 and numeral[0] == "十" and numeral[1] in _DIGITS:
        return 10 + _DIGITS[numeral[1]]
    return 0
