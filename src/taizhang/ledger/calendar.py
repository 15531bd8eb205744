"""工作日：国务院一年一个放假通知，没有通知的年份按双休算，标“暂”。Working days, by the State Council's yearly notices.

A year without a notice is counted on weekends alone, and whatever was counted on it says so (DOMAIN §0.9; DESIGN,
"Time"). The notices are editable YAML (``taizhang.books.notices``); no holiday stands in code.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from taizhang.ledger.book import Days

Pause = tuple[date, date | None]
"""From the day the clock stopped to the day it went on, which counts again; ``None``: it stands still."""
DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Year:
    """One year's notice: days off (weekends among them or not) and weekends worked; ``notice`` is its number."""

    announced: bool
    off: frozenset[date] = frozenset()
    work: frozenset[date] = frozenset()
    notice: str = ""


@dataclass(frozen=True, slots=True)
class Reckoned:
    """A day that was worked out; ``provisional`` (暂) when a day on the way lies in a year without a notice."""

    day: date
    provisional: bool


@dataclass(frozen=True, slots=True)
class Counted:
    """How many days; ``provisional`` as in :class:`Reckoned`."""

    days: int
    provisional: bool


@dataclass(frozen=True, slots=True)
class Calendar:
    """The years known; any other year is provisional."""

    years: Mapping[int, Year] = field(default_factory=dict)

    def is_working(self, day: date) -> bool:
        """Whether offices work on a day; next year's notice may speak of this year's last days."""
        for year in (self.years.get(day.year), self.years.get(day.year + 1)):
            if year and year.announced and (day in year.off or day in year.work):
                return day in year.work
        return day.weekday() < 5

    def is_provisional(self, day: date) -> bool:
        """Whether no notice speaks of the year of a day."""
        year = self.years.get(day.year)
        return year is None or not year.announced

    def add(self, day: date, n: int, unit: Days) -> Reckoned:
        """``n`` days after ``day`` (before it, when negative); the day itself does not count."""
        step, left, provisional = DAY if n > 0 else -DAY, abs(n), False
        while left:
            day += step
            provisional = provisional or self._leans(day, unit)
            left -= self._counts(day, unit)
        return Reckoned(day, provisional)

    def run(self, day: date, n: int, unit: Days, paused: tuple[Pause, ...] = ()) -> Reckoned | None:
        """``add`` for a clock that may be stopped: paused days do not count; ``None`` while it stands still."""
        left, provisional = n, False
        while left:
            day += DAY
            if any(until is None and since <= day for since, until in paused):
                return None
            if any(until and since <= day < until for since, until in paused):
                continue
            provisional = provisional or self._leans(day, unit)
            left -= self._counts(day, unit)
        return Reckoned(day, provisional)

    def _counts(self, day: date, unit: Days) -> bool:
        return unit == "calendar" or self.is_working(day)

    def _leans(self, day: date, unit: Days) -> bool:
        """Whether what was counted leans on a year without a notice; calendar days lean on none."""
        return unit == "working" and self.is_provisional(day)

    def count_working(self, a: date, b: date) -> Counted:
        """Working days after ``a`` up to and with ``b``; negative when ``b`` lies before ``a``."""
        if b < a:
            back = self.count_working(b, a)
            return Counted(-back.days, back.provisional)
        days = list(_between(a, b))
        return Counted(sum(map(self.is_working, days)), any(map(self.is_provisional, days)))


def _between(a: date, b: date) -> Iterator[date]:
    return (a + timedelta(days=n) for n in range(1, (b - a).days + 1))
