"""时限在库里：日历起用、过去的日历、停表、提醒和文书、发出去。Clocks on the database."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from django_tasks_db.models import DBTaskResult

from taizhang.books import BookInvalid
from taizhang.ledger import requests as r
from taizhang.ledger.registry import CalendarAdopted, ProfileAdopted
from taizhang.operations.accept import accept
from taizhang.operations.adopt import adopt_rules
from taizhang.operations.assign import assign
from taizhang.operations.housekeep import housekeep
from taizhang.operations.perform import perform
from taizhang.queries.home import home
from taizhang.queries.inbox import inbox
from taizhang.store import calendars, clock, journal, outbox, registry, reminders
from taizhang.store.clock import ZONE
from taizhang.store.models import OutboxRow
from tests.store.county import AT, actor
from tests.store.test_life import opened

pytestmark = pytest.mark.usefixtures("small_county")
OWN = "year: 2027\nannounced: true\nnotice: 试〔2026〕1号\nholidays:\n"
OWN += "  - {name: 元旦, from: 2027-01-01, to: 2027-01-03}\n"


def adopt(at: datetime = AT) -> list[str]:
    return adopt_rules(by=registry.SYSTEM, at=at)


@pytest.fixture
def county_folder(tmp_path: Path, settings: Any) -> Path:
    settings.HOME = tmp_path
    (tmp_path / "calendars").mkdir()
    return tmp_path / "calendars"


def morning(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, 8, tzinfo=ZONE)


def test_rules_are_adopted_once_and_journalled(county_folder: Path) -> None:
    assert {"task", "ordinary", "13710", "2026"} <= set(adopt())
    assert adopt() == []
    fact = next(p.fact for p in journal.load(calendars.STREAM) if getattr(p.fact, "year", 0) == 2026)
    assert isinstance(fact, CalendarAdopted)
    assert (fact.announced, fact.notice, len(fact.digest)) == (True, "国办发明电〔2025〕7号", 64)
    assert isinstance(journal.load("profile:ordinary")[0].fact, ProfileAdopted)


def test_a_past_board_keeps_its_calendar(county_folder: Path) -> None:
    """2027 is 暂 until its notice is loaded; what was known before stays known as it was."""
    adopt()
    first = date(2027, 1, 1)
    assert calendars.in_force().is_working(first)
    assert calendars.in_force().is_provisional(first)
    (county_folder / "2027.yaml").write_text(OWN, "utf-8")
    later = AT + timedelta(days=200)
    assert adopt(later) == ["2027"]
    assert not calendars.in_force().is_working(first)
    assert not calendars.in_force().is_provisional(first)
    before = calendars.in_force(as_of=later - timedelta(seconds=1))
    assert before.is_working(first)
    assert before.is_provisional(first)
    (county_folder / "2027.yaml").unlink()
    assert adopt(later + timedelta(days=1)) == []
    assert not calendars.in_force().is_working(first), "the journal is what counts, not the folder"


def test_a_faulty_notice_of_the_county_records_nothing(county_folder: Path) -> None:
    (county_folder / "2027.yaml").write_text(OWN.replace("notice", "ntoice"), "utf-8")
    with pytest.raises(BookInvalid, match=r"2027\.yaml:3: "):
        adopt()
    assert journal.load(calendars.STREAM) == []


def doing() -> str:
    entry = opened()
    assign(entry=entry, by=actor("chen"), at=AT)
    accept(entry=entry, by=actor("lin"), at=AT)
    return entry


def letters(day: date, entry: str) -> dict[str, str]:
    return {letter.kind: letter.unit for letter in reminders.letters(day) if letter.entry == entry}


def test_the_first_report_is_called_to_mind_and_then_a_paper_is_proposed() -> None:
    """Accepted on Monday 2026-03-02: due on the 9th; the paper is the office's to say yes to."""
    entry = doing()
    assert "clock" not in letters(date(2026, 3, 3), entry)
    assert letters(date(2026, 3, 4), entry)["clock"] == "lyj"
    assert "paper" not in letters(date(2026, 3, 9), entry)
    assert letters(date(2026, 3, 10), entry)["paper"] == "dcs"
    perform(entry, r.NoChange(), {"by": actor("lin"), "at": AT + timedelta(days=8)})
    assert letters(date(2026, 3, 10), entry).keys() <= {"amber", "red"}


def test_a_suspended_account_gets_no_letters_and_its_clock_goes_on_afterwards() -> None:
    entry = doing()
    suspend = r.Suspend("等上级批复", "leader1")
    perform(entry, suspend, {"by": actor("chen"), "at": AT + timedelta(days=3)})
    assert not letters(date(2026, 3, 20), entry).keys() & {"clock", "paper", "due"}
    perform(entry, r.Resume(), {"by": actor("chen"), "at": AT + timedelta(days=17)})
    found = next(x for x in reminders.letters(date(2026, 3, 23)) if x.kind == "clock")
    assert found.params["by"] == "2026-03-23", "two working days were over, three were left"


def test_the_next_rung_waits_for_the_paper_below_it() -> None:
    entry = doing()

    def rungs(day: date) -> list[str]:
        return [x.params["step"] for x in reminders.letters(day) if x.kind == "paper"]

    assert rungs(date(2026, 4, 1)) == ["urge"]
    urge = r.Urge("urge", "督〔2026〕1号", "lyj", "请报")
    perform(entry, urge, {"by": actor("chen"), "at": AT + timedelta(days=9)})
    assert rungs(date(2026, 3, 13)) == []
    assert rungs(date(2026, 3, 16)) == ["remind"]


def test_letters_are_sent_once_by_the_task_that_was_left() -> None:
    doing()
    day = morning(date(2026, 3, 10))
    left = housekeep(at=day).reminders
    assert left == OutboxRow.objects.filter(sent_at=None).count() > 1
    assert DBTaskResult.objects.count() == 1
    housekeep(at=day)
    assert DBTaskResult.objects.count() == 1, "asked already"
    with clock.stopped(day):
        assert DBTaskResult.objects.get().task.call() == left
    assert set(OutboxRow.objects.values_list("sent_at", flat=True)) == {day}
    assert outbox.deliver(at=day + timedelta(days=1)) == []
    assert not outbox.wake(), "nothing waits"


def test_letters_go_out_in_their_order_a_few_at_a_time() -> None:
    outbox.leave([outbox.Letter(f"k{n}", "due", "lyj") for n in range(5)], at=AT)
    assert outbox.deliver(at=AT, most=2) == ["k0", "k1"]
    assert outbox.deliver(at=AT, most=9) == ["k2", "k3", "k4"]


def test_the_home_desk_knows_that_a_first_report_was_made() -> None:
    entry = doing()
    since = AT - timedelta(days=1)
    found = next(w for w in home(actor("lin"), on=date(2026, 3, 12), since=since).waiting if w.line.id == entry)
    assert (found.due, found.left) == (date(2026, 3, 9), -3)
    perform(entry, r.NoChange(), {"by": actor("lin"), "at": AT + timedelta(days=1)})
    found = next(w for w in home(actor("lin"), on=date(2026, 3, 12), since=since).waiting if w.line.id == entry)
    assert found.due is None


def sent(day: date) -> None:
    """A tick and the worker."""
    housekeep(at=morning(day))
    while outbox.deliver(at=morning(day)):
        pass


def test_an_inbox_shows_what_still_holds() -> None:
    entry = doing()
    sent(date(2026, 3, 6))
    found = inbox(actor("lin"), on=date(2026, 3, 6)).reminders
    assert [(x.kind, x.clock.zh if x.clock else "", x.day, x.late) for x in found if x.entry == entry] == [
        ("clock", "首次上报", date(2026, 3, 9), -3)
    ]
    assert inbox(actor("lin"), on=date(2026, 3, 6)).papers == ()
    assert inbox(actor("bei"), on=date(2026, 3, 6)).reminders == (), "another unit's"
    perform(entry, r.NoChange(), {"by": actor("lin"), "at": AT + timedelta(days=4)})
    assert [x.kind for x in inbox(actor("lin"), on=date(2026, 3, 6)).reminders if x.kind == "clock"] == []
    assert inbox(actor("guan"), on=date(2026, 3, 6)).reminders == (), "no unit, no inbox"


def test_the_office_sees_the_papers_that_wait_until_they_went_out() -> None:
    entry = doing()
    sent(date(2026, 3, 10))
    (paper,) = inbox(actor("chen"), on=date(2026, 3, 10)).papers
    assert (paper.step, paper.entry, paper.missed, paper.since) == (
        "urge",
        entry,
        date(2026, 3, 9),
        date(2026, 3, 10),
    )
    perform(entry, r.Urge("urge", "督〔2026〕1号", "lyj"), {"by": actor("chen"), "at": AT + timedelta(days=8)})
    assert inbox(actor("chen"), on=date(2026, 3, 10)).papers == ()
