"""The yearly notices are data, and a bad one says where it is bad."""

from __future__ import annotations

from datetime import date
from importlib.resources import files
from pathlib import Path

import chinese_calendar
import pytest

from taizhang import books
from taizhang.ledger.calendar import Calendar
from tools import make_calendars

NOTICE = (files("taizhang.books") / "calendars" / "2026.yaml").read_text("utf-8")


def shipped() -> Calendar:
    return Calendar({number: notice.year for number, notice in books.notices().items()})


@pytest.mark.parametrize("year", [2024, 2025, 2026])
def test_every_day_of_a_year_agrees_with_the_source(year: int) -> None:
    calendar = shipped()
    first = date(year, 1, 1).toordinal()
    days = [date.fromordinal(n) for n in range(first, date(year + 1, 1, 1).toordinal())]
    assert [d for d in days if calendar.is_working(d) != chinese_calendar.is_workday(d)] == []
    assert not calendar.is_provisional(days[0])


@pytest.mark.parametrize("year", make_calendars.NOTICES)
def test_the_files_are_what_the_tool_writes(year: int) -> None:
    assert (make_calendars.FOLDER / f"{year}.yaml").read_text("utf-8") == make_calendars.page(year)


def test_no_notice_for_2027_yet() -> None:
    assert 2027 not in books.notices()
    assert shipped().is_provisional(date(2027, 2, 8))


def test_a_notice_says_its_number() -> None:
    """The notices of 2023-10-25, 2024-11-12 and 2025-11-04."""
    numbers = {number: one.year.notice for number, one in books.notices().items()}
    assert numbers[2025] == "国办发明电〔2024〕12号"
    assert numbers[2026] == "国办发明电〔2025〕7号"


def test_a_county_adds_a_year_with_a_file(tmp_path: Path) -> None:
    text = "year: 2027\nannounced: true\nnotice: 试〔2026〕1号\nholidays:\n"
    text += "  - {name: 元旦, from: 2027-01-01, to: 2027-01-03, work: [2026-12-27]}\n"
    (tmp_path / "2027.yaml").write_text(text, "utf-8")
    found = books.notices(tmp_path)
    assert found.keys() - books.notices().keys() == {2027}
    calendar = Calendar({number: one.year for number, one in found.items()})
    assert calendar.is_working(date(2026, 12, 27)), "next year's notice may speak of this December"
    assert not calendar.is_working(date(2027, 1, 1))


@pytest.mark.parametrize(
    ("change", "into", "code"),
    [
        ("announced: true", "announced: yes please", "wrong_value"),
        ("notice: ", "notcie: ", "unknown_key"),
        ("notice: 国办发明电〔2025〕7号\n", "", "no_notice"),
        ("to: 2026-01-03", "to: 2025-12-03", "backwards"),
        ("work: [2026-01-04]", "work: [2027-01-03]", "other_year"),
        ("work: [2026-01-04]", "work: [2026-01-05]", "weekday"),
        ("work: [2026-01-04]", "work: [2026-01-03]", "twice"),
        ("from: 2026-04-04", "from: 2026-02-23", "twice"),
        ("from: 2026-04-04", "from: 4月4日", "wrong_value"),
        ("year: 2026", "year: [2026", "yaml"),
    ],
)
def test_a_faulty_notice_says_where(change: str, into: str, code: str) -> None:
    assert change in NOTICE
    with pytest.raises(books.BookInvalid) as invalid:
        books.read_notice(NOTICE.replace(change, into, 1), "2026.yaml")
    assert code in [f.code for f in invalid.value.faults]
    assert str(invalid.value).startswith("2026.yaml:")
    assert all(f.line > 1 and f.cure for f in invalid.value.faults)
