"""时限：一件事从进入状态起几天内办。Clocks: by when an act is due after an account came into a state.

Working days follow the State Council's yearly notice as far as ``chinesecalendar`` knows it; a year without a notice is
counted on weekends alone (DESIGN, "Time").
"""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache

import chinese_calendar

from taizhang.ledger.book import Book, Clock


def due_by(book: Book, state: str, act: str, entered: date) -> date | None:
    """The last day for an act, or nothing when the book sets no clock."""
    clock = next((c for c in book.clocks if (c.state, c.act) == (state, act)), None)
    return after(entered, clock) if clock else None


@lru_cache(maxsize=4096)
def after(entered: date, clock: Clock) -> date:
    """``days`` of the clock's own unit after a day; the day itself does not count."""
    if clock.calendar == "calendar":
        return entered + timedelta(days=clock.days)
    day, left = entered, clock.days
    while left:
        day += timedelta(days=1)
        left -= is_working(day)
    return day


def is_working(day: date) -> bool:
    """Whether offices work on a day."""
    try:
        return bool(chinese_calendar.is_workday(day))
    except NotImplementedError:
        return day.weekday() < 5
