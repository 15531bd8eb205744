"""定条目：采纳、不立、改、并、成批给单位和时限。Decide drafts: accept, set aside, edit, merge, fill in many."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from taizhang.ledger.dates import NotADate, PartialDate
from taizhang.ledger.quantity import NotAQuantity, parse
from taizhang.ledger.requests import Actor
from taizhang.operations.proposals import TITLE
from taizhang.operations.take_in import IntakeRefused, only_office
from taizhang.store import drafts
from taizhang.store.drafts import Document, Draft, DraftDecided, DraftSettled, NoSuchDraft
from taizhang.text.span import Span

Stone = dict[str, Any]
"""A milestone of a draft: ``due`` (ISO), ``title``, ``amount`` (sub-units or ``None``)."""


def accept(*, document: str, keys: Sequence[str], by: Actor, at: datetime) -> int:
    """采纳."""
    return _change(document, keys, {"state": "accepted", "reason": "", "parent_id": None}, by, at)


def discard(*, document: str, keys: Sequence[str], reason: str, by: Actor, at: datetime) -> int:
    """不立, with a reason in the clerk's words; ``clerk`` when none is given."""
    values = {"state": "discarded", "reason": reason.strip() or "clerk", "parent_id": None}
    return _change(document, keys, values, by, at)


def restore(*, document: str, keys: Sequence[str], by: Actor, at: datetime) -> int:
    """放回待定."""
    return _change(document, keys, {"state": "pending", "reason": "", "parent_id": None}, by, at)


def fill(
    *, document: str, keys: Sequence[str], by: Actor, at: datetime, lead_unit: str = "", leader: str = "", due: str = ""
) -> int:
    """Give many at once their lead unit, leader and due date; what is empty stays as it is.

    Raises:
        IntakeRefused: ``intake.nothing_given``, and those of every decision.
        ledger.dates.NotADate: ``due`` is no date.
    """
    values: dict[str, Any] = {"lead_unit": lead_unit, "leader": leader, "due": PartialDate.read(due).iso if due else ""}
    given = {name: value for name, value in values.items() if value}
    if keys and not given:
        raise IntakeRefused("intake.nothing_given")
    return _change(document, keys, given, by, at)


@dataclass(frozen=True, slots=True)
class Wording:
    """What the edit form says of one draft. ``figure`` is as typed, in ``unit``; empty for a deliverable.

    ``milestones`` are ``(due, title, figure)`` as typed; those whose date or figure cannot be read raise
    :class:`MilestoneRefused` with their place.
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


class MilestoneRefused(ValueError):
    """A milestone's date or figure cannot be read: its place (from 0), and the ledger's own refusal."""

    def __init__(self, place: int, cause: NotADate | NotAQuantity) -> None:
        super().__init__(place, cause)
        self.place = place
        self.cause = cause


Seen = datetime | None
"""When a draft had been decided, as a person saw it before editing; ``None`` when it was undecided."""
_ANY: Any = object()


def edit(*, document: str, key: str, wording: Wording, by: Actor, at: datetime, seen: Seen = _ANY) -> None:
    """改一条; it counts as accepted.

    Raises:
        ledger.dates.NotADate, ledger.quantity.NotAQuantity, MilestoneRefused: what was typed; nothing changes.
        IntakeRefused: ``intake.changed`` (params: who, at): somebody else decided it since it was ``seen``.
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
        "milestones": [_milestone(n, stone, wording.unit) for n, stone in enumerate(wording.milestones)],
        "state": "accepted",
        "reason": "",
        "parent_id": None,
    }
    _change(document, [key], values, by, at, {} if seen is _ANY else {key: seen})


def _milestone(place: int, stone: tuple[str, str, str], unit: str) -> Stone:
    due, title, figure = stone
    try:
        amount = parse(figure, unit).amount if figure.strip() else None
        return {"due": PartialDate.read(due).iso, "title": title.strip()[:200], "amount": amount}
    except (NotADate, NotAQuantity) as error:
        raise MilestoneRefused(place, error) from error


def merge(*, document: str, keys: Sequence[str], into: str = "", by: Actor, at: datetime) -> tuple[int, str]:
    """并成一条: the others keep their place in the text and point to the one that stands for them.

    Without ``into`` the first of them in the text stands for all. Returns how many were merged, and the title of the
    one that stands.

    Raises:
        IntakeRefused: ``intake.too_few`` (there is no other), ``intake.merge_target`` (it stands for nothing itself),
            and those of every decision.
    """
    only_office(by)
    if not keys:
        raise IntakeRefused("intake.nothing")
    target = _found(document, [into] if into else keys)[0]
    others = [key for key in keys if key != target.id]
    if not others:
        raise IntakeRefused("intake.too_few")
    if target.state in ("merged", "discarded"):
        raise IntakeRefused("intake.merge_target", title=target.title)
    if target.state == "opened":
        raise IntakeRefused("intake.opened")
    merged = _change(document, others, {"state": "merged", "parent_id": target.id, "reason": ""}, by, at)
    return merged, target.title


def take_up(*, document: str, start: int, end: int, by: Actor, at: datetime) -> str:
    """补立: a sentence that the reading left out becomes a draft; returns its id. Asked twice, it is the same one."""
    only_office(by)
    kept = drafts.document(document)
    if not 0 <= start < end <= len(kept.repaired):
        raise IntakeRefused("intake.gone")
    there = drafts.drafts(document)
    same = next((d.id for d in there if (d.start, d.end) == (start, end) and d.payload.get("by_hand")), "")
    return same or drafts.add(document, [_by_hand(kept, there, Span(start, end))])[0]


def _by_hand(kept: Document, there: Sequence[Draft], at: Span) -> Draft:
    back = drafts.edits_of(kept).to_source(at)
    ordinal = max((int(d.payload.get("ordinal", 0)) for d in there if d.kind == "item"), default=0) + 1
    return Draft(
        kind="item",
        title=at.of(kept.repaired).strip('，,。；;“”" \u3000')[:TITLE],
        order=max((d.order for d in there if d.start <= at.start), default=0),
        start=at.start,
        end=at.end,
        source_start=back.start,
        source_end=back.end,
        quote=back.of(kept.extraction),
        payload={"kind": "task", "why": ["due_missing"], "by_hand": True, "ordinal": ordinal},
    )


def _found(document: str, keys: Sequence[str]) -> list[Draft]:
    try:
        return drafts.drafts(document, keys)
    except NoSuchDraft as error:
        raise IntakeRefused("intake.gone") from error


def _change(
    document: str,
    keys: Sequence[str],
    values: dict[str, Any],
    by: Actor,
    at: datetime,
    seen: Mapping[str, Seen] | None = None,
) -> int:
    only_office(by)
    if not keys or not values:
        raise IntakeRefused("intake.nothing")
    try:
        return drafts.change(document, keys, values, user=by.user, at=at, seen=seen)
    except NoSuchDraft as error:
        raise IntakeRefused("intake.gone") from error
    except DraftSettled as error:
        raise IntakeRefused("intake.opened") from error
    except DraftDecided as error:
        raise IntakeRefused("intake.changed", who=error.who, at=error.at.isoformat()) from error
