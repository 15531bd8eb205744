"""时钟要知道的：从投影和流水里取。What clocks ask of accounts, from the projection and the few postings it leaves out.

The projection holds the state, since when, the due date and the last report. Suspensions, papers that went out and acts
that a county's clock runs from are read from the journal, for all accounts at once.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from itertools import groupby
from typing import Any

from django.db.models import QuerySet

from taizhang.books import load
from taizhang.ledger.book import Book
from taizhang.ledger.calendar import Pause
from taizhang.ledger.clocks import SAME, Standing, told
from taizhang.ledger.entry import ACT_OF
from taizhang.ledger.journal import posting_of
from taizhang.store import projections
from taizhang.store.clock import ZONE
from taizhang.store.models import EntryRow, PostingRow

FIELDS = ("id", "state", "entered", "due_last", "reported")
STOP, PAPER = "Suspended", "Urged"
"""Kinds of postings that a clock must see: 暂停, and the papers of the ladder."""
SHOWN = frozenset({"report"})
"""Acts whose last day is a column."""


@dataclass(slots=True)
class Marks:
    """What the journal says of one account, in order."""

    entered: date | None = None
    acted: dict[str, date] = field(default_factory=dict)
    paused: tuple[Pause, ...] = ()
    urged: tuple[tuple[str, date], ...] = ()


def standings(
    rows: QuerySet[EntryRow], marked: Mapping[str, Marks], *more: str
) -> Iterator[tuple[dict[str, Any], Standing]]:
    """Each account's columns (``FIELDS`` and ``more``) with what its clocks ask, in steady memory."""
    nothing = Marks()
    for row in rows.values(*FIELDS, *more).iterator(chunk_size=1_000):
        mark = marked.get(row["id"], nothing)
        acted = {"report": row["reported"]} | mark.acted if row["reported"] else mark.acted
        entered = mark.entered or row["entered"]
        yield row, Standing(row["state"], entered, row["due_last"], acted, mark.paused, mark.urged)


def marks(rows: QuerySet[EntryRow]) -> dict[str, Marks]:
    """Of all these accounts in one query; most have none of these postings."""
    found: dict[str, Marks] = defaultdict(Marks)
    kinds = [STOP, PAPER, *_named(load().values())]
    wanted = PostingRow.objects.filter(kind__in=kinds, stream__in=rows.order_by().values("id"))
    columns = wanted.order_by("number").values_list("stream", "kind", "recorded_at", "effective", "body")
    for stream, kind, recorded, effective, body in columns.iterator(chunk_size=1_000):
        _mark(found[stream], kind, recorded, effective, body)
    _tell([stream for stream, mark in found.items() if mark.paused], found)
    return found


def _tell(stopped: list[str], found: dict[str, Marks]) -> None:
    """A clock that was stopped is told by all postings of its account: there are few of them."""
    rows = PostingRow.objects.filter(stream__in=stopped).order_by("stream", "version")
    bodies = rows.values_list("body", flat=True) if stopped else ()
    for stream, own in groupby(map(posting_of, bodies), key=lambda posting: posting.stream):
        postings = list(own)
        one = told(projections.book_of(None, postings[0]), postings)
        found[stream] = Marks(one.entered, dict(one.acted), one.paused, one.urged)


def _named(books: Any) -> set[str]:
    """Kinds of the acts that clocks run from or that end them, beyond those with a column."""
    acts = {act for book in books for act in _asked(book)} - SHOWN
    return {kind for kind, act in ACT_OF.items() if SAME.get(act, act) in acts}


def _asked(book: Book) -> Iterator[str]:
    for clock in book.clocks:
        if clock.since:
            yield clock.since
        if book.acts[clock.act].moves.get(clock.state) == clock.state:
            yield clock.act


def _mark(mark: Marks, kind: str, recorded: datetime, effective: date, body: str) -> None:
    if kind == STOP:
        mark.paused += ((effective, None),)
    elif kind == PAPER:
        mark.urged += ((str(getattr(posting_of(body).fact, "step", "")), effective),)
    else:
        act = ACT_OF[kind]
        mark.acted[SAME.get(act, act)] = recorded.astimezone(ZONE).date()
