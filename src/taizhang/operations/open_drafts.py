"""开账：把采纳的条目一次立成账，要么都立，要么都不立。Open accepted drafts as entries, all of them or none."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from taizhang.ledger.dates import PartialDate
from taizhang.ledger.posting import Milestone, SourceAnchor
from taizhang.ledger.requests import Actor, Open
from taizhang.ledger.target import Target
from taizhang.operations.open import open_many
from taizhang.operations.take_in import IntakeRefused, only_office
from taizhang.store import drafts, journal
from taizhang.store.drafts import Document, Draft, NoSuchDraft
from taizhang.text.personal import masked


@dataclass(frozen=True, slots=True)
class Candidate:
    """A draft on its way to an entry; ``lacks`` says what is still missing: title, lead_unit, due, amount."""

    draft: Draft
    lacks: tuple[str, ...]


def preview(*, document: str, keys: Sequence[str] | None = None) -> list[Candidate]:
    """What would be opened: the given drafts in their order, or all accepted ones. Nothing is written."""
    try:
        found = drafts.drafts(document, keys)
    except NoSuchDraft as error:
        raise IntakeRefused("intake.gone") from error
    if keys is not None:
        place = {key: at for at, key in enumerate(keys)}
        found.sort(key=lambda draft: place[draft.id])
    wanted = [d for d in found if d.state == "accepted" or (keys is not None and d.state in ("pending", "accepted"))]
    return [Candidate(draft, _lacks(draft)) for draft in wanted]


def _lacks(draft: Draft) -> tuple[str, ...]:
    checks = {
        "title": bool(draft.title.strip()),
        "lead_unit": bool(draft.lead_unit),
        "due": bool(draft.due),
        "amount": draft.target_kind == "deliverable" or draft.amount is not None,
    }
    return tuple(name for name, there in checks.items() if not there)


def open_drafts(*, document: str, keys: Sequence[str], by: Actor, at: datetime) -> list[str]:
    """Open the drafts as entries in one transaction; returns the entries' ids in the drafts' order.

    Raises:
        IntakeRefused: ``intake.nothing``, ``intake.incomplete`` (params: count), ``intake.opened``, ``intake.gone``.
        operations.perform.ManyRefused: the ledger's own refusals, by place; then nothing was opened.
    """
    only_office(by)
    candidates = preview(document=document, keys=keys)
    if not candidates:
        raise IntakeRefused("intake.nothing")
    incomplete = [c for c in candidates if c.lacks]
    if incomplete:
        raise IntakeRefused("intake.incomplete", count=len(incomplete), title=incomplete[0].draft.title)
    kept = drafts.document(document)
    with journal.writing():
        pairs = _opened(kept, [c.draft for c in candidates], by, at)
        try:
            drafts.opened(document, pairs, user=by.user, at=at)
        except drafts.DraftSettled as error:
            raise IntakeRefused("intake.opened") from error
    return [pairs[c.draft.id] for c in candidates]


def _opened(kept: Document, wanted: Sequence[Draft], by: Actor, at: datetime) -> dict[str, str]:
    """Draft to entry, book by book in one transaction."""
    pairs: dict[str, str] = {}
    for book in dict.fromkeys(draft.book for draft in wanted):
        mine = [draft for draft in wanted if draft.book == book]
        outcomes = open_many(book=book, requests=[request(kept, d, at.date()) for d in mine], by=by, at=at)
        pairs |= {draft.id: outcome.entry.id for draft, outcome in zip(mine, outcomes, strict=True)}
    return pairs


def request(document: Document, draft: Draft, today: date) -> Open:
    """A draft as the ledger's request; the number is given when it is opened."""
    due = PartialDate.read(draft.due)
    return Open(
        number="",
        title=draft.title,
        target=_target(draft),
        lead_unit=draft.lead_unit,
        due=due,
        start=PartialDate.read(draft.begin) if draft.begin else _start(due, today),
        co_units=draft.co_units,
        leader=draft.leader,
        milestones=tuple(_milestone(stone) for stone in draft.milestones),
        source=_source(document, draft),
        basis=document.title,
        topic=str(draft.payload.get("topic", "")),
    )


def _start(due: PartialDate, today: date) -> PartialDate:
    """A plan of this year starts to count when its account is opened, never after it is due."""
    return PartialDate.of(min(today, due.last))


def _target(draft: Draft) -> Target:
    if draft.target_kind == "deliverable" or draft.amount is None:
        return Target(measure=draft.measure, stretch=draft.stretch)
    return Target(
        kind=draft.target_kind,  # type: ignore[arg-type]  # 表里的取值就是这几种 the column holds only these
        bound=draft.bound,  # type: ignore[arg-type]
        amount=draft.amount,
        unit=draft.unit,
        measure=draft.measure or draft.title,
        stretch=draft.stretch,
    )


def _milestone(stone: dict[str, str | int | None]) -> Milestone:
    amount = stone["amount"]
    return Milestone(
        PartialDate.read(str(stone["due"])), str(stone["title"]), amount if amount is None else int(amount)
    )


def _source(document: Document, draft: Draft) -> SourceAnchor:
    """The quote enters a posting, so personal numbers in it are masked; the span still leads to the extraction."""
    return SourceAnchor(
        document=document.id,
        file=document.file,
        extraction=document.extraction_digest,
        start=draft.source_start,
        end=draft.source_end,
        quote=masked(draft.quote),
        place=draft.place,
    )
