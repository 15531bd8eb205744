"""收文桌上看到的：来文清单、一份来文的原文与条目。What the intake desk shows: documents, their text and drafts."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Count

from taizhang.ledger.dates import NotADate, PartialDate
from taizhang.ledger.quantity import Quantity
from taizhang.queries.marked import Mark, Paragraph, paragraphs
from taizhang.queries.names import Names, names
from taizhang.store import drafts as kept
from taizhang.store.models import DocumentRow, DraftRow, EntryRow
from taizhang.text.span import Span

CSS = {"item": "c", "project": "p", "target": "m", "framework": "f"}
"""Kinds of draft and their highlight (look: 诺 项 量 提)."""
SHOWS = ("pending", "discarded", "all")
"""Which drafts a page may be asked for: those to decide with those accepted, those set aside or merged, all."""


@dataclass(frozen=True, slots=True)
class DocumentLine:
    """One document in the list."""

    id: str
    title: str
    name: str
    media: str
    issuer: str
    date: PartialDate | None
    sheet: bool
    pending: int
    accepted: int
    opened: int
    uploaded_at: datetime
    uploaded_by: str


@dataclass(frozen=True, slots=True)
class DraftLine:
    """One draft as the desk prints it. ``target`` is ``None`` for a deliverable or while unknown.

    ``sort`` with ``ordinal`` is its tag: item, project, target (诺1, 项2, 量3), or aside (句4) for what the reading
    itself set aside. ``into`` is the title of the draft it was merged into, ``under`` that of the counted name it
    belongs to.
    """

    id: str
    kind: str
    sort: str
    ordinal: int
    order: int
    state: str
    title: str
    lead: str
    co: tuple[str, ...]
    leader: str
    due: PartialDate | None
    target: Quantity | None
    target_kind: str
    bound: str
    stretch: bool
    measure: str
    why: tuple[str, ...]
    reason: str
    topic: str
    entry: str
    into: str
    under: str
    place: str
    suggested: Suggestion | None = None


@dataclass(frozen=True, slots=True)
class Suggestion:
    """The unit that led most entries of the same topic, and how many."""

    unit: str
    name: str
    count: int


@dataclass(frozen=True, slots=True)
class FrameworkLine:
    """A counted name of the tree: what it says, how many members the text lists."""

    id: str
    name: str
    said: str
    listed: int
    bad: bool
    members: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CheckLine:
    """A figure that does not match, as kept at intake (``operations.leftovers``); ``mark`` is where to look."""

    code: str
    params: dict[str, str]
    mark: str


@dataclass(frozen=True, slots=True)
class DocumentPage:
    """Everything of one document for the three panes."""

    id: str
    title: str
    name: str
    media: str
    issuer: str
    doc_number: str
    date: PartialDate | None
    file: str
    sheet: bool
    pages: int
    characters: int
    repairs: int
    year_basis: str
    warnings: tuple[tuple[str, dict[str, Any]], ...]
    counts: dict[str, int]
    drafts: tuple[DraftLine, ...]
    frameworks: tuple[FrameworkLine, ...]
    checks: tuple[CheckLine, ...]
    paragraphs: tuple[Paragraph, ...]


def documents(limit: int = 100) -> list[DocumentLine]:
    """The newest documents with what still waits in them; two queries."""
    rows = list(DocumentRow.objects.defer("extraction", "repaired", "edits").select_related("uploaded_by")[:limit])
    counted = DraftRow.objects.exclude(kind="framework").filter(document__in=[row.id for row in rows]).order_by()
    states = {(d, s): n for d, s, n in counted.values_list("document_id", "state").annotate(n=Count("id"))}
    return [
        DocumentLine(
            id=row.id,
            title=row.title,
            name=row.name,
            media=row.media,
            issuer=row.issuer,
            date=_date(row.date),
            sheet=row.genre == "sheet",
            pending=states.get((row.id, "pending"), 0),
            accepted=states.get((row.id, "accepted"), 0),
            opened=states.get((row.id, "opened"), 0),
            uploaded_at=row.uploaded_at,
            uploaded_by=row.uploaded_by.name or row.uploaded_by.code,
        )
        for row in rows
    ]


def _date(iso: str) -> PartialDate | None:
    """A stored date; what a document printed and nobody can read is no date."""
    try:
        return PartialDate.read(iso) if iso else None
    except NotADate:
        return None


def waiting() -> int:
    """How many documents still have drafts to decide."""
    return DraftRow.objects.filter(state="pending").values("document").distinct().count()


def document_page(key: str, show: str = "pending") -> DocumentPage:
    """One document for the desk. ``show`` is one of ``SHOWS``.

    Raises:
        store.drafts.NoSuchDraft: there is no such document.
    """
    document = kept.document(key)
    rows = list(DraftRow.objects.filter(document_id=key).order_by("order", "id"))
    titles = {row.id: row.title for row in rows if row.kind != "framework"}
    sets = {row.id: row.title for row in rows if row.kind == "framework"}
    known = names()
    suggest = _suggestions(known)
    body = Span(*document.meta.get("body", [0, len(document.repaired)]))
    edits = kept.edits_of(document)
    told = document.meta.get("checks", [])
    differing = {check["start"] for check in told}
    return DocumentPage(
        id=key,
        title=document.title,
        name=document.name,
        media=document.media,
        issuer=document.issuer,
        doc_number=document.doc_number,
        date=_date(document.date),
        file=document.file,
        sheet=document.genre == "sheet",
        pages=int(document.meta.get("pages", 0)),
        characters=len(document.repaired),
        repairs=len(document.edits),
        year_basis=str(document.meta.get("year_basis", "")),
        warnings=tuple((code, dict(params)) for code, params in document.warnings),
        counts=_counts(rows),
        drafts=tuple(_line(row, known, suggest, titles, sets) for row in rows if _shown(row, show)),
        frameworks=tuple(_framework(row, differing) for row in rows if row.kind == "framework"),
        checks=tuple(_check(check, rows) for check in told),
        paragraphs=tuple(paragraphs(document.extraction, document.repaired, edits, _marks(document, rows, show), body)),
    )


def _shown(row: DraftRow, show: str) -> bool:
    if row.kind == "framework":
        return False
    states = {"pending": ("pending", "accepted"), "discarded": ("discarded", "merged")}
    return show == "all" or row.state in states[show]


def _counts(rows: list[DraftRow]) -> dict[str, int]:
    states = Counter(row.state for row in rows if row.kind != "framework")
    return {**dict.fromkeys(("pending", "accepted", "discarded", "merged", "opened"), 0), **states}


def _marks(document: kept.Document, rows: list[DraftRow], show: str) -> list[Mark]:
    """What is set aside is marked only when it is looked at: the text must stay readable."""
    aside = show in ("discarded", "all")
    marks = [_mark(row) for row in rows if row.kind == "framework" or row.state != "discarded" or aside]
    loose = document.meta.get("loose", [])
    return marks + [Mark(Span(start, end), f"m{i}", "m", "") for i, (start, end) in enumerate(loose)]


def _mark(row: DraftRow) -> Mark:
    aside = row.state in ("discarded", "merged") and row.kind != "framework"
    at, key, css = Span(row.start, row.end), f"f-{row.id}", "s" if aside else CSS[row.kind]
    if row.kind == "framework":
        return Mark(at, key, css, "")
    return Mark(at, key, css, str(row.payload.get("ordinal", "")), row.id, _sort(row))


def _sort(row: DraftRow) -> str:
    return str(row.payload.get("sort", row.kind))


def _line(
    row: DraftRow, known: Names, suggest: dict[str, Suggestion], titles: dict[str, str], sets: dict[str, str]
) -> DraftLine:
    quantity = Quantity(row.amount, row.unit) if row.amount is not None else None
    topic = str(row.payload.get("topic", ""))
    return DraftLine(
        id=row.id,
        kind=row.kind,
        sort=_sort(row),
        ordinal=int(row.payload.get("ordinal", 0)),
        order=row.order,
        state=row.state,
        title=row.title,
        lead=known.unit(row.lead_unit) if row.lead_unit else "",
        co=known.several(row.co_units),
        leader=known.unit(row.leader) if row.leader else "",
        due=_date(row.due),
        target=quantity,
        target_kind=row.target_kind,
        bound=row.bound,
        stretch=row.stretch,
        measure=row.measure,
        why=tuple(row.payload.get("why", ())) if row.state == "pending" else (),
        reason=row.reason,
        topic=topic,
        entry=row.entry,
        into=titles.get(row.parent_id or "", ""),
        under=sets.get(row.parent_id or "", ""),
        place=row.place,
        suggested=suggest.get(topic) if not row.lead_unit and row.state == "pending" else None,
    )


def _suggestions(known: Names) -> dict[str, Suggestion]:
    """By topic: the unit that has led most entries so far."""
    counted = EntryRow.objects.exclude(topic="").values_list("topic", "lead_unit_id").annotate(n=Count("id"))
    best: dict[str, Suggestion] = {}
    for topic, unit, count in counted.order_by("topic", "-n", "lead_unit_id"):
        best.setdefault(topic, Suggestion(unit, known.unit(unit), count))
    return best


def _framework(row: DraftRow, differing: set[int]) -> FrameworkLine:
    said = [str(n) for n in row.payload.get("n", [])]
    members = tuple(str(m["name"]) for m in row.payload.get("members", []))
    return FrameworkLine(f"f-{row.id}", row.title, " + ".join(said), len(members), row.start in differing, members)


def _check(check: dict[str, Any], rows: list[DraftRow]) -> CheckLine:
    """The mark is that of the draft the figure stands in; empty without one."""
    params = {name: str(value) for name, value in check.items() if name not in ("code", "start", "end")}
    at = Span(check["start"], check["end"])
    inside = next((row.id for row in rows if at.overlaps(Span(row.start, row.end))), "")
    return CheckLine(str(check["code"]), params, f"f-{inside}" if inside else "")


@dataclass(frozen=True, slots=True)
class Context:
    """A draft's place in the repaired text: the words of its paragraph before it, itself, and after it."""

    before: str
    words: str
    after: str


def context(document: kept.Document, draft: kept.Draft) -> Context:
    """The paragraph a draft stands in, for the page that edits it."""
    text, start, end = document.repaired, draft.start, draft.end
    first = text.rfind("\n", 0, start) + 1
    last = text.find("\n", end)
    return Context(text[first:start].lstrip(), text[start:end], text[end : last if last >= 0 else len(text)].rstrip())


def draft(document: str, key: str) -> kept.Draft:
    """One draft of a document; raises ``NoSuchDraft``."""
    return kept.drafts(document, [key])[0]
