"""收件：还作数的提醒，等督查室点头的文书。What a unit was reminded of.

A letter is kept for good, yet it is shown only while what it says is true: once the report is made, its reminder is
gone; once a paper went out, nobody is asked for it again.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from taizhang.books import load
from taizhang.ledger.book import Label
from taizhang.ledger.clocks import DEADLINE
from taizhang.ledger.requests import Actor
from taizhang.queries.visibility import visible_entries
from taizhang.store.models import OutboxRow
from taizhang.store.reminders import letters

LATEST = 200
"""Letters looked at; older ones have had their time."""


@dataclass(frozen=True, slots=True)
class Reminded:
    """``kind`` is due, clock, amber or red; ``clock`` names the clock (nothing: the due date); ``late`` counts days."""

    kind: str
    entry: str
    title: str
    clock: Label | None
    day: date
    late: int
    provisional: bool


@dataclass(frozen=True, slots=True)
class PaperWaiting:
    """``step`` is the rung (催办…通报) that may go out since ``since``; ``clock`` was missed on ``missed``."""

    step: str
    entry: str
    title: str
    clock: Label | None
    missed: date
    since: date
    provisional: bool


@dataclass(frozen=True, slots=True)
class Inbox:
    """Newest first."""

    reminders: tuple[Reminded, ...] = ()
    papers: tuple[PaperWaiting, ...] = ()


def inbox(actor: Actor, *, on: date) -> Inbox:
    """What was sent to the unit of this person and still holds on a day."""
    if not actor.unit:
        return Inbox()
    sent = list(OutboxRow.objects.filter(unit=actor.unit, sent_at__isnull=False).order_by("-id")[:LATEST])
    rows = visible_entries(actor).filter(id__in={row.entry for row in sent})
    books = dict(rows.values_list("id", "book")) if sent else {}
    live = {letter.key for letter in letters(on, rows)} if sent else set()
    standing = [row for row in sent if row.key in live]
    return Inbox(
        reminders=tuple(_reminded(row, books[row.entry], on) for row in standing if row.kind != "paper"),
        papers=tuple(_paper(row, books[row.entry]) for row in standing if row.kind == "paper"),
    )


def _reminded(row: OutboxRow, book: str, on: date) -> Reminded:
    day = date.fromisoformat(row.params.get("by") or row.params["since"])
    label = _label(book, row.params.get("clock", DEADLINE))
    return Reminded(
        row.kind, row.entry, row.params["title"], label, day, (on - day).days, bool(row.params.get("provisional"))
    )


def _paper(row: OutboxRow, book: str) -> PaperWaiting:
    told = row.params
    missed, since = date.fromisoformat(told["missed"]), date.fromisoformat(told["since"])
    label = _label(book, told["clock"])
    return PaperWaiting(told["step"], row.entry, told["title"], label, missed, since, told["provisional"])


def _label(book: str, name: str) -> Label | None:
    named = (clock for clock in load()[book].clocks if name in (clock.act, f"{clock.act}.{clock.since}"))
    return next((clock.label for clock in named), None)
