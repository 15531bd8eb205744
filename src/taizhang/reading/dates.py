"""日期：文件自己的日期，和“今年”指哪一年。The document's own date, and which year 今年 means."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

from taizhang.reading.findings import PartialDate
from taizhang.reading.lexicon import table
from taizhang.reading.lines import Line
from taizhang.text.numerals import value
from taizhang.text.span import Span

_DAY = re.compile(
    r"(?P<year>(?:19|20)\d{2}|[一二][〇○零][〇○零一二三四五六七八九]{2})\s?[-/.年]\s?(?P<month>\d{1,2}|[一二三四五六七八九十]{1,3})\s?[-/.月]"
    r"\s?(?P<day>\d{1,2}|[一二三四五六七八九十]{1,3})(?!\d)"
)


def day_in(line: str) -> PartialDate | None:
    """The first full date of a line."""
    for hit in _DAY.finditer(line):
        year, month, day = (int(value(hit[part])) for part in ("year", "month", "day"))
        if 1 <= month <= 12 and 1 <= day <= 31:
            return PartialDate(year, month, day)
    return None


def published(text: str, lines: tuple[Line, ...], body: Span) -> PartialDate | None:
    """The date beside the title, else the one under the signature."""
    head = [line for line in lines if line.at.end <= body.start]
    tail = [line for line in lines if line.at.start >= body.end]
    for zone in (head, tail[::-1]):
        dates = [day for line in zone if line.kind not in ("nav", "prose") and (day := day_in(line.at.of(text)))]
        if dates:
            return dates[0]
    return None


_TITLE_YEAR = re.compile(r"(?<!\d)(20\d{2})\s?年")
_LAST_YEAR = re.compile(r"(?:过去的|刚刚过去的|即将过去的|回顾)(20\d{2})年")
_HEAD = 3000


@cache
def _cues() -> dict[str, int]:
    return {row[0]: int(row[1]) for row in table("years")}


def year_said(text: str, title: Span | None, body: Span) -> tuple[int, str]:
    """The year the text itself implies: printed in the title, told by an event, or named most often."""
    headed = _TITLE_YEAR.search(title.of(text)) if title else None
    if headed:
        return int(headed[1]), "printed"
    article = text[body.start : min(body.end, body.start + _HEAD)]
    last = _LAST_YEAR.search(article)
    if last:
        return int(last[1]) + 1, "inferred"
    told = next((year for cue, year in _cues().items() if cue in article), 0)
    if told:
        return told, "inferred"
    named = Counter(_TITLE_YEAR.findall(article)).most_common(1)
    return (int(named[0][0]), "inferred") if named else (0, "")
