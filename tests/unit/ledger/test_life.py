"""The life of an entry, told as it happens in an office."""

from __future__ import annotations

from datetime import date

import pytest

from taizhang.ledger import requests as r
from taizhang.ledger.dates import PartialDate
from taizhang.ledger.entry import fold
from taizhang.ledger.posting import OnBehalf
from tests.unit.ledger import desk
from tests.unit.ledger.desk import CLERK, FORESTER, INSPECTOR, LEADER, PHOTO, SCAN, TASK, mu


def test_from_opening_to_closing() -> None:
    account = desk.closed()
    assert account.entry.state == "closed"
    assert account.entry.claimed.amount == account.entry.verified.amount == mu("6")
    assert [p.kind for p in account.postings] == (
        ["Opened", "Assigned", "Accepted", "Reported", "Submitted", "Verified", "Closed"]
    )


def test_the_fold_of_the_postings_is_the_entry() -> None:
    account = desk.closed()
    assert fold(TASK, account.postings) == account.entry


def test_a_cumulative_report_posts_the_difference() -> None:
    account = desk.reported("2").do(FORESTER, r.Report(mu("3.5"), "万亩"), evidence=(PHOTO,))
    assert account.postings[-1].fact.change == mu("1.5")  # type: ignore[union-attr]
    assert account.entry.claimed.amount == mu("3.5")


def test_a_report_may_come_in_another_unit_of_the_same_kind() -> None:
    account = desk.doing().do(FORESTER, r.Report(mu("1.5"), "公顷"), evidence=(PHOTO,))
    assert account.entry.claimed.amount == mu("1.5")


def test_no_change_moves_nothing_but_is_a_report() -> None:
    account = desk.reported("2").do(FORESTER, r.NoChange(), date(2026, 4, 1))
    assert account.entry.claimed.amount == mu("2")
    assert account.entry.reported == date(2026, 4, 1)


def test_a_return_takes_back_what_was_not_found() -> None:
    account = desk.submitted("6").do(INSPECTOR, r.Return("三个小班没有成活", mu("0.5")))
    assert account.entry.state == "doing"
    assert account.entry.claimed.amount == mu("5.5")


def test_a_reversal_names_what_it_reverses_and_restores_the_balance() -> None:
    account = desk.reported("2").do(FORESTER, r.Report(mu("5"), "万亩"), evidence=(PHOTO,))
    account.do(FORESTER, r.Reverse(5, "与去年补植重复"))
    assert account.entry.claimed.amount == mu("2")
    assert account.entry.undone == {5}
    assert account.postings[-1].fact.version == 5  # type: ignore[union-attr]


def test_when_the_only_report_is_reversed_nothing_was_reported() -> None:
    """未报 again, not zero: so a wrong opening balance can be taken back and taken in anew."""
    account = desk.reported("2").do(FORESTER, r.Reverse(4, "报错了账"))
    assert account.entry.claimed.amount is None
    forward = r.BringForward(mu("1"), mu("1"), "万亩", date(2026, 2, 28))
    assert account.do(CLERK, forward, evidence=(SCAN,)).entry.verified.amount == mu("1")


def test_a_waiver_lets_the_rest_go() -> None:
    account = desk.verified("5").do(LEADER, r.Waive("leader", "地块改作公益设施"))
    account.do(CLERK, r.Close("销2号"))
    assert account.entry.state == "closed"
    assert account.entry.waived == mu("1")


def test_the_office_records_a_leaders_waiver_with_the_scanned_paper() -> None:
    behalf = OnBehalf("county", "leader", "leader")
    account = desk.verified("5").do(CLERK, r.Waive("leader", "地块改作他用"), behalf=behalf, evidence=(SCAN,))
    assert account.entry.waived == mu("1")


def test_the_office_reports_for_a_village_and_somebody_else_verifies() -> None:
    account = desk.doing().do(CLERK, r.Report(mu("6"), "万亩"), behalf=OnBehalf("forestry", "高站长"), evidence=(SCAN,))
    assert account.entry.recorders == {"clerk"}
    assert account.entry.reporters == {"forestry"}
    assert account.do(INSPECTOR, r.Verify(mu("6"), "万亩", "现场")).entry.verified.amount == mu("6")


def test_an_opening_balance_is_no_red_first_board() -> None:
    account = desk.doing().do(
        CLERK, r.BringForward(mu("4"), mu("3"), "万亩", date(2026, 3, 1), "督导一组"), evidence=(SCAN,)
    )
    assert (account.entry.claimed.amount, account.entry.verified.amount) == (mu("4"), mu("3"))


def test_the_original_date_survives_an_extension() -> None:
    account = desk.doing().do(CLERK, r.Extend(PartialDate(2026, 12), "秋季多雨", "leader"))
    assert account.entry.due == PartialDate(2026, 12)
    assert account.entry.original_due == PartialDate(2026, 11, 30)


def test_a_moved_duty_leaves_what_was_done_where_it_was() -> None:
    account = desk.reported("2").do(CLERK, r.Reassign("lead_unit", "agriculture", "机构改革"))
    assert account.entry.lead_unit == "agriculture"
    assert account.entry.reporters == {"forestry"}


def test_reopening_starts_the_waiver_anew() -> None:
    account = desk.verified("5").do(LEADER, r.Waive("leader", "资金未到")).do(CLERK, r.Close("1"))
    account.do(CLERK, r.Reopen("回头看发现未完工"))
    assert (account.entry.state, account.entry.waived, account.entry.closed) == ("doing", None, None)


@pytest.mark.parametrize(("field", "after"), [("title", "营造生态林六万亩"), ("standard", "成活率 85% 以上")])
def test_amending_changes_words_only(field: str, after: str) -> None:
    account = desk.doing().do(CLERK, r.Amend(field, after, "统一写法"))
    assert getattr(account.entry, field) == after
    assert account.entry.target == desk.doing().entry.target
