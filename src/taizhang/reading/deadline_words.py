"""时间词的写法与算法，一条规则一种说法。How planning time is written and what it means: one rule a turn of phrase."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from taizhang.reading.clock import Clock
from taizhang.reading.findings import PartialDate
from taizhang.reading.lexicon import table
from taizhang.text.numerals import value


@dataclass(frozen=True, slots=True)
class When:
    """What the words mean; ``basis`` empty: printed or the document's, by the words themselves."""

    until: PartialDate | None = None
    since: PartialDate | None = None
    question: bool = False
    basis: str = ""


@dataclass(frozen=True, slots=True)
class Rule:
    pattern: str
    read: Callable[[str, Clock], When]


_N = r"(?:\d{1,2}|[一二三四五六七八九十两]{1,3})"
_YEAR = (
    r"(?:(?:(?:19|20)\d{2}|[一二][〇○零][〇○零一二三四五六七八九]{2})\s?年度?"
    r"|今年|本年度?|当年|明年|后年|去年|上年|前年|次年|来年)"
)
_SEP = r"(?:[-－—–~～至到]{1,2})"
_TILL = r"(?:截至|截止到?|到|至)?"
_BEFORE = r"(?:之前|以前|前|止)?"
_DATE = (
    r"(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])\s?月(?:\s?(?:\d{1,2}|[一二三四五六七八九十]{1,3})\s?[日号])?"
)
_DAY = r"(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])\s?月"
_NUMBERS = re.compile(_N)


def shape(words: str) -> str:
    """The words without spaces."""
    return re.sub(r"\s", "", words)


def _figure(words: str) -> int:
    return int(value(words))


def _names(name: str) -> str:
    return "|".join(sorted((re.escape(row[0]) for row in table(name)), key=len, reverse=True))


_PLAN = re.compile(r"([一二三四五六七八九十]{1,3})五")


def _plan(words: str, _now: Clock) -> When:
    """“十四五” is 2021–2025: the sixth five-year plan began in 1981."""
    hit = _PLAN.search(words)
    first = 1981 + 5 * (_figure(hit[1]) - 6) if hit else 0
    if "初" in words or "前期" in words:
        return When(PartialDate(first + 1), PartialDate(first), basis="printed")
    since = None if "末" in words else PartialDate(first)
    return When(PartialDate(first + 4), since, basis="printed")


_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})")


def _day(words: str, _now: Clock) -> When:
    year, month, day = (int(part) for part in _ISO.findall(words)[0])
    then = PartialDate(year, month, day)
    return When(then, then, basis="printed")


_MONTHS = re.compile(rf"({_N})月?{_SEP}({_N})月")


def _months(words: str, now: Clock) -> When:
    year = now.said_year(words)
    hit = _MONTHS.search(words)
    if not year or hit is None:
        return When()
    return When(PartialDate(year, _figure(hit[2])), PartialDate(year, _figure(hit[1])))


_RANGE = re.compile(rf"(?:({_N})月)?({_N})?[日号]?起?{_SEP}(.*)")


def _days(words: str, now: Clock) -> When:
    """2024年8月11日至8月22日, 4月12-19日: a year or month printed once serves both ends."""
    year = now.said_year(words)
    hit = _RANGE.search(words)
    if not year or hit is None:
        return When()
    month, day = _figure(hit[1] or "0"), _figure(hit[2] or "0")
    last_year = now.said_year(hit[3]) if "年" in hit[3] else year
    to_month = re.search(rf"({_N})月", hit[3])
    to_day = re.search(rf"({_N})[日号]", hit[3])
    end = PartialDate(last_year, _figure(to_month[1]) if to_month else month, _figure(to_day[1]) if to_day else 0)
    return When(end, PartialDate(year, month, day))


_MONTH = re.compile(rf"({_N})月(?:({_N})[日号])?")
_THIRDS = {"上旬": 10, "中旬": 20}


def _month(words: str, now: Clock) -> When:
    """6月底前, 8月15日: “6月前” may mean either end of it and is asked back."""
    year = now.said_year(words)
    hit = _MONTH.search(words)
    if not year or hit is None:
        return When()
    third = next((day for word, day in _THIRDS.items() if word in words), 0)
    then = PartialDate(year, _figure(hit[1]), _figure(hit[2]) if hit[2] else third)
    if words.endswith("起"):
        return When(None, then)
    until = third or words.endswith(("前", "止", "底", "末")) or words.startswith(("到", "至", "截"))
    return When(then, None if until else then, question=bool(re.search(r"月(?:之|以)?前$", words)))


def _half(words: str, now: Clock) -> When:
    year = now.said_year(words.replace("上半年", "").replace("下半年", ""))
    if not year:
        return When()
    first = 1 if "上半" in words else 7
    return When(PartialDate(year, first + 5), PartialDate(year, first))


_QUARTER = re.compile(r"(前)?第?([一二两三四1-4])(?:个)?季度")


def _quarter(words: str, now: Clock) -> When:
    year = now.said_year(words)
    hit = _QUARTER.search(words)
    if not year or hit is None:
        return When()
    number = _figure(hit[2])
    return When(PartialDate(year, 3 * number), PartialDate(year, 1 if hit[1] else 3 * number - 2))


def _festival(words: str, now: Clock) -> When:
    """A fixed day is the next one after the document's date; a lunar or local one keeps its year only."""
    name = next(row for row in table("festivals") if row[0] in words)
    if len(name) > 1 and name[1]:
        month, day = (int(part) for part in name[1].split("-"))
        return When(now.next(month, day))
    spring = "春" in words and now.month > 2
    return When(PartialDate(now.year + spring) if now.year else None, question=True, basis="festival")


_YEARS = re.compile(r"(\d{4})年?[-－—–~～至到]{1,2}(\d{4})年")


def _years(words: str, _now: Clock) -> When:
    first, last = _YEARS.findall(words)[0]
    return When(PartialDate(int(last)), PartialDate(int(first)), basis="printed")


def _year(words: str, now: Clock) -> When:
    """今年, 到2025年, 年底前: 年底 is December, 年中 June, 年初 January."""
    year = now.said_year(words.lstrip("截至止到从自"))
    if not year:
        return When()
    month = 12 if re.search(r"年?[底末终]|岁末", words) else 6 if "年中" in words else 1 if "年初" in words else 0
    then = PartialDate(year, month)
    if words.endswith(("起", "以来")):
        return When(None, then)
    bounded = words.endswith(("前", "止")) or words.startswith(("到", "至", "截")) or month
    return When(then, None if bounded else then)


def _near(words: str, now: Clock) -> When:
    """本月底, 下月: needs the document's month."""
    if not now.month:
        return When(question=True)
    then = now.after_months(1 if "下" in words else 0)
    return When(PartialDate(then.year, then.month) if then else None)


_LENGTH = re.compile(rf"({_N}|半)个?(工作日|自然日|日|天|周|星期|月|年)")


def _within(words: str, now: Clock) -> When:
    """3个月内 from the document's date; working days need the calendar and are asked back."""
    hit = _LENGTH.search(words)
    if hit is None or hit[2] == "工作日":
        return When(question=True)
    if hit[1] == "半":
        return When(now.after_months(6 if hit[2] == "年" else 0) if hit[2] == "年" else now.after_days(15))
    count = _figure(hit[1])
    if hit[2] in "年月":
        return When(now.after_months(count * (12 if hit[2] == "年" else 1)))
    return When(now.after_days(count * (7 if hit[2] in ("周", "星期") else 1)))


_COMING = re.compile(rf"({_N})(?:个)?(年|月)")


def _coming(words: str, now: Clock) -> When:
    """今后五年 counts this year in: said in 2021 it is 2021–2025 (SEED_TABLE B29)."""
    hit = _COMING.search(words)
    if hit is None or not now.year:
        return When(question=True)
    count = _figure(hit[1])
    if hit[2] == "月":
        return When(now.after_months(count), now.today())
    return When(PartialDate(now.year + count - 1), PartialDate(now.year))


def _now(_words: str, now: Clock) -> When:
    return When(None, now.today())


def _vague(_words: str, _now: Clock) -> When:
    return When(question=True)


RULES: dict[str, Rule] = {
    "plan": Rule(
        r"(?:到|至)?[“‘\"]?[一二三四五六七八九十]{1,3}五[”’\"]?(?:规划)?(?:期间|时期|末期?|初期?|前期|后期|以来)", _plan
    ),
    "day": Rule(r"(?:19|20)\d{2}[-/.]\d{1,2}[-/.]\d{1,2}(?!\d)", _day),
    "days": Rule(
        rf"(?:从|自)?(?:{_YEAR}\s?)?{_DATE}起?\s?{_SEP}\s?(?:{_YEAR}\s?)?{_DATE}"
        rf"|(?:{_YEAR}\s?)?{_DAY}\s?{_N}[日号]?{_SEP}{_N}\s?[日号]",
        _days,
    ),
    "months": Rule(rf"(?:{_YEAR}\s?)?{_N}(?:\s?月)?{_SEP}{_N}\s?月份?", _months),
    "month": Rule(
        rf"{_TILL}(?:{_YEAR}\s?)?{_DAY}(?:\s?{_N}\s?[日号]|[上中下]旬|[底末初]|份)?(?:之前|以前|前|止|起)?", _month
    ),
    "half": Rule(rf"{_TILL}(?:{_YEAR})?[上下]半年(?:[底末])?{_BEFORE}", _half),
    "quarter": Rule(rf"{_TILL}(?:{_YEAR})?(?:第?[一二三四1-4]季度|前[二两三23]个?季度)(?:[底末])?{_BEFORE}", _quarter),
    "festival": Rule(
        rf"{_TILL}(?:{_YEAR})?(?:{_names('festivals')})(?:假期|期间)?(?:到来)?(?:之前|以前|前夕|前)", _festival
    ),
    "years": Rule(r"(?:19|20)\d{2}年?[-－—–~～至到]{1,2}(?:19|20)\d{2}年", _years),
    "year": Rule(
        rf"(?:从|自)?{_TILL}{_YEAR}(?:年?[底末终]|年?初|年?内|期间|全年|以内|以来)?(?:之前|以前|前|止|起)?"
        r"|(?:年内|全年|年底|年末|年终|年中|年初|岁末)(?:之前|以前|前)?",
        _year,
    ),
    "near": Rule(r"(?:本月|当月|下月|下个月|月|本周|下周)(?:底|末|内)(?:之前|以前|前)?|下个?月", _near),
    "within": Rule(rf"(?:{_N}|半)个?(?:工作日|自然日|日|天|周|星期|月|年)(?:以|之)?内", _within),
    "coming": Rule(rf"(?:今后|未来|接下来)(?:的)?{_N}(?:到{_N})?(?:个)?[年月]", _coming),
    "since": Rule(r"自[^，,。；;：:\n]{1,24}之日起", _vague),
    "now": Rule(r"(?:从|自)?即日起", _now),
    "vague": Rule(_names("vague_times"), _vague),
}
