"""收件：原件连同读出来的建议，一次存下或一点不存。Intake: a document and its drafts, kept whole or not at all.

Drafts are a desk's working papers, not facts: they may change freely until their entry is opened.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field, fields
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import QuerySet

from taizhang.store.models import DocumentRow, DraftRow, User
from taizhang.text.edits import Edit, Edits
from taizhang.text.span import Span


class NoSuchDraft(LookupError):
    """A document or draft that is not there, or not of this document."""


class DraftSettled(ValueError):
    """The draft's entry is open already; the entry is where it goes on."""


class DraftDecided(ValueError):
    """Somebody else decided the draft after it was shown: who (a name), and when."""

    def __init__(self, who: str, at: datetime) -> None:
        super().__init__(who, at)
        self.who = who
        self.at = at


@dataclass(frozen=True, slots=True)
class Draft:
    """A proposal; the fields are those of ``DraftRow``, see there for units."""

    kind: str
    title: str
    id: str = ""
    document: str = ""
    order: int = 0
    state: str = "pending"
    start: int = 0
    end: int = 0
    source_start: int = 0
    source_end: int = 0
    place: str = ""
    quote: str = ""
    payload: dict[str, Any] = field(default_factory=dict)
    book: str = "task"
    lead_unit: str = ""
    co_units: tuple[str, ...] = ()
    leader: str = ""
    begin: str = ""
    due: str = ""
    target_kind: str = "deliverable"
    bound: str = "ge"
    amount: int | None = None
    unit: str = ""
    measure: str = ""
    stretch: bool = False
    milestones: tuple[dict[str, Any], ...] = ()
    parent: str = ""
    entry: str = ""
    reason: str = ""
    decided_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """A document to keep; see ``DocumentRow``. ``edits`` are ``[start, end, new, cause, guess]`` each."""

    title: str
    file: str
    name: str
    media: str
    size: int
    extraction: str
    extraction_digest: str
    repaired: str
    edits: list[list[Any]]
    uploaded_at: datetime
    issuer: str = ""
    doc_number: str = ""
    date: str = ""
    genre: str = ""
    meta: dict[str, Any] = field(default_factory=dict)
    warnings: list[Any] = field(default_factory=list)
    id: str = ""


_SAME = tuple(f.name for f in fields(Draft) if f.name not in ("id", "document", "co_units", "milestones", "parent"))


@transaction.atomic
def keep(document: Document, drafts: Iterable[Draft], *, user: str) -> str:
    """Store a document with its drafts in one transaction; returns its unguessable id."""
    values = {name: value for name, value in asdict(document).items() if name != "id"}
    row = DocumentRow.objects.create(uploaded_by=User.objects.get(code=user), **values)
    add(row.id, drafts)
    return row.id


def add(document: str, drafts: Iterable[Draft]) -> list[str]:
    """Append drafts to a document, in order; a draft's ``parent`` is the index of one among them, as text."""
    given = list(drafts)
    rows: list[DraftRow] = []
    for order, draft in enumerate(given):
        same = {name: getattr(draft, name) for name in _SAME if name != "order"}
        rows.append(
            DraftRow(
                document_id=document,
                order=draft.order or order,
                co_units=list(draft.co_units),
                milestones=list(draft.milestones),
                **same,
            )
        )
    for draft, row in zip(given, rows, strict=True):
        row.parent = rows[int(draft.parent)] if draft.parent else None
    DraftRow.objects.bulk_create(rows)
    return [row.id for row in rows]


def document(key: str) -> Document:
    """One document as it was kept; raises :class:`NoSuchDraft`."""
    row = DocumentRow.objects.filter(id=key).first()
    if row is None:
        raise NoSuchDraft(key)
    return Document(**{f.name: getattr(row, f.name) for f in fields(Document)})


def drafts(document: str, keys: Iterable[str] | None = None) -> list[Draft]:
    """The drafts of a document in order; a key that is not among them raises :class:`NoSuchDraft`."""
    rows = DraftRow.objects.filter(document_id=document)
    if keys is None:
        return [_draft(row) for row in rows]
    return _all(rows, keys)


def _all(rows: QuerySet[DraftRow], keys: Iterable[str]) -> list[Draft]:
    wanted = set(keys)
    found = [_draft(row) for row in rows.filter(id__in=wanted)]
    missing = wanted - {draft.id for draft in found}
    if missing:
        raise NoSuchDraft(", ".join(sorted(missing)))
    return found


def _draft(row: DraftRow) -> Draft:
    return Draft(
        id=row.id,
        document=row.document_id,
        co_units=tuple(row.co_units),
        milestones=tuple(row.milestones),
        parent=row.parent_id or "",
        **{name: getattr(row, name) for name in _SAME},
    )


@transaction.atomic
def change(
    document: str,
    keys: Iterable[str],
    values: Mapping[str, Any],
    *,
    user: str,
    at: datetime,
    seen: Mapping[str, datetime | None] | None = None,
) -> int:
    """Set the same values on several drafts at once; returns how many. ``parent_id`` ``None`` undoes a merge and
    leaves alone the counted set a draft belongs to.

    ``seen`` tells, of the drafts whose wording changes, when each had been decided as the person saw it.

    Raises:
        NoSuchDraft: one of them is not of this document.
        DraftSettled: one of them is opened already; then none changes.
        DraftDecided: one of them was decided again since it was ``seen``; then none changes.
    """
    wanted = set(keys)
    rows = list(_held(document).filter(id__in=wanted))
    if len(rows) < len(wanted):
        raise NoSuchDraft(", ".join(sorted(wanted - {row.id for row in rows})))
    for row in rows:
        _still(row, seen or {})
    by = User.objects.get(code=user)
    if values.get("parent_id", "") is None:
        values = {name: value for name, value in values.items() if name != "parent_id"}
        DraftRow.objects.filter(id__in=wanted, state="merged").update(parent=None)
    return DraftRow.objects.filter(id__in=wanted).update(**values, decided_by=by, decided_at=at)


def _held(document: str) -> QuerySet[DraftRow]:
    """The drafts of a document, held until the transaction ends."""
    return DraftRow.objects.select_for_update(of=("self",)).select_related("decided_by").filter(document_id=document)


def _still(row: DraftRow, seen: Mapping[str, datetime | None]) -> None:
    if row.state == "opened":
        raise DraftSettled(row.id)
    if row.id in seen and row.decided_at and row.decided_at != seen[row.id]:
        raise DraftDecided(row.decided_by.name or row.decided_by.code if row.decided_by else "", row.decided_at)


def held(document: str, keys: Iterable[str]) -> list[Draft]:
    """Drafts read again inside the caller's transaction, and held until it ends; raises :class:`NoSuchDraft`."""
    return _all(_held(document), keys)


@transaction.atomic
def replace_all(document: str, found: Iterable[Draft]) -> None:
    """New drafts in place of all old ones.

    Raises:
        DraftSettled: an entry was opened from one of them; nothing changes.
    """
    rows = DraftRow.objects.filter(document_id=document)
    if rows.filter(state="opened").exists():
        raise DraftSettled(document)
    rows.delete()
    add(document, found)


def same_file(digest: str) -> str:
    """The document that was taken in from the same bytes, or empty."""
    return DocumentRow.objects.filter(file=digest).values_list("id", flat=True).first() or ""


def edits_of(document: Document) -> Edits:
    """The edits that lead from a document's repaired text back to its extraction."""
    return Edits(tuple(Edit(Span(start, end), new, cause, guess) for start, end, new, cause, guess in document.edits))


def opened(document: str, entries: Mapping[str, str], *, user: str, at: datetime) -> None:
    """Mark drafts as opened, each with its entry; part of the transaction that opens them."""
    by = User.objects.get(code=user)
    for key, entry in entries.items():
        changed = DraftRow.objects.filter(id=key, document_id=document).exclude(state="opened")
        if not changed.update(state="opened", entry=entry, decided_by=by, decided_at=at):
            raise DraftSettled(key)
