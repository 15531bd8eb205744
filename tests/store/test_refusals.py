"""每个动作，不归你的角色就做不了。Every act refuses every role that is not its own, and records nothing."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from taizhang.books import book
from taizhang.ledger.dates import PartialDate
from taizhang.ledger.posting import Evidence
from taizhang.ledger.refusal import PostingRefused
from taizhang.operations import archive, ask_extension, confirm, confirm_duty, instruct, merge, problem, suspend
from taizhang.operations.accept import accept
from taizhang.operations.amend import amend
from taizhang.operations.assign import assign
from taizhang.operations.bring_forward import bring_forward
from taizhang.operations.cancel import cancel
from taizhang.operations.carry_over import carry_over
from taizhang.operations.check import check
from taizhang.operations.close import close
from taizhang.operations.decline import decline
from taizhang.operations.extend import extend
from taizhang.operations.open import open_entry
from taizhang.operations.perform import EntryNotFound, Given, Outcome
from taizhang.operations.reassign import reassign
from taizhang.operations.reopen import reopen
from taizhang.operations.report import report
from taizhang.operations.return_ import return_
from taizhang.operations.reverse import reverse
from taizhang.operations.sample import sample
from taizhang.operations.submit import submit
from taizhang.operations.unchanged import unchanged
from taizhang.operations.verify import verify
from taizhang.operations.waive import waive
from taizhang.store import files, journal
from tests.store.county import AT, PEOPLE, actor
from tests.store.test_life import LATER, MU, amount, opened, order

pytestmark = pytest.mark.usefixtures("small_county")
Act = Callable[[str, Given], Outcome]
STEPS: dict[str, list[str]] = {
    "opened": [],
    "assigned": ["assign"],
    "doing": ["assign", "accept"],
    "reported": ["assign", "accept", "report"],
    "submitted": ["assign", "accept", "report", "submit"],
    "verified": ["assign", "accept", "report", "submit", "verify"],
    "closed": ["assign", "accept", "report", "submit", "verify", "close"],
    "asked": ["assign", "accept", "ask_extension"],
    "suspended": ["assign", "accept", "suspend"],
    "troubled": ["assign", "accept", "raise_problem"],
    "objected": ["assign", "accept", "report", "submit", "verify", "object"],
}
LONGER = PartialDate.read("2026-12")
TODAY = AT.date()
ACTS: dict[str, tuple[str, str, Act]] = {
    "assign": ("opened", "chen", lambda e, g: assign(entry=e, **g)),
    "accept": ("assigned", "lin", lambda e, g: accept(entry=e, **g)),
    "decline": ("assigned", "lin", lambda e, g: decline(entry=e, reason="不归我局", proposes="czj", **g)),
    "report": ("doing", "lin", lambda e, g: report(entry=e, cumulative=amount("12"), unit=MU, **g)),
    "unchanged": ("doing", "lin", lambda e, g: unchanged(entry=e, **g)),
    "submit": ("reported", "lin", lambda e, g: submit(entry=e, **g)),
    "return": (
        "submitted",
        "tan",
        lambda e, g: return_(entry=e, reason="少一半", takes_back=amount("6"), unit=MU, **g),
    ),
    "verify": ("submitted", "tan", lambda e, g: verify(entry=e, found=amount("12"), unit=MU, method="site", **g)),
    "waive": ("submitted", "li", lambda e, g: waive(entry=e, leader="leader1", reason="征地", **g)),
    "close": ("verified", "chen", lambda e, g: close(entry=e, **g)),
    "reopen": ("closed", "chen", lambda e, g: reopen(entry=e, reason="反弹", **g)),
    "bring_forward": (
        "opened",
        "chen",
        lambda e, g: bring_forward(entry=e, claimed=2, verified=1, unit=MU, as_of=date(2026, 2, 1), **g),
    ),
    "amend": ("opened", "chen", lambda e, g: amend(entry=e, field="title", after="造林", reason="错字", **g)),
    "reverse": ("reported", "chen", lambda e, g: reverse(entry=e, version=4, reason="多报", **g)),
    "reassign": ("doing", "chen", lambda e, g: reassign(entry=e, role="lead_unit", after="bhz", reason="划转", **g)),
    "extend": (
        "doing",
        "chen",
        lambda e, g: extend(entry=e, after=PartialDate.read("2026-12"), reason="汛期", approved_by="leader1", **g),
    ),
    "confirm_duty": ("doing", "cai", lambda e, g: confirm_duty.confirm_duty(entry=e, **g)),
    "object_duty": ("doing", "cai", lambda e, g: confirm_duty.object_duty(entry=e, reason="不归我局", **g)),
    "raise_problem": (
        "doing",
        "lin",
        lambda e, g: problem.raise_problem(entry=e, words="缺苗", owner="czj", due=LONGER, **g),
    ),
    "settle_problem": ("troubled", "chen", lambda e, g: problem.settle_problem(entry=e, problem=1, how="已调苗", **g)),
    "ask_extension": (
        "doing",
        "lin",
        lambda e, g: ask_extension.ask_extension(entry=e, after=LONGER, reason="雨季", **g),
    ),
    "endorse": ("asked", "li", lambda e, g: ask_extension.endorse(entry=e, leader="leader1", **g)),
    "refuse_extension": ("asked", "chen", lambda e, g: ask_extension.refuse_extension(entry=e, reason="不必", **g)),
    "suspend": ("doing", "chen", lambda e, g: suspend.suspend(entry=e, reason="征地", approved_by="leader1", **g)),
    "resume": ("suspended", "chen", lambda e, g: suspend.resume(entry=e, **g)),
    "check": ("submitted", "chen", lambda e, g: check(entry=e, conclusion="材料齐全", **g)),
    "sample": ("submitted", "tan", lambda e, g: sample(entry=e, seed="2026-03", **g)),
    "confirm": ("verified", "chen", lambda e, g: confirm.confirm(entry=e, grade="良好", **g)),
    "object": ("verified", "lin", lambda e, g: confirm.object_to(entry=e, reason="少算", **g)),
    "review": ("objected", "chen", lambda e, g: confirm.review(entry=e, upheld=True, reason="复测无误", **g)),
    "archive": ("closed", "chen", lambda e, g: archive.archive(entry=e, **g)),
    "look_back": ("closed", "tan", lambda e, g: archive.look_back(entry=e, held=True, found="成活", **g)),
    "make_standing": (
        "doing",
        "chen",
        lambda e, g: merge.make_standing(entry=e, approved_by="leader1", reason="每年都做", **g),
    ),
    "carry_over": ("doing", "chen", lambda e, g: carry_over(entry=e, due=PartialDate.read("2027"), **g)[0]),
    "instruct": (
        "doing",
        "li",
        lambda e, g: instruct.instruct(entry=e, leader="leader1", words="抓紧", on=AT.date(), **g),
    ),
    "urge": ("doing", "chen", lambda e, g: instruct.urge(entry=e, step="催办", paper="1号", to="lyj", **g)),
    "cancel": ("doing", "chen", lambda e, g: cancel(entry=e, approved_by="leader1", reason="并入", **g)),
}


def given(name: str) -> Given:
    kept = files.keep([b"paper"], name="a.pdf", media="application/pdf", at=AT)
    return {"by": actor(name), "at": LATER, "evidence": (Evidence("file", kept.digest, "a.pdf"),)}


def brought_to(state: str) -> str:
    entry = opened()
    for step in STEPS[state]:
        _, who, act = ACTS[step]
        act(entry, given(who))
    return entry


def may(name: str, person: str) -> bool:
    """Whether the book gives the act to this person's role, or to their unit as the lead."""
    roles = book("task").acts[name].roles
    return PEOPLE[person][1] in roles or {"lin": "lead", "cai": "co"}.get(person, "") in roles


def test_every_act_of_the_task_book_is_tried_here() -> None:
    assert set(ACTS) | {"open"} | ELSEWHERE == set(book("task").acts)


ELSEWHERE = {"approve", "refuse", "decompose", "merge", "overturn", "move_to_edition"}
"""Proposals, parts and merging are tried in test_course; overturning is a review that does not uphold."""
MANY = {"carry_over"}
"""Acts that write more than one record."""


@pytest.mark.parametrize("name", list(ACTS))
def test_an_act_is_for_its_roles_alone(name: str) -> None:
    state, right, act = ACTS[name]
    entry = brought_to(state)
    before = journal.head()
    for person in PEOPLE:
        if person != right and not may(name, person):
            with pytest.raises((PostingRefused, EntryNotFound)) as refused:
                act(entry, given(person))
            assert getattr(refused.value, "code", "act.not_yours") in ("act.not_yours", "act.own_claim")
    assert journal.head() == before
    done = act(entry, given(right)).number
    assert done > before[0] if name in MANY else done == before[0] + 1


@pytest.mark.parametrize("person", [name for name, (_, role) in PEOPLE.items() if role != "office"])
def test_only_the_office_opens(person: str) -> None:
    with pytest.raises(PostingRefused, match=r"act\.not_yours"):
        open_entry(book="task", request=order(), by=actor(person), at=AT)
    assert not journal.entries([])


def test_a_duty_moves_only_to_a_unit_there_is() -> None:
    entry = brought_to("doing")
    with pytest.raises(PostingRefused, match=r"open\.no_unit"):
        reassign(entry=entry, role="lead_unit", after="nobody", reason="划转", **given("chen"))
    moved = reassign(entry=entry, role="co_units", after="bhz czj", reason="加一家", **given("chen"))
    assert moved.entry.co_units == ("bhz", "czj")


def test_an_amended_title_may_not_outgrow_its_column() -> None:
    entry = brought_to("opened")
    with pytest.raises(PostingRefused, match=r"text\.too_long"):
        amend(entry=entry, field="title", after="长" * 501, reason="错", **given("chen"))
    with pytest.raises(PostingRefused, match=r"text\.too_long"):
        reassign(entry=entry, role="task_force", after="长" * 121, reason="错", **given("chen"))
    assert amend(entry=entry, field="standard", after="长" * 501, reason="细", **given("chen")).entry.version == 2
