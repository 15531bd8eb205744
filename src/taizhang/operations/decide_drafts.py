"""定条目：采纳、不立、改、并、成批给单位和时限。Decide drafts: accept, set aside, edit, merge, fill in many."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from taizhang.ledger.dates import PartialDate
from taizhang.ledger.quantity import parse
from taizhang.ledger.requests import Actor
from taizhang.operations.take_in import IntakeRefused, only_office
from taizhang.store import drafts
from taizhang.store.drafts import Draft, DraftSettled, NoSuchDraft
from taizhang.text.span import Span

Stone = dict[str, Any]
"""A milestone of a draft: ``due`` (ISO), ``title``, ``amount`` (sub-units or ``None``)."""


def accept(*, document: str, keys: Sequence[str], by: Actor, at: datetime) -> int:
    """采纳."""
    return _change(document, keys, {"state": "accepted", "reason": ""}, by, at)


def discard(*, document: str, keys: Sequence[str], reason: str, by: Actor, at: datetime) -> int:
    """不立, with a reason in the clerk's words; ``clerk`` when none is given."""
    return _change(document, keys, {"state": "discarded", "reason": reason.strip() or "clerk"}, by, at)


def restore(*, document: str, keys: Sequence[str], by: Actor, at: datetime) -> int:
    """放回待定."""
    return _change(document, keys, {"state": "pending", "reason": ""}, by, at)


def fill(
    *, document: str, keys: Sequence[str], by: Actor, at: datetime, lead_unit: str = "", leader: str = "", due: str = ""
) -> int:
    """Give many at once their lead unit, leader and due date; what is empty stays as it is.

    Raises:
        ledger.dates.NotADate: ``due`` is no date.
    """
    values: dict[str, Any] = {"lead_unit": lead_unit, "leader": leader, "due": PartialDate.read(due).iso if due else ""}
    return _change(document, keys, {name: value for name, value in values.items() if value}, by, at)


@dataclass(frozen=True, slots=True)
class Wording:
    """What the edit form says of one draft. ``figure`` is as typed, in ``unit``; empty for a deliverable.

    ``milestones`` are ``(due, title, figure)`` as typed.
    """

    title: str
    lead_unit: str
    due: str
    book: str = "task"
    co_units: tuple[str, ...] = ()
    leader: str = ""
    begin: str = ""
    target_kind: str = "deliverable"
    bound: str = "ge"
    figure: str = ""
    unit: str = ""
    measure: str = ""
    stretch: bool = False
    milestones: tuple[tuple[str, str, str], ...] = field(default_factory=tuple)


def edit(*, document: str, key: str, wording: Wording, by: Actor, at: datetime) -> None:
    """改一条; it counts as accepted.

    Raises:
        ledger.dates.NotADate, ledger.quantity.NotAQuantity: what was typed; nothing changes.
    """
    deliverable = wording.target_kind == "deliverable"
    values = {
        "title": wording.title.strip()[:500],
        "book": wording.book,
        "lead_unit": wording.lead_unit,
        "co_units": [unit for unit in wording.co_units if unit != wording.lead_unit],
        "leader": wording.leader,
        "due": PartialDate.read(wording.due).iso if wording.due else "",
        "begin": PartialDate.read(wording.begin).iso if wording.begin else "",
        "target_kind": wording.target_kind,
        "bound": wording.bound,
        "amount": None if deliverable else parse(wording.figure, wording.unit).amount,
        "unit": "" if deliverable else wording.unit.strip(),
        "measure": wording.measure.strip()[:120],
        "stretch": wording.stretch,
        "milestones": [_milestone(stone, wording.unit) for stone in wording.milestones],
        "state": "accepted",
        "reason": "",
    }
    _change(document, [key], values, by, at)


def _milestone(stone: tuple[str, str, str], unit: str) -> dict[str, Any]:
    due, title, figure = stone
    amount = parse(figure, unit).amount if figure.strip() else None
    return {"due": PartialDate.read(due).iso, "title": title.strip()[:200], "amount": amount}


def merge(*, document: str, keys: Sequence[str], into: str, by: Actor, at: datetime) -> int:
    """并入另一条: the merged ones keep their place in the text and point to the one that stands for them."""
    only_office(by)
    others = [key for key in keys if key != into]
    if not others:
        raise IntakeRefused("intake.nothing")
    target = _found(document, [into])[0]
    if target.state in ("merged", "discarded"):
        raise IntakeRefused("intake.merge_target", title=target.title)
    return _change(document, others, {"state": "merged", "parent_id": into, "reason": ""}, by, at)


def take_up(*, document: str, start: int, end: int, by: Actor, at: datetime) -> str:
    """补立: a sentence that the reading left out becomes a draft; returns its id."""
    only_office(by)
    kept = drafts.document(document)
    if not 0 <= start < end <= len(kept.repaired):
        raise IntakeRefused("intake.gone")
    quote = kept.repaired[start:end].strip()
    back = drafts.edits_of(kept).to_source(Span(start, end))
    order = max((d.order for d in drafts.drafts(document) if d.start <= start), default=0)
    made = Draft(
        kind="item",
        title=quote.strip("，,。；; ")[:60],
        order=order,
        start=start,
        end=end,
        source_start=back.start,
        source_end=back.end,
        quote=kept.extraction[back.start : back.end],
        payload={"kind": "task", "why": ["due_missing"], "by_hand": True},
    )
    return drafts.add(document, [made])[0]


def _found(document: str, keys: Sequence[str]) -> list[Draft]:
    try:
        return drafts.drafts(document, keys)
    except NoSuchDraft as error:
        raise IntakeRefused("intake.gone") from error


def _change(document: str, keys: Sequence[str], values: dict[str, Any], by: Actor, at: datetime) -> int:
    only_office(by)
    if not keys or not values:
        raise IntakeRefused("intake.nothing")
    try:
        return drafts.change(document, keys, values, user=by.user, at=at)
    except NoSuchDraft as error:
        raise IntakeRefused("intake.gone") from error
    except DraftSettled as error:
        raise IntakeRefused("intake.opened") from error
