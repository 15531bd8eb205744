"""带标记的原文：每一处读出来的、每一个改过的字，都标在原位。The text with every finding and every repair in its place.

Pure: marks and edits go in, paragraphs of tokens come out, for a template to walk.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from taizhang.text.edits import Edits
from taizhang.text.span import Span


@dataclass(frozen=True, slots=True)
class Mark:
    """A finding to highlight: ``css`` is c, p, m, f or s; ``sort`` and ``label`` its tag (item 5: 诺5)."""

    at: Span
    id: str
    css: str
    label: str
    draft: str = ""
    sort: str = ""


@dataclass(frozen=True, slots=True)
class Token:
    """One step of a paragraph: a mark opens, a mark closes, plain text, or a repair (``old`` became ``text``)."""

    kind: str
    text: str = ""
    old: str = ""
    guess: bool = False
    mark: Mark | None = None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """``number`` counts paragraphs with words; ``heading`` is set for headings."""

    number: int
    tokens: tuple[Token, ...]
    heading: bool = False


@dataclass(frozen=True, slots=True)
class _Fix:
    at: Span
    old: str
    guess: bool


def paragraphs(source: str, text: str, edits: Edits, marks: Iterable[Mark], body: Span) -> list[Paragraph]:
    """The repaired body cut at its line breaks, each line with what is marked and mended in it."""
    fixes = list(_fixes(source, edits))
    ordered = sorted(marks, key=lambda m: (m.at.start, -m.at.end))
    lines: list[Paragraph] = []
    first_fix = first_mark = 0
    for line in _lines(text, body):
        while first_fix < len(fixes) and fixes[first_fix].at.end < line.start:
            first_fix += 1
        while first_mark < len(ordered) and ordered[first_mark].at.end <= line.start:
            first_mark += 1
        here = [f for f in _until(fixes, first_fix, line.end) if line.holds(f.at)]
        inside = [m for m in _until(ordered, first_mark, line.end) if m.at.overlaps(line)]
        tokens = tuple(_tokens(text, line, _nested(inside, line, here), here))
        lines.append(Paragraph(len(lines) + 1, tokens, _is_heading(line.of(text))))
    return lines


def _until(items: Sequence, first: int, end: int) -> Iterator:  # type: ignore[type-arg]
    for item in items[first:]:
        if item.at.start > end:
            return
        yield item


def _lines(text: str, body: Span) -> Iterator[Span]:
    start = body.start
    for piece in text[body.start : body.end].split("\n"):
        if piece.strip(" 　\r\t"):
            left = len(piece) - len(piece.lstrip(" 　\r\t"))
            yield Span(start + left, start + len(piece.rstrip(" 　\r\t")))
        start += len(piece) + 1


def _is_heading(line: str) -> bool:
    return (
        len(line) <= 30
        and line[-1] not in "。；！？，.;!?,"
        and (line[:1] in "一二三四五六七八九十（第" and len(line) > 1)
    )


def _fixes(source: str, edits: Edits) -> Iterator[_Fix]:
    """Repairs by their place in the repaired text; neighbours are shown as one."""
    held: _Fix | None = None
    held_source = -1
    shift = 0
    for edit in edits.items:
        at = Span(edit.span.start + shift, edit.span.start + shift + len(edit.new))
        shift += len(edit.new) - len(edit.span)
        old = edit.span.of(source)
        if held and held_source == edit.span.start and held.at.end == at.start:
            held = _Fix(Span(held.at.start, at.end), held.old + old, held.guess or edit.guess)
        else:
            if held:
                yield held
            held = _Fix(at, old, edit.guess)
        held_source = edit.span.end
    if held:
        yield held


def _nested(marks: list[Mark], line: Span, fixes: list[_Fix]) -> list[Mark]:
    """Clip marks to the line, off the middle of repairs, and into each other, so that they nest."""
    nested: list[Mark] = []
    open_ends: list[int] = []
    clipped = (replace(m, at=_snapped(m.at, line, fixes)) for m in marks)
    for mark in sorted(clipped, key=lambda m: (m.at.start, -m.at.end)):
        while open_ends and open_ends[-1] <= mark.at.start:
            open_ends.pop()
        end = min(mark.at.end, open_ends[-1]) if open_ends else mark.at.end
        if end > mark.at.start:
            nested.append(replace(mark, at=Span(mark.at.start, end)))
            open_ends.append(end)
    return nested


def _snapped(at: Span, line: Span, fixes: list[_Fix]) -> Span:
    start, end = max(at.start, line.start), min(at.end, line.end)
    for fix in fixes:
        if fix.at.start < start < fix.at.end:
            start = fix.at.start
        if fix.at.start < end < fix.at.end:
            end = fix.at.end
    return Span(start, max(start, end))


def _tokens(text: str, line: Span, marks: list[Mark], fixes: list[_Fix]) -> Iterator[Token]:
    events: list[tuple[int, int, int, Token, int]] = []
    for order, mark in enumerate(marks):
        events.append((mark.at.start, 2, order, Token("open", mark=mark), mark.at.start))
        events.append((mark.at.end, 0, -order, Token("close", mark=mark), mark.at.end))
    for fix in fixes:
        new = fix.at.of(text)
        events.append((fix.at.start, 3 if new else 1, 0, Token("fix", new, fix.old, fix.guess), fix.at.end))
    at = line.start
    for place, _, _, token, then in sorted(events, key=lambda e: e[:3]):
        if place > at:
            yield Token("text", text[at:place])
        yield token
        at = max(at, then)
    if at < line.end:
        yield Token("text", text[at : line.end])
