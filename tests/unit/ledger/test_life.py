"""The life of an entry, told as it happens in an office."""

from __future__ import annotations

from datetime import date

import pytest

from taizhang.ledger import requests as r
from taizhang.ledger.dates import PartialDate
from taizhang.ledger.entry import fold
from taizhang.ledger.light import light, planned
from taizhang.ledger.posting import OnBehalf
from tests.unit.ledger import desk
from tests.unit.ledger.desk import CLERK, FARMER, FORESTER, INSPECTOR, LEADER, PHOTO, SCAN, TASK, mu


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


def test_a_proposal_waits_for_approval() -> None:
    account = desk.opened(proposed=True)
    assert account.entry.state == "proposed"
    assert account.do(LEADER, r.Approve("leader")).entry.state == "opened"
    assert desk.opened(proposed=True).do(LEADER, r.Refuse("leader", "与省级工程重复")).entry.state == "refused"


def test_a_decomposition_shows_its_difference() -> None:
    account = desk.opened().do(CLERK, r.Decompose(6, mu("5.8")))
    assert (account.entry.state, account.entry.difference) == ("decomposed", mu("0.2"))


def test_co_units_confirm_or_object() -> None:
    account = desk.doing().do(FARMER, r.ObjectDuty("不归我局"))
    assert account.entry.objected_units == {"agriculture"}
    account.do(FARMER, r.ConfirmDuty())
    assert (account.entry.confirmed_units, account.entry.objected_units) == ({"agriculture"}, frozenset())


def test_a_problem_is_a_small_account_of_its_own() -> None:
    account = desk.doing().do(FORESTER, r.RaiseProblem("阴坡未整地", "agriculture", PartialDate(2026, 5)))
    assert account.entry.course.problems[0].settled is None
    account.do(CLERK, r.SettleProblem(1, "已整地"), date(2026, 4, 20))
    assert account.entry.course.problems[0].settled == date(2026, 4, 20)


def test_more_time_is_asked_endorsed_and_granted() -> None:
    account = desk.doing().do(FORESTER, r.AskExtension(PartialDate(2026, 12), "雨季", "完成六成"))
    account.do(LEADER, r.Endorse("leader"))
    assert account.entry.course.ask is not None
    assert account.entry.course.ask.endorsed == "leader"
    account.do(CLERK, r.Extend(PartialDate(2026, 12), "雨季", "leader"))
    assert (account.entry.course.ask, account.entry.original_due) == (None, PartialDate(2026, 11, 30))


def test_more_time_may_be_refused() -> None:
    account = desk.doing().do(FORESTER, r.AskExtension(PartialDate(2026, 12), "雨季", "完成六成"))
    assert account.do(CLERK, r.RefuseExtension("汛期不影响整地")).entry.course.ask is None


def test_the_clock_stands_still_while_suspended() -> None:
    account = desk.doing().do(CLERK, r.Suspend("征地未完", "leader"), date(2026, 4, 1))
    assert light(TASK, account.entry, date(2026, 6, 1)).rule == "suspended"
    before = planned(account.entry, date(2026, 4, 1))
    account.do(CLERK, r.Resume(), date(2026, 5, 1))
    assert account.entry.paused == ((date(2026, 4, 1), date(2026, 5, 1)),)
    assert planned(account.entry, date(2026, 5, 1)) == before
    assert planned(account.entry, date(2026, 5, 2)) > before


def test_a_drawn_account_is_visited_confirmed_objected_and_reviewed_by_another() -> None:
    account = desk.submitted().do(CLERK, r.Check("资料齐全"))
    account.do(INSPECTOR, r.Sample("2026-09", 700, True, ("late",)))
    account.do(INSPECTOR, r.Verify(mu("6"), "万亩", "现场")).do(CLERK, r.Confirm("良好"))
    assert (account.entry.state, account.entry.judgement.grade) == ("confirmed", "良好")
    account.do(FORESTER, r.Object("等次偏低"))
    other = r.Actor("other", "team", frozenset({"team"}))
    account.do(other, r.Review(False, "两个小班应计入"))
    assert (account.entry.state, account.entry.judgement.upheld) == ("submitted", False)


def test_after_closing_it_is_archived_looked_back_at_and_reopened() -> None:
    account = desk.closed().do(CLERK, r.Archive("卷宗12")).do(INSPECTOR, r.LookBack(False, "成活率不足"))
    assert (account.entry.state, account.entry.ending.held) == ("archived", False)
    assert account.do(CLERK, r.Reopen("成活率不足")).entry.state == "doing"


@pytest.mark.parametrize(
    ("act", "state"),
    [
        (r.Merge("other", "同一件事"), "merged"),
        (r.MakeStanding("leader", "每年都做"), "standing"),
        (r.CarryOver("next"), "carried"),
        (r.Cancel("leader", "不做了"), "cancelled"),
    ],
)
def test_side_ends(act: r.Request, state: str) -> None:
    account = desk.doing().do(CLERK, act)
    assert account.entry.state == state
    assert light(TASK, account.entry, date(2027, 5, 1)).rule == "ended"


def test_instructions_and_papers_leave_the_state_alone() -> None:
    account = desk.doing().do(LEADER, r.Instruct("leader", "请抓紧", date(2026, 3, 2)))
    account.do(CLERK, r.Urge("催办", "云督催〔2026〕1号", "forestry"))
    assert account.entry.state == "doing"


def test_rules_change_under_an_account_only_by_a_posting() -> None:
    account = desk.doing().do(CLERK, r.MoveToEdition(TASK.edition, TASK.edition + 1, "doing", "县里改了规矩"))
    assert account.entry.edition == TASK.edition + 1
