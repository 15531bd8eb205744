"""Lights, with the arithmetic that made them."""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from taizhang.ledger import requests as r
from taizhang.ledger.dates import PartialDate
from taizhang.ledger.light import colour_on, counted, light, light_dates, planned
from taizhang.ledger.posting import Milestone
from taizhang.ledger.target import Target
from tests.unit.ledger import desk
from tests.unit.ledger.desk import CLERK, FORESTER, INSPECTOR, PHOTO, TASK, mu


def report(account: desk.Account, figure: str, day: date) -> desk.Account:
    return account.do(FORESTER, r.Report(mu(figure), "万亩"), day, evidence=(PHOTO,))


def test_the_plan_runs_straight_without_milestones() -> None:
    entry = desk.doing(start=PartialDate(2026, 3, 1), due=PartialDate(2026, 3, 11)).entry
    assert [planned(entry, date(2026, 3, d)) for d in (1, 6, 11, 30)] == [0, 50, 100, 100]


def test_the_plan_follows_its_milestones() -> None:
    stones = (Milestone(PartialDate(2026, 3, 6), "", mu("1.5")),)
    entry = desk.doing(start=PartialDate(2026, 3, 1), due=PartialDate(2026, 3, 11), milestones=stones).entry
    assert planned(entry, date(2026, 3, 6)) == 25
    assert planned(entry, date(2026, 3, 8)) == 55


def test_a_claim_counts_until_its_window_ends() -> None:
    account = report(desk.doing(), "3", date(2026, 6, 1))
    assert counted(TASK.lights, account.entry, date(2026, 6, 11)) == (mu("3"), "claimed")
    assert counted(TASK.lights, account.entry, date(2026, 6, 12)) == (0, "verified")
    account.do(INSPECTOR, r.Verify(mu("2"), "万亩", "现场"), date(2026, 6, 5))
    assert counted(TASK.lights, account.entry, date(2026, 6, 12)) == (mu("2"), "verified")


def test_grey_green_amber_red_done() -> None:
    entry = desk.doing().entry
    assert light(TASK, entry, date(2026, 2, 1)).colour == "grey"
    found = light(TASK, entry, date(2026, 3, 20))
    assert (found.colour, found.rule, found.gap) == ("green", "on_plan", Fraction(-1900, 274))
    assert light(TASK, entry, date(2026, 4, 15)).colour == "amber"
    assert light(TASK, entry, date(2026, 9, 1)).colour == "red"
    assert light(TASK, desk.closed().entry, date(2027, 1, 1)).colour == "done"


def test_a_missed_hard_milestone_is_red_though_the_rest_is_in_time() -> None:
    stones = (Milestone(PartialDate(2026, 3, 20), "整地完成", mu("0.3"), hard=True),)
    account = report(desk.doing(milestones=stones), "0.2", date(2026, 3, 19))
    account.do(INSPECTOR, r.Verify(mu("0.2"), "万亩", "现场"), date(2026, 3, 19))
    assert light(TASK, account.entry, date(2026, 4, 19)).rule != "hard_milestone"
    assert light(TASK, account.entry, date(2026, 4, 20)).rule == "hard_milestone"


def test_any_breach_of_a_zero_target_is_red_at_once() -> None:
    account = desk.doing(target=Target("zero", "eq", 0, "起", "安全事故"))
    assert light(TASK, account.entry, date(2026, 4, 1)).rule == "no_breach"
    account.do(FORESTER, r.Report(10_000, "起"), date(2026, 4, 2), evidence=(PHOTO,))
    assert light(TASK, account.entry, date(2026, 4, 2)).rule == "breached"


@pytest.mark.parametrize(
    ("day", "rule"), [("2026-11-01", "in_time"), ("2026-11-20", "due_soon"), ("2026-12-01", "overdue")]
)
def test_a_deliverable_goes_by_its_day(day: str, rule: str) -> None:
    entry = desk.doing(target=Target()).entry
    assert light(TASK, entry, date.fromisoformat(day)).rule == rule


@given(
    st.lists(st.tuples(st.integers(1, 200), st.integers(0, 20)), max_size=5),
    st.integers(0, 5),
    st.booleans(),
)
def test_the_stored_days_give_the_light_of_every_day(steps: list[tuple[int, int]], checks: int, curve: bool) -> None:
    account = desk.doing() if curve else desk.doing(target=Target())
    total = 0
    for index, (wait, more) in enumerate(sorted(steps)):
        day = date(2026, 3, 2) + timedelta(days=wait)
        total += more * 1000 if curve else 0
        unit = "亩" if curve else "件"
        account.do(FORESTER, r.Report(total * 10_000, unit), day, evidence=(PHOTO,))
        if index < checks and more and curve:
            account.do(INSPECTOR, r.Verify(more * 1000 * 10_000, "亩", "现场"), day)
    last = account.postings[-1].effective
    dates = light_dates(TASK, account.entry)
    for ahead in range(0, 400, 3):
        day = last + timedelta(days=ahead)
        assert colour_on(dates, day) == light(TASK, account.entry, day).colour, day


def test_a_cancelled_entry_asks_for_nothing() -> None:
    account = desk.doing().do(CLERK, r.Cancel("leader", "项目并入省级工程"))
    assert light(TASK, account.entry, date(2027, 5, 1)).rule == "ended"
