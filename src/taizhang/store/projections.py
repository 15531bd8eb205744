"""投影：流水动一笔，表跟着动，在同一个事务里。Projections move with the journal, in the same transaction.

What a row holds is a function of the folded entry alone, so a rebuild gives the same rows (tested as a property).
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from taizhang.books import book as book_named
from taizhang.ledger.book import Book
from taizhang.ledger.entry import Entry, evolve, fold
from taizhang.ledger.journal import Record, posting_of
from taizhang.ledger.light import light_dates
from taizhang.ledger.posting import Assigned, Closed, Evidence, Opened, Posting
from taizhang.ledger.registry import is_registry
from taizhang.ledger.target import covers
from taizhang.store import registrar
from taizhang.store.models import EntryRow, EntryUnitRow, EvidenceRow, FileRow, PaperRow, PostingRow

Owner = tuple[str, str, int]
"""A unit, its role (lead or co), its place."""
_NUMBER = re.compile(r"(\d{2})-(\d+)")
_PAPER = re.compile(r"〔(\d{4})〕\s*(\d+)\s*号")


def move(records: Sequence[Record], postings: Sequence[Posting], entries: Mapping[str, Entry]) -> None:
    """Bring every projection up to these postings; ``entries`` are folded at the version before them."""
    known: dict[str, Entry | None] = dict(entries)
    owners = {stream: units(entry) for stream, entry in entries.items()}
    last: dict[str, tuple[Record, Posting]] = {}
    for record, posting in zip(records, postings, strict=True):
        if is_registry(posting.stream):
            registrar.take(posting)
            continue
        known[posting.stream] = _after(known, posting)
        last[posting.stream] = (record, posting)
    for stream, (record, posting) in last.items():
        entry = known[stream]
        assert entry is not None
        save(entry, record.number, posting, owners.get(stream))
    trail([p for p in postings if not is_registry(p.stream)])


def _after(known: dict[str, Entry | None], posting: Posting) -> Entry:
    if posting.stream not in known:
        known[posting.stream] = _before(posting)
    entry = known[posting.stream]
    return evolve(book_of(entry, posting), entry, posting)


def _before(posting: Posting) -> Entry | None:
    if posting.version == 1:
        return None
    rows = PostingRow.objects.filter(stream=posting.stream, version__lt=posting.version).order_by("version")
    return folded([posting_of(body) for body in rows.values_list("body", flat=True)])


def book_of(entry: Entry | None, posting: Posting) -> Book:
    """The book that judges a posting: the entry's, or the one its opening names."""
    if entry is not None:
        return book_named(entry.book)
    assert isinstance(posting.fact, Opened)
    return book_named(posting.fact.book)


def folded(postings: Sequence[Posting]) -> Entry:
    """The entry that these postings make; the first says which book judges them."""
    return fold(book_of(None, postings[0]), postings)


def save(entry: Entry, number: int, posting: Posting, owners: list[Owner] | None = None) -> None:
    """Write the row of one entry and its units; ``owners`` are those that stand, when they are known."""
    columns = values(entry, number, posting)
    if not EntryRow.objects.filter(id=entry.id).update(**columns):
        EntryRow.objects.create(id=entry.id, **columns)
    wanted = units(entry)
    if owners is None:
        owners = list(EntryUnitRow.objects.filter(entry_id=entry.id).values_list("unit_id", "role", "order"))
    if owners != wanted:
        EntryUnitRow.objects.filter(entry_id=entry.id).delete()
        rows = [EntryUnitRow(entry_id=entry.id, unit_id=unit, role=role, order=order) for unit, role, order in wanted]
        EntryUnitRow.objects.bulk_create(rows)


def units(entry: Entry) -> list[Owner]:
    """Who answers for it: the lead unit first, then co-units; each once."""
    co_units = [u for u in dict.fromkeys(entry.co_units) if u != entry.lead_unit]
    return [(entry.lead_unit, "lead", 0), *((u, "co", n) for n, u in enumerate(co_units, start=1))]


def values(entry: Entry, number: int, posting: Posting) -> dict[str, Any]:
    """The columns of an entry's row; ``number`` and ``posting`` are the last record's."""
    book = book_named(entry.book)
    account = book.account(entry.state)
    year, serial = _serial(entry)
    return {
        **_plain(entry),
        **_figures(entry),
        **_lights(book, entry),
        "year": year,
        "serial": serial,
        "account": account,
        "published": account == "close",
        "version": entry.version,
        "last_number": number,
        "updated": posting.at,
    }


def _plain(entry: Entry) -> dict[str, Any]:
    return {
        **{name: getattr(entry, name) for name in _SAME},
        "lead_unit_id": entry.lead_unit,
        "leader_id": entry.leader or None,
        "parent_id": entry.parent or None,
        "due": entry.due.iso,
        "due_first": entry.due.first,
        "due_last": entry.due.last,
        "original_due": entry.original_due.iso,
        "start": entry.start.first,
        "opened_on": entry.opened.date(),
        "entered": entry.entered or entry.opened.date(),
        "document": entry.source.document if entry.source else "",
    }


_SAME = (
    "book",
    "state",
    "number",
    "title",
    "standard",
    "basis",
    "task_force",
    "topic",
    "reported",
    "closed",
    "certificate",
    "waived",
)


def _figures(entry: Entry) -> dict[str, Any]:
    return {
        "target_kind": entry.target.kind,
        "bound": entry.target.bound,
        "measure": entry.target.measure,
        "unit": entry.target.unit,
        "dimension": entry.target.quantity.unit.dimension,
        "target": entry.target.amount,
        "claimed": entry.claimed.amount,
        "verified": entry.verified.amount,
        "covered": covers(entry.target, entry.verified, period_ended=True),
    }


def _lights(book: Book, entry: Entry) -> dict[str, Any]:
    dates = light_dates(book, entry)
    return {"green_on": dates.green, "amber_on": dates.amber, "red_on": dates.red, "fixed": dates.fixed or ""}


def _serial(entry: Entry) -> tuple[int, int | None]:
    """``26-0147`` is year 2026, serial 147; a number of another shape has the year it was opened and no serial."""
    found = _NUMBER.fullmatch(entry.number)
    return (2000 + int(found[1]), int(found[2])) if found else (entry.opened.year, None)


def trail(postings: Sequence[Posting]) -> None:
    """What each posting leaves beside the entry: evidence and numbered papers."""
    EvidenceRow.objects.bulk_create(evidence(postings), batch_size=500)
    PaperRow.objects.bulk_create([paper for p in postings if (paper := paper_of(p))], batch_size=500)


def evidence(postings: Sequence[Posting]) -> list[EvidenceRow]:
    """Rows for all evidence of these postings; size and media come from the file store."""
    given = [(p, n, e) for p in postings for n, e in enumerate(p.evidence)]
    digests = {e.ref for _, _, e in given if e.kind != "link"}
    files = FileRow.objects.in_bulk(digests) if digests else {}
    return [_evidence(p, n, e, files.get(e.ref)) for p, n, e in given]


def _evidence(posting: Posting, order: int, given: Evidence, file: FileRow | None) -> EvidenceRow:
    return EvidenceRow(
        entry_id=posting.stream,
        version=posting.version,
        order=order,
        kind=given.kind,
        ref=given.ref,
        name=given.title,
        digest=file.digest if file else "",
        size=file.size if file else 0,
        media=file.media if file else "",
    )


def paper_of(posting: Posting) -> PaperRow | None:
    """The row of the 交办单 or 销账单 a posting carries, if it does."""
    fact = posting.fact
    if isinstance(fact, Assigned):
        kind, number = "assign", fact.paper
    elif isinstance(fact, Closed):
        kind, number = "close", fact.certificate
    else:
        return None
    found = _PAPER.search(number)
    return PaperRow(
        entry_id=posting.stream,
        version=posting.version,
        kind=kind,
        number=number,
        year=int(found[1]) if found else None,
        serial=int(found[2]) if found else None,
        on=posting.effective,
    )
