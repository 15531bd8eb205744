"""每个动作，不归你的角色就做不了。Every act refuses every role that is not its own, and records nothing."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from taizhang.books import book
from taizhang.ledger.dates import PartialDate
from taizhang.ledger.posting import Evidence
from taizhang.ledger.refusal import PostingRefused
from taizhang.operations.accept import accept
from taizhang.operations.amend import amend
from taizhang.operations.assign import assign
from taizhang.operations.bring_forward import bring_forward
from taizhang.operations.cancel import cancel
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
}
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
    return PEOPLE[person][1] in roles or (person == "lin" and "lead" in roles)


def test_every_act_of_the_task_book_is_tried_here() -> None:
    assert set(ACTS) | {"open"} == set(book("task").acts)


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
    assert act(entry, given(right)).number == before[0] + 1


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
