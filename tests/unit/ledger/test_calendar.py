"""Working days, years without a notice, and clocks that stand still."""

from __future__ import annotations

from datetime import date

import pytest

from taizhang import books
from taizhang.ledger.calendar import Calendar, Counted, Reckoned, Year

KNOWN = Calendar({number: notice.year for number, notice in books.notices().items()})


@pytest.mark.parametrize(
    ("day", "n", "unit", "then"),
    [
        (date(2026, 2, 13), 1, "working", date(2026, 2, 14)),  # 春节前的周六调休上班 a Saturday worked
        (date(2026, 2, 14), 1, "working", date(2026, 2, 24)),  # 九天假 nine days off
        (date(2026, 2, 14), 1, "calendar", date(2026, 2, 15)),
        (date(2026, 9, 30), 1, "working", date(2026, 10, 8)),
        (date(2026, 10, 8), -1, "working", date(2026, 9, 30)),
        (date(2026, 3, 2), 0, "working", date(2026, 3, 2)),
        (date(2026, 3, 2), -3, "calendar", date(2026, 2, 27)),
    ],
)
def test_days_are_added_as_the_notice_says(day: date, n: int, unit: str, then: date) -> None:
    assert KNOWN.add(day, n, unit) == Reckoned(then, provisional=False)  # type: ignore[arg-type]


def test_a_year_without_a_notice_counts_weekends_and_says_so() -> None:
    """DOMAIN §0.9: never silently."""
    assert KNOWN.add(date(2026, 12, 30), 1, "working") == Reckoned(date(2026, 12, 31), provisional=False)
    assert KNOWN.add(date(2026, 12, 30), 2, "working") == Reckoned(date(2027, 1, 1), provisional=True)
    assert KNOWN.add(date(2026, 12, 30), 2, "calendar") == Reckoned(date(2027, 1, 1), provisional=False)
    assert KNOWN.add(date(2027, 1, 4), -1, "working") == Reckoned(date(2027, 1, 1), provisional=True)
    assert KNOWN.count_working(date(2026, 12, 31), date(2027, 1, 4)) == Counted(2, provisional=True)


def test_a_draft_of_a_notice_changes_nothing() -> None:
    day = date(2027, 1, 1)
    drafted = Calendar({2027: Year(announced=False, off=frozenset({day}))})
    assert drafted.is_working(day)
    assert drafted.is_provisional(day)


def test_counting_back_is_counting_forth() -> None:
    assert KNOWN.count_working(date(2026, 9, 30), date(2026, 10, 10)) == Counted(3, provisional=False)
    assert KNOWN.count_working(date(2026, 10, 10), date(2026, 9, 30)) == Counted(-3, provisional=False)


def test_paused_days_do_not_count() -> None:
    paused = ((date(2026, 3, 4), date(2026, 3, 9)),)
    assert KNOWN.run(date(2026, 3, 2), 3, "working", paused) == Reckoned(date(2026, 3, 10), provisional=False)
    assert KNOWN.run(date(2026, 3, 2), 3, "calendar", paused) == Reckoned(date(2026, 3, 10), provisional=False)
    assert KNOWN.run(date(2026, 3, 2), 1, "working", paused) == Reckoned(date(2026, 3, 3), provisional=False)
    assert KNOWN.run(date(2026, 3, 2), 0, "calendar", paused) == Reckoned(date(2026, 3, 2), provisional=False)


def test_a_clock_that_stands_still_has_no_end() -> None:
    assert KNOWN.run(date(2026, 3, 2), 3, "working", ((date(2026, 3, 4), None),)) is None
    assert KNOWN.run(date(2026, 3, 2), 1, "working", ((date(2026, 3, 4), None),)) is not None
