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


def preview(*, document: str) -> list[Candidate]:
    """What would be opened: all accepted drafts of a document. Nothing is written."""
    return [Candidate(draft, lacks(draft)) for draft in drafts.drafts(document) if draft.state == "accepted"]


def lacks(draft: Draft) -> tuple[str, ...]:
    """What a draft still needs before it can be opened."""
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
        IntakeRefused: ``intake.nothing``, ``intake.incomplete``, ``intake.not_accepted``, ``intake.opened``,
            ``intake.gone``; see ``take_in.CODES``.
        operations.perform.ManyRefused: the ledger's own refusals, by place; then nothing was opened.
    """
    only_office(by)
    if not keys:
        raise IntakeRefused("intake.nothing")
    with journal.writing():
        wanted = _wanted(document, keys)
        pairs = _opened(drafts.document(document), wanted, by, at)
        drafts.opened(document, pairs, user=by.user, at=at)
    return [pairs[draft.id] for draft in wanted]


def _wanted(document: str, keys: Sequence[str]) -> list[Draft]:
    """The drafts in the order asked for, held; all of them can be opened."""
    place = {key: at for at, key in enumerate(keys)}
    try:
        found = sorted(drafts.held(document, keys), key=lambda draft: place[draft.id])
    except NoSuchDraft as error:
        raise IntakeRefused("intake.gone") from error
    for draft in found:
        if draft.state == "opened":
            raise IntakeRefused("intake.opened")
        if draft.state not in ("pending", "accepted"):
            raise IntakeRefused("intake.not_accepted", title=draft.title)
    incomplete = [draft for draft in found if lacks(draft)]
    if incomplete:
        raise IntakeRefused("intake.incomplete", count=len(incomplete), title=incomplete[0].title)
    return found


def _opened(kept: Document, wanted: Sequence[Draft], by: Actor, at: datetime) -> dict[str, str]:
    """Draft to entry, book by book in one transaction."""
    pairs: dict[str, str] = {}
    for book in dict.fromkeys(draft.book for draft in wanted):
        mine = [draft for draft in wanted if draft.book == book]
        outcomes = open_many(book=book, requests=[request(kept, d, at.date()) for d in mine], by=by, at=at)
        pairs |= {draft.id: outcome.entry.id for draft, outcome in zip(mine, outcomes, strict=True)}
    return pairs


def request(document: Document, draft: Draft, today: date) -> Open:
    """A draft as the ledger's request; its number is given when it is opened. Personal numbers enter no posting."""
    due = PartialDate.read(draft.due)
    return Open(
        number="",
        title=masked(draft.title),
        target=_target(draft),
        lead_unit=draft.lead_unit,
        due=due,
        start=PartialDate.read(draft.begin) if draft.begin else _start(due, today),
        co_units=draft.co_units,
        leader=draft.leader,
        milestones=tuple(_milestone(stone) for stone in draft.milestones),
        source=_source(document, draft),
        basis=masked(document.title),
        topic=str(draft.payload.get("topic", "")),
    )


def _start(due: PartialDate, today: date) -> PartialDate:
    """A plan of this year starts to count when its account is opened, never after it is due."""
    return PartialDate.of(min(today, due.last))


def _target(draft: Draft) -> Target:
    if draft.target_kind == "deliverable" or draft.amount is None:
        return Target(measure=masked(draft.measure), stretch=draft.stretch)
    return Target(
        kind=draft.target_kind,  # type: ignore[arg-type]  # 表里的取值就是这几种 the column holds only these
        bound=draft.bound,  # type: ignore[arg-type]
        amount=draft.amount,
        unit=draft.unit,
        measure=masked(draft.measure or draft.title),
        stretch=draft.stretch,
    )


def _milestone(stone: dict[str, str | int | None]) -> Milestone:
    amount = stone["amount"]
    return Milestone(
        PartialDate.read(str(stone["due"])), masked(str(stone["title"])), amount if amount is None else int(amount)
    )


def _source(document: Document, draft: Draft) -> SourceAnchor:
    """The quote with personal numbers masked; the span still leads to the extraction as it is."""
    return SourceAnchor(
        document=document.id,
        file=document.file,
        extraction=document.extraction_digest,
        start=draft.source_start,
        end=draft.source_end,
        quote=masked(draft.quote),
        place=draft.place,
    )
