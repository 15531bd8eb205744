"""Which clocks of an account run, whom they call to mind, and which paper comes next."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from taizhang import books
from taizhang.ledger import requests as r
from taizhang.ledger.book import Book, Clock, Label
from taizhang.ledger.calendar import Calendar
from taizhang.ledger.clocks import DEADLINE, ClockDue, Standing, clocks, days_of, reminders, standing, told
from taizhang.ledger.ladder import due_papers, papers_of
from tests.unit.ledger import desk

KNOWN = Calendar({number: notice.year for number, notice in books.notices().items()})
MONDAY = date(2026, 3, 2)
DUE = date(2026, 11, 30)


def one(state: str = "assigned", **more: object) -> Standing:
    given: dict[str, object] = {"state": state, "entered": MONDAY, "due": DUE}
    return Standing(**(given | more))  # type: ignore[arg-type]


def named(found: tuple[ClockDue, ...], name: str) -> ClockDue:
    return next(clock for clock in found if clock.name == name)


def names(found: tuple[ClockDue, ...]) -> list[str]:
    return [clock.name for clock in found]


def test_each_state_runs_its_own_clocks() -> None:
    found = clocks(desk.TASK, one(), KNOWN)
    assert [(c.name, c.due) for c in found] == [("accept", date(2026, 3, 3)), (DEADLINE, DUE)]
    assert names(clocks(desk.TASK, one("submitted"), KNOWN)) == ["verify"], "delivered: the date presses no more"
    assert clocks(desk.TASK, one("closed"), KNOWN) == ()


def test_the_first_report_ends_its_clock() -> None:
    due = named(clocks(desk.TASK, one("doing"), KNOWN), "report").due
    assert due == date(2026, 3, 9), "five working days"
    later = one("doing", acted={"report": MONDAY + timedelta(days=1)})
    assert names(clocks(desk.TASK, later, KNOWN)) == [DEADLINE]
    earlier = one("doing", acted={"report": MONDAY - timedelta(days=1)})
    assert "report" in names(clocks(desk.TASK, earlier, KNOWN)), "a report of before it came back does not count"


def weekly() -> Book:
    """A county that wants a report every week after the last one."""
    clock = Clock("doing", "report", 7, "calendar", Label("周报", "Weekly"), since="report")
    return replace(desk.TASK, clocks=(clock,))


def test_a_clock_may_run_from_an_act() -> None:
    assert names(clocks(weekly(), one("doing"), KNOWN)) == [DEADLINE], "nothing was reported yet"
    found = clocks(weekly(), one("doing", acted={"report": date(2026, 3, 6)}), KNOWN)
    assert named(found, "report.report").due == date(2026, 3, 13)


def test_a_suspension_moves_a_clock_and_not_the_date_on_the_paper() -> None:
    paused = one("doing", paused=((date(2026, 3, 4), date(2026, 3, 11)),))
    found = clocks(desk.TASK, paused, KNOWN)
    assert named(found, "report").due == date(2026, 3, 16)
    assert named(found, DEADLINE).due == DUE


def test_a_suspended_account_is_left_in_peace() -> None:
    still = one("doing", paused=((date(2026, 3, 4), None),), due=date(2026, 3, 5))
    assert named(clocks(desk.TASK, still, KNOWN), "report").due is None
    assert reminders(desk.TASK, still, date(2026, 4, 1), KNOWN) == ()
    assert papers_of(desk.TASK, still, date(2026, 4, 1), KNOWN) == ()


def test_a_day_counted_on_a_year_without_notice_is_provisional() -> None:
    found = clocks(desk.TASK, one("doing", entered=date(2026, 12, 30), due=date(2027, 6, 30)), KNOWN)
    assert named(found, "report").provisional
    assert not named(found, DEADLINE).provisional


@pytest.mark.parametrize(
    ("on", "offset"),
    [
        (date(2026, 3, 3), None),
        (date(2026, 3, 4), -3),
        (date(2026, 3, 5), -3),
        (date(2026, 3, 6), -1),
        (date(2026, 3, 9), -1),
        (date(2026, 3, 10), 1),
        (date(2026, 5, 10), 1),
    ],
)
def test_reminders_come_before_and_after(on: date, offset: int | None) -> None:
    """First report due on Monday the 9th: T−3 is Wednesday, T−1 Friday, T+1 Tuesday."""
    found = [x.offset for x in reminders(desk.TASK, one("doing"), on, KNOWN) if x.clock == "report"]
    assert found == ([] if offset is None else [offset])


def test_a_reminder_that_would_come_at_once_is_none() -> None:
    """A day to accept in: T−1 is the day itself."""
    assert [x for x in reminders(desk.TASK, one(), MONDAY, KNOWN) if x.clock == "accept"] == []


def climb(*urged: tuple[str, date], on: date, book: Book = desk.TASK) -> list[tuple[str, date]]:
    return [(p.step, p.since) for p in papers_of(book, one(due=date(2026, 3, 31), urged=urged), on, KNOWN)]


def test_the_ladder_goes_up_rung_by_rung() -> None:
    """Missed on Tuesday the 3rd; ordinary county: 1, then 3, 5, 5, 5 working days after the rung below."""
    day = date(2026, 3, 4)
    assert climb(on=date(2026, 3, 3)) == []
    assert climb(on=day) == [("urge", day)]
    assert climb(on=day + timedelta(days=60)) == [("urge", day)], "no rung is passed over, however late"
    sent = [("urge", day)]
    for step, since in [
        ("remind", date(2026, 3, 9)),
        ("supervise", date(2026, 3, 16)),
        ("summon", date(2026, 3, 23)),
        ("bulletin", date(2026, 3, 30)),
    ]:
        assert climb(*sent, on=since - timedelta(days=1)) == []
        assert climb(*sent, on=since) == [(step, since)]
        sent.append((step, since))
    assert climb(*sent, on=date(2026, 6, 1)) == [], "above the bulletin there is none"


def test_a_paper_of_before_belongs_to_an_earlier_delay() -> None:
    assert climb(("summon", MONDAY), on=date(2026, 3, 4)) == [("urge", date(2026, 3, 4))]


def test_what_others_owe_is_not_charged_to_the_lead() -> None:
    assert papers_of(desk.TASK, one("submitted"), date(2026, 6, 1), KNOWN) == ()
    assert papers_of(replace(desk.TASK, ladder=()), one(), date(2026, 6, 1), KNOWN) == ()


def test_an_entry_tells_its_clocks_what_it_remembers() -> None:
    account = desk.doing()
    assert named(clocks(desk.TASK, standing(account.entry), KNOWN), "report").due == date(2026, 3, 9)
    assert [p.step for p in due_papers(desk.TASK, account.entry, date(2026, 3, 10), KNOWN)] == ["urge"]
    account.do(desk.FORESTER, r.NoChange())
    assert names(clocks(desk.TASK, standing(account.entry), KNOWN)) == [DEADLINE]
    assert names(clocks(desk.TASK, told(desk.TASK, account.postings), KNOWN)) == [DEADLINE]
    assert due_papers(desk.TASK, account.entry, date(2026, 3, 10), KNOWN) == ()


def test_days_of_remembers_the_last_of_each_act() -> None:
    account = desk.doing().do(desk.FORESTER, r.NoChange(), MONDAY + timedelta(days=2))
    assert days_of(account.postings)["report"] == MONDAY + timedelta(days=2)
    assert days_of(account.postings)["assign"] == MONDAY


def test_13710_counts_calendar_days() -> None:
    """DOMAIN §1.2: report within three days, whatever the weekday."""
    book = books.book("instruction")
    friday = one("doing", entered=date(2026, 3, 6))
    assert named(clocks(book, friday, KNOWN), "report").due == date(2026, 3, 9)
    assert [p.step for p in papers_of(book, friday, date(2026, 3, 10), KNOWN)] == ["urge"]


def test_a_suspension_does_not_begin_a_clock_anew() -> None:
    """Accepted on Monday the 2nd; two working days were over when it was suspended on Thursday, until the next one."""
    account = desk.doing().do(desk.CLERK, r.Suspend("等上级批复", "leader"), date(2026, 3, 5))
    still = told(desk.TASK, account.postings)
    assert still.suspended
    assert reminders(desk.TASK, still, date(2026, 6, 1), KNOWN) == ()
    account.do(desk.CLERK, r.Resume(), date(2026, 3, 12))
    again = told(desk.TASK, account.postings)
    assert (again.entered, again.paused) == (MONDAY, ((date(2026, 3, 5), date(2026, 3, 12)),))
    assert named(clocks(desk.TASK, again, KNOWN), "report").due == date(2026, 3, 16)


def test_papers_that_went_out_are_remembered() -> None:
    account = desk.doing().do(desk.CLERK, r.Urge("urge", "督〔2026〕1号", "forestry"), date(2026, 3, 10))
    one = told(desk.TASK, account.postings)
    assert one.urged == (("urge", date(2026, 3, 10)),)
    assert [p.step for p in papers_of(desk.TASK, one, date(2026, 3, 13), KNOWN)] == ["remind"]
    assert due_papers(desk.TASK, account.entry, date(2026, 3, 12), KNOWN, urged=one.urged) == ()
