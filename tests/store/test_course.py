"""一路上的事：立项、分解、配合、问题、延期、暂停、抽查、认定、异议、归档、结转，都走 operations。

What happens on the way, through the operations; after every scene the projections equal a rebuild from the journal.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest

from taizhang.ledger import requests as r
from taizhang.ledger.dates import PartialDate
from taizhang.ledger.quantity import parse
from taizhang.ledger.refusal import PostingRefused
from taizhang.ledger.target import Target
from taizhang.operations import (
    accept,
    approve,
    archive,
    ask_extension,
    assign,
    carry_over,
    check,
    close,
    confirm,
    confirm_duty,
    decompose,
    extend,
    instruct,
    merge,
    problem,
    report,
    sample,
    submit,
    suspend,
    verify,
)
from taizhang.operations.open import open_entry
from taizhang.operations.perform import EntryNotFound, Given, ManyRefused
from taizhang.store import journal, rebuild
from taizhang.store.models import EntryRow
from tests.store.county import AT, actor
from tests.store.test_life import LATER, MU, amount, order, paper

pytestmark = pytest.mark.usefixtures("small_county")


@pytest.fixture(autouse=True)
def _rebuilds_equal(small_county: object) -> Iterator[None]:
    yield
    assert rebuild.differences() == []


def by(name: str) -> Given:
    return {"by": actor(name), "at": LATER}


def opened(**more: object) -> str:
    return open_entry(book="task", request=order(**more), by=actor("chen"), at=AT).entry.id


def doing() -> str:
    entry = opened()
    assign.assign(entry=entry, by=actor("chen"), at=AT)
    accept.accept(entry=entry, by=actor("lin"), at=AT)
    return entry


def verified() -> str:
    entry = doing()
    report.report(entry=entry, cumulative=amount("12"), unit=MU, evidence=[paper()], **by("lin"))
    submit.submit(entry=entry, **by("lin"))
    check.check(entry=entry, conclusion="材料齐全", **by("chen"))
    sample.sample(entry=entry, seed="2026-03", **by("tan"))
    verify.verify(entry=entry, found=amount("12"), unit=MU, method="现场", **by("tan"))
    return entry


def state(entry: str) -> str:
    return EntryRow.objects.get(id=entry).state


def test_a_proposal_is_approved_by_a_leader_only() -> None:
    entry = opened(proposed=True)
    assert state(entry) == "proposed"
    with pytest.raises(PostingRefused, match=r"act\.not_yours"):
        approve.approve(entry=entry, approver="leader1", **by("chen"))
    approve.approve(entry=entry, approver="leader1", **by("li"))
    assert state(entry) == "opened"
    refused = opened(proposed=True)
    approve.refuse(entry=refused, approver="leader1", reason="与省级工程重复", **by("li"))
    assert state(refused) == "refused"


def part(unit: str, figure: str) -> r.Open:
    target = Target("amount", "ge", parse(figure, MU).amount, MU, "造林面积")
    return order(f"{unit}造林", lead_unit=unit, target=target, co_units=())


def test_a_decomposed_target_shows_its_difference_on_the_parent() -> None:
    entry = opened()
    parent, *parts = decompose.decompose(entry=entry, parts=[part("bhz", "7"), part("lyz", "4.5")], **by("chen"))
    assert parent.entry.difference == amount("0.5")
    assert set(EntryRow.objects.filter(parent=entry).values_list("id", flat=True)) == {p.entry.id for p in parts}


def test_a_part_refused_leaves_nothing_behind() -> None:
    entry = opened()
    with pytest.raises(ManyRefused):
        decompose.decompose(entry=entry, parts=[part("bhz", "7"), part("nowhere", "5")], **by("chen"))
    assert EntryRow.objects.count() == 1


def test_co_units_speak_for_themselves() -> None:
    entry = doing()
    confirm_duty.object_duty(entry=entry, reason="不归我局", **by("cai"))
    assert confirm_duty.confirm_duty(entry=entry, **by("cai")).entry.confirmed_units == {"czj"}
    with pytest.raises((PostingRefused, EntryNotFound)):
        confirm_duty.confirm_duty(entry=entry, **by("bei"))


def test_a_problem_has_an_owner_and_a_date() -> None:
    entry = doing()
    due = PartialDate.read("2026-05")
    problem.raise_problem(entry=entry, words="阴坡未整地", owner="czj", due=due, **by("lin"))
    settled = problem.settle_problem(entry=entry, problem=1, how="已整地", **by("chen")).entry
    assert settled.course.problems[0].how == "已整地"


def test_more_time_asked_endorsed_granted() -> None:
    entry = doing()
    later = PartialDate.read("2026-12")
    ask_extension.ask_extension(entry=entry, after=later, reason="雨季", progress="六成", **by("lin"))
    ask_extension.endorse(entry=entry, leader="leader1", **by("li"))
    extend.extend(entry=entry, after=later, reason="雨季", approved_by="leader1", **by("chen"))
    row = EntryRow.objects.get(id=entry)
    assert (row.due, row.original_due) == ("2026-12", "2026-11")
    ask_extension.ask_extension(entry=entry, after=PartialDate.read("2027"), reason="雪", **by("lin"))
    ask_extension.refuse_extension(entry=entry, reason="不影响", **by("chen"))
    assert journal.entries([entry])[entry].course.ask is None


def test_a_suspended_account_is_grey_and_its_clock_stands_still() -> None:
    entry = doing()
    suspend.suspend(entry=entry, reason="征地", approved_by="leader1", **by("chen"))
    row = EntryRow.objects.get(id=entry)
    assert (row.state, row.fixed) == ("suspended", "grey")
    month = LATER + timedelta(days=30)
    suspend.resume(entry=entry, by=actor("chen"), at=month)
    row.refresh_from_db()
    assert (row.state, row.fixed) == ("doing", "")


def test_check_draw_verify_confirm_object_review() -> None:
    entry = verified()
    confirm.confirm(entry=entry, grade="良好", **by("chen"))
    confirm.object_to(entry=entry, reason="等次偏低", **by("lin"))
    with pytest.raises(PostingRefused, match=r"act\.own_verdict"):
        confirm.review(entry=entry, upheld=True, reason="维持", **by("tan"))
    assert state(entry) == "objected"


def test_anybody_can_draw_again_from_the_seed_on_the_account() -> None:
    entry = verified()
    judged = journal.entries([entry])[entry].judgement
    assert judged.seed == "2026-03"
    assert judged.drawn is not None


def test_closed_archived_looked_back_at() -> None:
    entry = verified()
    close.close(entry=entry, grade="良好", **by("chen"))
    archive.archive(entry=entry, file="卷12", **by("chen"))
    assert archive.look_back(entry=entry, held=True, found="成活率 91%", **by("tan")).entry.ending.held is True
    assert state(entry) == "archived"


def test_merged_into_another_or_made_standing() -> None:
    entry, other = doing(), opened(title="另一件造林")
    with pytest.raises(EntryNotFound):
        merge.merge(entry=entry, into="nowhere", reason="同一件事", by=actor("lin"), at=LATER)
    assert merge.merge(entry=entry, into=other, reason="同一件事", **by("chen")).entry.ending.merged_into == other
    standing = doing()
    merge.make_standing(entry=standing, approved_by="leader1", reason="每年都做", **by("chen"))
    assert (state(entry), state(standing)) == ("merged", "standing")


def test_carried_over_accounts_name_each_other_and_keep_the_rest() -> None:
    entry = doing()
    report.report(entry=entry, cumulative=amount("5"), unit=MU, evidence=[paper()], **by("lin"))
    verify.verify(entry=entry, found=amount("5"), unit=MU, method="现场", **by("tan"))
    old, new = carry_over.carry_over(entry=entry, due=PartialDate.read("2027-06"), **by("chen"))
    assert (old.entry.state, old.entry.ending.carried_into) == ("carried", new.entry.id)
    assert (new.entry.carried_from, new.entry.target.amount) == (entry, amount("7"))


def test_instructions_and_papers_are_on_record() -> None:
    entry = doing()
    instruct.instruct(entry=entry, leader="leader1", words="请抓紧", on=AT.date(), **by("li"))
    instruct.urge(entry=entry, step="催办", paper="云督催〔2026〕1号", to="lyj", **by("chen"))
    assert [p.kind for p in journal.load(entry)][-2:] == ["Instructed", "Urged"]


@pytest.mark.parametrize("person", ["lin", "cai", "tan", "li"])
def test_only_the_office_merges_and_splits(person: str) -> None:
    entry, other = doing(), opened(title="另一件造林")
    with pytest.raises((PostingRefused, EntryNotFound)):
        merge.merge(entry=entry, into=other, reason="同一件事", **by(person))
    with pytest.raises((PostingRefused, ManyRefused, EntryNotFound)):
        decompose.decompose(entry=entry, parts=[part("bhz", "7")], **by(person))
    assert EntryRow.objects.count() == 2
