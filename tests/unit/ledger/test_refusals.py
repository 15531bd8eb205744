"""Every refusal of the ledger, each provoked; none is left untried."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from taizhang.ledger import requests as r
from taizhang.ledger.book import Book
from taizhang.ledger.dates import PartialDate
from taizhang.ledger.decide import Circumstance, decide
from taizhang.ledger.posting import Milestone, OnBehalf
from taizhang.ledger.refusal import CODES, PostingRefused
from tests.unit.ledger import desk
from tests.unit.ledger.desk import CLERK, FORESTER, INSPECTOR, LEADER, PHOTO, SCAN, STRANGER, TASK, mu
from tests.unit.ledger.staged import STAGED, staged

FORESTRY = OnBehalf("forestry", "高站长")
BIG = r.Report(mu("6"), "万亩")
LATER = date(2027, 1, 5)


def without(act: str) -> Book:
    return replace(TASK, acts={n: a for n, a in TASK.acts.items() if n != act})


def unknown_act() -> None:
    case = Circumstance(FORESTER, desk.DAY, desk.DAY)
    decide(without("submit"), desk.doing().entry, r.Submit(), case)


def needs_paper_of_act() -> None:
    desk.doing().do(CLERK, BIG, behalf=FORESTRY, evidence=(PHOTO,))


def extended_twice() -> desk.Account:
    one = desk.doing().do(CLERK, r.Extend(PartialDate(2026, 12), "雨季", "leader"))
    return one.do(CLERK, r.Extend(PartialDate(2027, 1), "雪灾", "leader"))


def with_needs(act: str, *more: str) -> Book:
    changed = replace(TASK.acts[act], needs=TASK.acts[act].needs | set(more))
    return replace(TASK, acts=TASK.acts | {act: changed})


def under(book: Book, account: desk.Account, by: r.Actor, request: r.Request) -> None:
    decide(book, account.now, request, Circumstance(by, desk.DAY, desk.DAY))


def confirmed() -> desk.Account:
    return desk.verified().do(CLERK, r.Confirm("良好"))


def asked() -> desk.Account:
    return desk.doing().do(FORESTER, r.AskExtension(PartialDate(2026, 12), "雨季", "完成六成"))


def drawn() -> desk.Account:
    return desk.submitted().do(INSPECTOR, r.Sample("2026-09", 700, True, ("late",)))


VISIT = r.Verify(mu("1"), "万亩", "现场")
PROVOKED: dict[str, Callable[[], object]] = {
    "act.unknown": unknown_act,
    "act.not_now": lambda: desk.opened().do(FORESTER, r.Submit()),
    "act.not_yours": lambda: desk.doing().do(STRANGER, BIG, evidence=(PHOTO,)),
    "act.own_claim": lambda: desk.submitted().do(
        r.Actor("forester2", "forestry", frozenset({"team"})), r.Verify(mu("1"), "万亩", "现场")
    ),
    "act.own_record": lambda: (
        desk.doing()
        .do(desk.OTHER_CLERK, BIG, evidence=(SCAN,), behalf=FORESTRY)
        .do(desk.OTHER_CLERK, r.Verify(mu("1"), "万亩", "现场"))
    ),
    "act.own_verdict": lambda: confirmed().do(FORESTER, r.Object("面积算错")).do(INSPECTOR, r.Review(True, "复测无误")),
    "need.mandate": lambda: under(with_needs("open", "mandate"), desk.Account(), CLERK, desk.opening()),
    "need.asked": lambda: desk.doing().do(LEADER, r.Endorse("leader")),
    "need.endorsed": lambda: under(
        with_needs("extend", "endorsed"), asked(), CLERK, r.Extend(PartialDate(2026, 12), "雨季", "leader")
    ),
    "need.second": lambda: under(with_needs("verify", "second"), desk.submitted(), INSPECTOR, VISIT),
    "need.verified": lambda: under(
        replace(TASK, acts=TASK.acts | {"confirm": replace(TASK.acts["confirm"], moves={"doing": "doing"})}),
        desk.doing(),
        CLERK,
        r.Confirm("良好"),
    ),
    "second.same": lambda: desk.submitted().do(INSPECTOR, replace(VISIT, second="inspector")),
    "verify.drawn": lambda: drawn().do(INSPECTOR, replace(VISIT, method="资料")),
    "sample.seed": lambda: desk.submitted().do(INSPECTOR, r.Sample(" ", 0, False)),
    "confirm.grade": lambda: desk.verified().do(CLERK, r.Confirm("一流")),
    "object.late": lambda: confirmed().do(FORESTER, r.Object("面积算错"), date(2026, 4, 2)),
    "stage.unknown": lambda: staged().do(CLERK, r.Advance("moon")),
    "stage.same": lambda: staged("talk").do(CLERK, r.Advance("talk")),
    "stage.day": lambda: staged("talk").do(CLERK, r.Advance("signed"), effective=date(2026, 3, 1)),
    "stage.reason": lambda: staged("talk").do(CLERK, r.Advance("built")),
    "need.last_stage": lambda: under(STAGED, staged("talk", to="closing"), CLERK, r.Close("1")),
    "problem.incomplete": lambda: desk.doing().do(FORESTER, r.RaiseProblem("缺苗", "", PartialDate(2026, 4))),
    "problem.unknown": lambda: desk.doing().do(CLERK, r.SettleProblem(1, "已调苗")),
    "extend.asked": lambda: asked().do(FORESTER, r.AskExtension(PartialDate(2027), "雪", "七成")),
    "resume.backwards": lambda: (
        desk.doing().do(CLERK, r.Suspend("征地", "leader")).do(CLERK, r.Resume(), effective=date(2026, 3, 1))
    ),
    "merge.into": lambda: desk.doing().do(CLERK, r.Merge("entry", "同一件事")),
    "decompose.nothing": lambda: desk.opened().do(CLERK, r.Decompose(0, 0)),
    "urge.paper": lambda: desk.doing().do(CLERK, r.Urge("催办", " ", "forestry")),
    "edition.other": lambda: desk.doing().do(CLERK, r.MoveToEdition(1, 3, "doing", "新规矩")),
    "need.reason": lambda: desk.opened().do(CLERK, r.Assign("1")).do(FORESTER, r.Decline("  ")),
    "need.evidence": lambda: desk.doing().do(FORESTER, BIG),
    "need.paper": needs_paper_of_act,
    "need.lead_unit": lambda: desk.opened(lead_unit=""),
    "need.due": lambda: desk.opened(due=None),
    "need.target": lambda: desk.opened(target=None),
    "need.title": lambda: desk.opened(title=" "),
    "need.leader": lambda: desk.submitted("5").do(LEADER, r.Waive("", "资金未到")),
    "need.method": lambda: desk.submitted().do(INSPECTOR, r.Verify(mu("1"), "万亩", "")),
    "need.covered": lambda: desk.verified("5").do(CLERK, r.Close("1")),
    "need.claimed": lambda: desk.doing().do(FORESTER, r.Submit()),
    "report.backwards": lambda: desk.reported("2").do(FORESTER, r.Report(mu("1.9"), "万亩"), evidence=(PHOTO,)),
    "report.unit": lambda: desk.doing().do(FORESTER, r.Report(mu("1"), "万元"), evidence=(PHOTO,)),
    "report.future": lambda: desk.doing().do(FORESTER, BIG, evidence=(PHOTO,), effective=date(2026, 3, 3)),
    "verify.too_much": lambda: desk.reported("2").do(INSPECTOR, r.Verify(mu("2.1"), "万亩", "现场")),
    "verify.nothing": lambda: desk.verified("2").do(INSPECTOR, r.Verify(0, "万亩", "现场")),
    "return.too_much": lambda: desk.reported("2").do(INSPECTOR, r.Return("少", mu("2.1"))),
    "waive.nothing": lambda: desk.verified().do(LEADER, r.Waive("leader", "资金未到")),
    "reverse.unknown": lambda: desk.reported().do(FORESTER, r.Reverse(99, "记错")),
    "reverse.kind": lambda: desk.reported().do(CLERK, r.Reverse(1, "记错")),
    "reverse.twice": lambda: desk.reported().do(FORESTER, r.Reverse(4, "记错")).do(FORESTER, r.Reverse(4, "再冲")),
    "reverse.after_verified": lambda: desk.verified().do(CLERK, r.Reverse(4, "记错")),
    "reverse.not_yours": lambda: desk.verified().do(FORESTER, r.Reverse(6, "不服")),
    "amend.field": lambda: desk.doing().do(CLERK, r.Amend("claimed", "9", "改数")),
    "amend.same": lambda: desk.doing().do(CLERK, r.Amend("title", "营造生态林 6 万亩", "没改")),
    "extend.backwards": lambda: desk.doing().do(CLERK, r.Extend(PartialDate(2026, 11, 30), "雨季", "leader")),
    "extend.limit": lambda: extended_twice().do(CLERK, r.Extend(PartialDate(2027, 2), "又下雪", "leader")),
    "open.again": lambda: desk.opened().do(CLERK, desk.opening()),
    "open.dates": lambda: desk.opened(start=PartialDate(2027)),
    "open.milestone": lambda: desk.opened(milestones=(Milestone(PartialDate(2026, 6), "半年", mu("7")),)),
    "open.co_is_lead": lambda: desk.opened(co_units=("forestry",)),
    "behalf.not_office": lambda: desk.doing().do(STRANGER, BIG, evidence=(SCAN,), behalf=FORESTRY),
    "behalf.own": lambda: (
        desk.opened().do(CLERK, r.Assign("1")).do(CLERK, r.Accept(), evidence=(SCAN,), behalf=OnBehalf("office"))
    ),
    "forward.late": lambda: desk.reported().do(
        CLERK, r.BringForward(mu("1"), mu("1"), "万亩", desk.DAY), evidence=(SCAN,)
    ),
    "forward.more_verified": lambda: desk.doing().do(
        CLERK, r.BringForward(mu("1"), mu("2"), "万亩", desk.DAY), evidence=(SCAN,)
    ),
}


@pytest.mark.parametrize("code", sorted(CODES))
def test_refused(code: str) -> None:
    with pytest.raises(PostingRefused) as refused:
        PROVOKED[code]()
    assert refused.value.code == code


def test_a_refusal_changes_nothing() -> None:
    account = desk.verified("5")
    before = account.entry
    with pytest.raises(PostingRefused):
        account.do(CLERK, r.Close("1"), LATER)
    assert account.entry == before


def test_a_code_nobody_listed_cannot_be_raised() -> None:
    with pytest.raises(KeyError):
        PostingRefused("because")
