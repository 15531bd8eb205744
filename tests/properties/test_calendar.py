"""工作日的算术：不论通知怎么排都成立。The arithmetic of working days, whatever a notice says."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from taizhang.ledger.calendar import Calendar, Year

DAYS = st.dates(date(2023, 12, 1), date(2027, 12, 31))
NUMBERS = st.integers(1, 40)
UNITS = st.sampled_from(["calendar", "working"])


@st.composite
def calendars(draw: st.DrawFn) -> Calendar:
    """Any years, announced or not, with holidays of a fortnight at most (so that no clock runs for ever)."""
    years = {}
    for number in draw(st.sets(st.integers(2024, 2027))):
        first = draw(st.dates(date(number, 1, 1), date(number, 12, 1)))
        off = frozenset(first + timedelta(days=n) for n in range(draw(st.integers(0, 14))))
        work = draw(st.frozensets(st.dates(date(number, 1, 1), date(number, 12, 31)), max_size=6))
        weekends = frozenset(day for day in work - off if day.weekday() > 4)
        years[number] = Year(draw(st.booleans()), off, weekends)
    return Calendar(years)


@given(calendars(), DAYS, DAYS, NUMBERS, UNITS)
def test_adding_days_is_monotone(calendar: Calendar, one: date, two: date, n: int, unit: str) -> None:
    early, late = sorted([one, two])
    first, last = calendar.add(early, n, unit), calendar.add(late, n, unit)  # type: ignore[arg-type]
    assert first.day <= last.day
    assert calendar.add(early, n + 1, unit).day > first.day  # type: ignore[arg-type]


@given(calendars(), DAYS, NUMBERS)
def test_counting_is_the_inverse_of_adding(calendar: Calendar, day: date, n: int) -> None:
    then = calendar.add(day, n, "working")
    assert calendar.count_working(day, then.day).days == n
    assert calendar.is_working(then.day)
    back = calendar.add(then.day, -n, "working")
    assert calendar.add(back.day, n, "working").day == then.day


@given(calendars(), DAYS, NUMBERS)
def test_provisional_means_a_day_of_an_unannounced_year(calendar: Calendar, day: date, n: int) -> None:
    then = calendar.add(day, n, "working")
    passed = {(day + timedelta(days=k)).year for k in range(1, (then.day - day).days + 1)}
    unknown = {year for year in passed if year not in calendar.years or not calendar.years[year].announced}
    assert then.provisional == bool(unknown)
    assert not calendar.add(day, n, "calendar").provisional


@given(calendars(), DAYS, DAYS, DAYS)
def test_working_days_add_up_over_a_border(calendar: Calendar, one: date, two: date, three: date) -> None:
    a, b, c = sorted([one, two, three])
    whole = calendar.count_working(a, c)
    parts = calendar.count_working(a, b), calendar.count_working(b, c)
    assert whole.days == sum(p.days for p in parts)
    assert whole.provisional == any(p.provisional for p in parts)


@given(calendars(), DAYS, NUMBERS, UNITS, st.integers(0, 20), st.integers(1, 30))
def test_a_pause_moves_the_end_by_what_was_paused(
    calendar: Calendar, day: date, n: int, unit: str, after: int, length: int
) -> None:
    since = day + timedelta(days=after)
    until = since + timedelta(days=length)
    free = calendar.add(day, n, unit).day  # type: ignore[arg-type]
    stopped = calendar.run(day, n, unit, ((since, until),))  # type: ignore[arg-type]
    assert stopped is not None
    assert stopped.day >= free
    assert not since <= stopped.day < until or stopped.day == day
    if since > free:
        assert stopped.day == free
    elif unit == "calendar" and since > day:
        assert stopped.day == free + timedelta(days=length)
    forever = calendar.run(day, n, unit, ((since, None),))  # type: ignore[arg-type]
    assert forever is None or forever.day == free < since
