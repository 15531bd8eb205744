"""改动：修复写成一串可重放的改动，每一处都能映回原文。

A repair is a list of edits that replay, and that map every repaired place back to the source.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from itertools import accumulate

from taizhang.text.span import Span


@dataclass(frozen=True, slots=True)
class Edit:
    """Replace ``span`` of the source by ``new``.

    ``cause`` is the fixer's code (``pinyin``, ``script``, ``mojibake`` …). A ``guess`` was chosen among
    candidates by character statistics; ``others`` keeps the runners-up.
    """

    span: Span
    new: str
    cause: str
    guess: bool = False
    others: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Edits:
    """Sorted, non-overlapping edits of one source text."""

    items: tuple[Edit, ...] = ()
    _starts: tuple[int, ...] = field(init=False, repr=False, compare=False)
    _shifts: tuple[int, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        for left, right in zip(self.items, self.items[1:], strict=False):
            if right.span.start < left.span.end:
                raise ValueError(f"edits overlap at {right.span.start}")
        shifts = tuple(accumulate((len(e.new) - len(e.span) for e in self.items), initial=0))
        starts = tuple(e.span.start + s for e, s in zip(self.items, shifts, strict=False))
        object.__setattr__(self, "_shifts", shifts)
        object.__setattr__(self, "_starts", starts)

    def apply(self, source: str) -> str:
        """Replay the edits on the source."""
        parts: list[str] = []
        at = 0
        for edit in self.items:
            parts += (source[at : edit.span.start], edit.new)
            at = edit.span.end
        parts.append(source[at:])
        return "".join(parts)

    def to_source(self, repaired: Span) -> Span:
        """The source run that a repaired run came from.

        An edit touched anywhere is taken whole; one that only borders the run, a removal at its edge included, is
        left out. An empty run maps to an empty one.
        """
        start, _ = self._origin(repaired.start)
        if not repaired:
            return Span(start, start)
        return Span(start, self._origin(repaired.end - 1)[1])

    def _origin(self, place: int) -> tuple[int, int]:
        """Where the repaired character at ``place`` (or the end of the text) came from."""
        index = bisect_right(self._starts, place) - 1
        if index < 0:
            return place, place + 1
        edit = self.items[index]
        past = place - self._starts[index] - len(edit.new)
        if past < 0:
            return edit.span.start, edit.span.end
        return edit.span.end + past, edit.span.end + past + 1

    def to_repaired(self, source: Span) -> Span:
        """The repaired run that a source run became.

        An edit that shares a character with the run is taken whole; one that only borders it is left out. What was
        removed wholly becomes an empty run where it stood.
        """
        first = bisect_right(self.items, source.start, key=lambda e: e.span.end)
        start = source.start + self._shifts[first]
        if first < len(self.items) and self.items[first].span.start < source.start:
            start = self._starts[first]
        if not source:
            return Span(start, start)
        after = bisect_left(self.items, source.end, key=lambda e: e.span.start)
        end = source.end + self._shifts[after]
        if after and self.items[after - 1].span.end > source.end:
            end = self._starts[after - 1] + len(self.items[after - 1].new)
        return Span(start, max(start, end))

    def within(self, source: Span) -> tuple[Edit, ...]:
        """The edits that fall inside a run of the source."""
        return tuple(e for e in self.items if source.start <= e.span.start and e.span.end <= source.end)


@dataclass(frozen=True, slots=True)
class Mark:
    """A place of the source that is damaged and was left alone; ``cause`` says how (``hole``)."""

    span: Span
    cause: str


@dataclass(frozen=True, slots=True)
class Repaired:
    """What ``repair`` returns: ``edits.apply(source) == text`` always.

    ``marks`` are damaged places that nobody can fill honestly, in the source's code points.
    """

    source: str
    text: str
    edits: Edits
    marks: tuple[Mark, ...] = ()
