"""Books are data, and a bad one says where it is bad."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

import pytest

from taizhang import books

VERIFY = "needs: [method]\n    not_by:"
TASK = (files("taizhang.books") / "task.yaml").read_text("utf-8")


def test_the_shipped_books_load() -> None:
    assert {"task", "instruction"} <= books.load().keys()
    assert books.book("task").account("closed") == "close"


@pytest.mark.parametrize(
    ("change", "into", "code"),
    [
        ("needs: [covered]", "needs: [evidence]", "around_verification"),
        ("start: opened", "start: nowhere", "unknown_state"),
        ("lights: {", "lihgts: {", "unknown_key"),
        (
            "needs: [method]\n    not_by: [lead, co, reporter, recorder]",
            "needs: [method]\n    not_by: [lead]",
            "dependent_verifier",
        ),
        ("moves: {assigned: declined}", "moves: {assigned: doing}", "unreachable"),
        ("moves: {closed: doing, archived: doing}", "moves: {opened: closed}", "around_verification"),
        ("roles: [team]\n", "roles: [tem]\n", "unknown_word"),
        ("{zh: 交账, en: Submit}", "{zh: 交账}", "missing_key"),
        ("act: accept, term: accept", "act: accept, days: 1", "missing_key"),
        ("act: accept, term: accept", "act: accept, calendar: working", "missing_key"),
        ("act: accept, term: accept", "act: accept, term: accept, days: 1", "clock_twice"),
        ("term: first_report", "term: second_report", "unknown_term"),
        ("profile: ordinary", "profile: extraordinary", "unknown_profile"),
        ("profile: ordinary\n", "", "unknown_term"),
        ("act: report, term", "act: accept, term", "clock"),
        ("act: report, term", "act: report, since: smile, term", "clock"),
        (
            "profile: ordinary\n",
            "profile: ordinary\nladder: [{step: nag, after: 1, calendar: working}]\n",
            "wrong_value",
        ),
        ("profile: ordinary\n", "profile: ordinary\nladder: [{step: urge, after: 1}]\n", "missing_key"),
        ("  decline:\n", "  shrug:\n", "unknown_act"),
        ("act: accept, term", "act: smile, term", "clock"),
        ("edition: 2", "edition: two", "wrong_value"),
        ("grades: [", "grades: [[", "yaml"),
        ("edition: 2", "edition: 2\nedition: 3", "duplicate"),
    ],
)
def test_a_fault_names_file_line_and_cure(change: str, into: str, code: str) -> None:
    assert change in TASK
    with pytest.raises(books.BookInvalid) as invalid:
        books.read_book(TASK.replace(change, into, 1), "county.yaml")
    fault = next(f for f in invalid.value.faults if f.code == code)
    assert fault.line > 0
    assert fault.cure
    assert str(invalid.value).startswith("county.yaml:")


def test_the_line_is_the_line() -> None:
    with pytest.raises(books.BookInvalid) as invalid:
        books.read_book(TASK.replace("start: opened", "start: nowhere"), "county.yaml")
    line = TASK.splitlines().index("start: opened") + 1
    assert [f.line for f in invalid.value.faults] == [line]


def test_a_county_overrides_a_book_with_a_file(tmp_path: Path) -> None:
    own = TASK.replace("zh: 重点工作台账", "zh: 县里的台账").replace("amber: -10", "amber: -5")
    (tmp_path / "task.yaml").write_text(own, "utf-8")
    assert books.load(tmp_path)["task"].lights.amber == -5
    assert books.load()["task"].lights.amber == -10


PROFILE = (files("taizhang.books") / "profiles" / "ordinary.yaml").read_text("utf-8")


def test_both_profiles_ship_with_their_own_days() -> None:
    """DOMAIN §1.2: 13710 counts calendar days, 1/3/7/30; an ordinary county working days (§1.4)."""
    shanxi, ordinary = books.profiles()["13710"], books.profiles()["ordinary"]
    assert [shanxi.terms[t].days for t in ("accept", "first_report", "result", "result_major")] == [0, 3, 7, 30]
    assert shanxi.terms["first_report"].calendar == "calendar"
    assert (ordinary.terms["accept"].days, ordinary.terms["accept"].calendar) == (1, "working")
    assert [rung.step for rung in ordinary.ladder] == ["urge", "remind", "supervise", "summon", "bulletin"]


def test_a_book_takes_its_numbers_from_its_profile() -> None:
    accept = next(c for c in books.book("task").clocks if c.act == "accept")
    assert (accept.days, accept.calendar, accept.remind, accept.overdue) == (1, "working", (3, 1), (1,))
    assert books.book("task").terms["result_major"].days == 30
    assert books.book("instruction").deadline.remind == (3, 1)


def test_what_a_book_says_itself_comes_before_its_profile() -> None:
    own = TASK.replace("term: accept,", "days: 2, calendar: calendar, remind: [1], overdue: [],")
    own += "ladder: [{step: urge, after: 9, calendar: calendar}]\ndeadline: {remind: [5], calendar: working}\n"
    book = books.read_book(own, "task.yaml")
    accept = next(c for c in book.clocks if c.act == "accept")
    assert (accept.days, accept.calendar, accept.remind, accept.overdue) == (2, "calendar", (1,), ())
    assert [(rung.step, rung.after) for rung in book.ladder] == [("urge", 9)]
    assert (book.deadline.remind, book.deadline.overdue, book.deadline.calendar) == ((5,), (), "working")


def test_a_county_changes_a_profile_for_every_book_that_names_it(tmp_path: Path) -> None:
    (tmp_path / "profiles").mkdir()
    own = PROFILE.replace("accept:       {days: 1", "accept:       {days: 2")
    assert own != PROFILE
    (tmp_path / "profiles" / "ordinary.yaml").write_text(own, "utf-8")
    assert next(c.days for c in books.load(tmp_path)["task"].clocks if c.act == "accept") == 2
    assert next(c.days for c in books.load()["task"].clocks if c.act == "accept") == 1


@pytest.mark.parametrize(
    ("change", "into", "code"),
    [
        ("remind: [3, 1]\n", "remnd: [3, 1]\n", "unknown_key"),
        ("accept:       {days: 1,  calendar: working}", "accept: {days: 1}", "missing_key"),
        ("overdue: [1]\n", "overdue: [-1]\n", "wrong_value"),
        ("{step: remind, ", "{step: summon, ", "ladder"),
        ("terms:", "terms: [", "yaml"),
    ],
)
def test_a_faulty_profile_says_where(change: str, into: str, code: str) -> None:
    assert change in PROFILE
    with pytest.raises(books.BookInvalid) as invalid:
        books.read_profile(PROFILE.replace(change, into, 1), "ordinary.yaml")
    assert code in [f.code for f in invalid.value.faults]
    assert str(invalid.value).startswith("ordinary.yaml:")
