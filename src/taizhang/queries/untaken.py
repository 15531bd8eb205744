"""没有立账的话：读的时候没有采的，一句一句列出。What stands in a document and in no draft, sentence by sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from taizhang.store import drafts as kept
from taizhang.store.models import DraftRow
from taizhang.text.span import Span

_SENTENCE = re.compile(r"(?:[^。！？\n（(]|[（(][^）)\n]*[）)]|[（(])+[。！？]*[”’》]*")
_OWNED = re.compile(r"^[（(](?:牵头|责任|主办|承办|配合|实施|督办|完成)[^）)]*[）)][。；;]?$")
_HEADED = re.compile(
    r"^(?:第?[一二三四五六七八九十]{1,3}[、章节]|[（(][一二三四五六七八九十]{1,3}[）)])[^。；，]{1,24}$"
)
SHORTEST = 8
"""What has fewer characters than this is a label, not a sentence."""
ASIDE = ("done", "vague")
"""Reasons for which the reading itself set a draft aside: its sentence is still open to be taken up."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, or a clause of one, with no draft, and why; ``start`` and ``end`` in the repaired text."""

    start: int
    end: int
    text: str
    reason: str


Marked = tuple[Span, str]
"""A run of the text with the reason it carries."""


def untaken(key: str) -> list[Sentence]:
    """What no draft stands for: whole sentences, and the obliging clauses that are left of the others.

    The reasons are those of the reading at intake; ``background`` where it saw no obligation. Headings, labels and
    the brackets that only name units are no sentences.
    """
    document = kept.document(key)
    text = document.repaired
    body = Span(*document.meta.get("body", [0, len(text)]))
    rows = DraftRow.objects.filter(document_id=key).exclude(kind="framework")
    taken = [(Span(row.start, row.end), row.reason if row.state == "discarded" else "taken") for row in rows]
    left = [(Span(start, end), str(reason)) for start, end, reason in document.meta.get("left", [])]
    return [one for at in _sentences(text, body) for one in _open(text, at, _within(taken, at), _within(left, at))]


def _sentences(text: str, body: Span) -> Iterator[Span]:
    for match in _SENTENCE.finditer(text, body.start, body.end):
        words = match.group().strip()
        if len(words) >= SHORTEST and not _OWNED.match(words) and not _HEADED.match(words):
            start = match.start() + len(match.group()) - len(match.group().lstrip())
            yield Span(start, start + len(words))


def _within(marked: Sequence[Marked], at: Span) -> list[Marked]:
    return [one for one in marked if one[0].overlaps(at)]


def _open(text: str, at: Span, taken: list[Marked], left: list[Marked]) -> Iterator[Sentence]:
    """The whole sentence where nothing of it was taken; else those of its clauses that were left."""
    standing = [span for span, reason in taken if reason not in ASIDE]
    if not standing:
        reasons = [reason for _, reason in (*taken, *left)]
        yield Sentence(at.start, at.end, at.of(text), reasons[0] if reasons else "background")
        return
    for span, reason in left:
        if len(span) >= SHORTEST and not any(span.overlaps(one) for one in standing):
            yield Sentence(span.start, span.end, span.of(text), reason)
