"""原文：这笔账从哪句话来，修复前后并排。Where an account comes from: the sentence, raw beside repaired."""

from __future__ import annotations

from dataclasses import dataclass

from taizhang.ledger.posting import SourceAnchor
from taizhang.store.models import DocumentRow
from taizhang.text.edits import Edit, Edits
from taizhang.text.span import Span

STOPS = "。！？；\n"
AROUND = 160
"""Characters shown at most on either side of the quotation when no full stop ends the sentence before."""


@dataclass(frozen=True, slots=True)
class Source:
    """``raw`` and ``repaired`` are (before, quotation, after) of the sentence; spans count characters from 0.

    ``true`` says that the stored extraction still has the digest the posting names, and the quotation in its place.
    """

    document: str
    title: str
    doc_number: str
    place: str
    start: int
    end: int
    file: str
    extraction: str
    raw: tuple[str, str, str]
    repaired: tuple[str, str, str]
    repairs: int
    true: bool


def source(anchor: SourceAnchor | None) -> Source | None:
    """The source of an account; when the document is gone, what the posting itself says of it."""
    if anchor is None:
        return None
    row = DocumentRow.objects.filter(id=anchor.document).first()
    text = row.extraction if row else anchor.quote
    start, end = (anchor.start, anchor.end) if row else (0, len(anchor.quote))
    first, last = _sentence(text, start, end)
    edits = tuple(_edit(*edit) for edit in row.edits) if row else ()
    cuts = (Span(first, start), Span(start, end), Span(end, last))
    pieces = [_mended(text, cut, edits) for cut in cuts]
    return Source(
        document=row.id if row else "",
        title=row.title if row else "",
        doc_number=row.doc_number if row else "",
        place=anchor.place,
        start=anchor.start,
        end=anchor.end,
        file=anchor.file,
        extraction=anchor.extraction,
        raw=(text[first:start], text[start:end], text[end:last]),
        repaired=(pieces[0], pieces[1], pieces[2]),
        repairs=sum(1 for edit in edits if first <= edit.span.start and edit.span.end <= last),
        true=row is not None and row.extraction_digest == anchor.extraction and text[start:end] == anchor.quote,
    )


def _edit(start: int, end: int, new: str, cause: str, guess: bool) -> Edit:
    """As documents keep them (``store.drafts.Document``)."""
    return Edit(Span(start, end), new, cause, guess)


def _mended(text: str, cut: Span, edits: tuple[Edit, ...]) -> str:
    """A stretch of the raw text with those of the document's repairs that lie inside it."""
    inside = (e for e in edits if cut.start <= e.span.start and e.span.end <= cut.end)
    moved = (Edit(Span(e.span.start - cut.start, e.span.end - cut.start), e.new, e.cause) for e in inside)
    return Edits(tuple(moved)).apply(text[cut.start : cut.end])


def _sentence(text: str, start: int, end: int) -> tuple[int, int]:
    """The sentence around a span, never more than AROUND characters more on either side."""
    first = max((text.rfind(stop, 0, start) for stop in STOPS), default=-1) + 1
    ends = [at for stop in STOPS if (at := text.find(stop, max(end - 1, 0))) >= 0]
    last = min(ends, default=len(text)) + 1
    return max(first, start - AROUND), min(last, end + AROUND, len(text))
