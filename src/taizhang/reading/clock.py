"""文件的“现在”：今年、春节前、三个月内都从它算起。The document's own now, which planning time is counted from."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from taizhang.reading.findings import PartialDate
from taizhang.text.numerals import value

_SHIFT = {"今": 0, "本": 0, "当": 0, "明": 1, "次": 1, "来": 1, "后": 2, "去": -1, "上": -1, "前": -2}
_DIGITS = re.compile(r"\d{4}|[一二][〇○零][〇○零一二三四五六七八九]{2}")


@dataclass(frozen=True, slots=True)
class Clock:
    """``year`` 0: the document names none. ``basis`` as in ``Deadline``: ``document`` or ``inferred``."""

    year: int
    month: int = 0
    day: int = 0
    basis: str = "document"

    def said_year(self, words: str) -> int:
        """The year that 2025年, 今年 or 明年 means; this year where the words name none, 0 unknown."""
        printed = _DIGITS.search(words)
        if printed:
            return int(value(printed.group()))
        return self.year and self.year + _SHIFT.get(words[:1] if "年" in words[:2] or "年度" in words else "", 0)

    def basis_of(self, words: str) -> str:
        return "printed" if _DIGITS.search(words) else self.basis

    def next(self, month: int, day: int) -> PartialDate | None:
        """The next such day on or after the document's own date."""
        if not self.year:
            return None
        passed = self.month and (self.month, self.day or 31) > (month, day)
        return PartialDate(self.year + bool(passed), month, day)

    def after_months(self, count: int) -> PartialDate | None:
        """``count`` months on; to the day where the document's day is known."""
        if not (self.year and self.month):
            return None
        months = self.year * 12 + self.month - 1 + count
        year, month = divmod(months, 12)
        return PartialDate(year, month + 1, min(self.day, monthrange(year, month + 1)[1]) if self.day else 0)

    def after_days(self, count: int) -> PartialDate | None:
        if not (self.year and self.month and self.day):
            return None
        then = date(self.year, self.month, self.day) + timedelta(days=count)
        return PartialDate(then.year, then.month, then.day)

    def today(self) -> PartialDate | None:
        return PartialDate(self.year, self.month, self.day) if self.year else None
