"""重建：把流水从头折一遍，和表对一对。Rebuild: fold the journal from its start, compare or replace the tables."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from taizhang.ledger.entry import Entry, evolve
from taizhang.ledger.journal import posting_of
from taizhang.ledger.posting import Posting
from taizhang.ledger.registry import is_registry
from taizhang.store import journal, projections, registrar
from taizhang.store.models import EntryRow, EntryUnitRow, EvidenceRow, PaperRow, Role

Row = tuple[Any, ...]
TRAIL = 1_000
"""Evidence and paper rows held before they are written."""


@dataclass(frozen=True, slots=True)
class Difference:
    """A row that is not what the journal says: ``table``, its key, and which columns differ (empty: it is missing)."""

    table: str
    key: str
    columns: tuple[str, ...] = ()


@dataclass(slots=True)
class _Folded:
    entries: dict[str, Entry]
    last: dict[str, tuple[int, Posting]]
    trail: list[Posting]


def _fold(registry: Callable[[Posting], None] | None = None) -> _Folded:
    """Every entry of the journal at its last version, in one walk."""
    folded = _Folded({}, {}, [])
    for record in journal.load_all():
        posting = posting_of(record.body)
        if is_registry(posting.stream):
            if registry:
                registry(posting)
            continue
        before = folded.entries.get(posting.stream)
        folded.entries[posting.stream] = evolve(projections.book_of(before, posting), before, posting)
        folded.last[posting.stream] = (record.number, posting)
        if posting.evidence or posting.kind in ("Assigned", "Closed"):
            folded.trail.append(posting)
    return folded


def rebuild(progress: Callable[[int], None] = lambda _: None) -> int:
    """Replace every projection by what the journal says; how many entries there are. One transaction."""
    with journal.writing():
        for table in (PaperRow, EvidenceRow, EntryUnitRow):
            table.objects.all().delete()
        EntryRow.objects.update(parent=None)
        EntryRow.objects.all().delete()
        Role.objects.all().delete()
        folded = _fold(registrar.take)
        rows = list(_rows(folded))
        for start in range(0, len(rows), journal.BATCH):
            EntryRow.objects.bulk_create(rows[start : start + journal.BATCH])
            progress(min(start + journal.BATCH, len(rows)))
        _beside(folded)
    return len(rows)


def _rows(folded: _Folded) -> Iterator[EntryRow]:
    for stream, entry in folded.entries.items():
        number, posting = folded.last[stream]
        yield EntryRow(id=stream, **projections.values(entry, number, posting))


def _beside(folded: _Folded) -> None:
    owners = [(e.id, *u) for e in folded.entries.values() for u in projections.units(e)]
    EntryUnitRow.objects.bulk_create(
        [EntryUnitRow(entry_id=e, unit_id=u, role=r, order=o) for e, u, r, o in owners], batch_size=TRAIL
    )
    for start in range(0, len(folded.trail), TRAIL):
        projections.trail(folded.trail[start : start + TRAIL])


def differences() -> list[Difference]:
    """Where the tables are not what the journal says; empty when they agree. Changes nothing."""
    folded = _fold()
    wanted = {row.id: _columns(row) for row in _rows(folded)}
    found = list(_compared("entry", {row.id: _columns(row) for row in EntryRow.objects.iterator()}, wanted))
    for table, standing, due in _sets(folded):
        found += [Difference(table, str(key)) for key in sorted(standing ^ due)]
    return found


def _columns(row: EntryRow) -> dict[str, Any]:
    return {field.attname: getattr(row, field.attname) for field in row._meta.concrete_fields}


def _compared(table: str, standing: dict[str, Any], wanted: dict[str, Any]) -> Iterator[Difference]:
    for key in sorted(standing.keys() | wanted.keys()):
        mine, right = standing.get(key), wanted.get(key)
        if mine is None or right is None:
            yield Difference(table, key)
        elif mine != right:
            yield Difference(table, key, tuple(name for name in right if mine[name] != right[name]))


def _sets(folded: _Folded) -> Iterator[tuple[str, set[Row], set[Row]]]:
    owners = {(e.id, *u) for e in folded.entries.values() for u in projections.units(e)}
    yield "unit", set(EntryUnitRow.objects.values_list("entry_id", "unit_id", "role", "order")), owners
    given = {(e.entry_id, e.version, e.order, e.kind, e.ref) for e in projections.evidence(folded.trail)}
    yield "evidence", set(EvidenceRow.objects.values_list("entry_id", "version", "order", "kind", "ref")), given
    papers = {(p.entry_id, p.version, p.kind, p.number) for t in folded.trail if (p := projections.paper_of(t))}
    yield "paper", set(PaperRow.objects.values_list("entry_id", "version", "kind", "number")), papers
