"""改动：修复写成一串可重放的改动，每一处都能映回原文。

A repair is a list of edits that replay, and that map every repaired place back to the source.
"""

from __future__ import annotations

from bisect import bisect_right
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
        """The source run that a repaired run came from; an edit touched anywhere is taken whole."""
        start = self._back(repaired.start, at_end=False)
        end = self._back(repaired.end, at_end=True) if len(repaired) else start
        return Span(start, max(start, end))

    def _back(self, place: int, *, at_end: bool) -> int:
        # 终点贴着改动的起点时，不应吞掉这处改动 an end that touches an edit's start leaves it out
        index = bisect_right(self._starts, place - 1 if at_end else place) - 1
        if index < 0:
            return place
        edit, began = self.items[index], self._starts[index]
        past = place - began - len(edit.new)
        if past > 0 or (past == 0 and (at_end or not edit.new)) or (past == 0 and len(edit.new)):
            return edit.span.end + past
        return edit.span.end if at_end else edit.span.start

    def within(self, source: Span) -> tuple[Edit, ...]:
        """The edits that fall inside a run of the source."""
        return tuple(e for e in self.items if source.start <= e.span.start and e.span.end <= source.end)


@dataclass(frozen=True, slots=True)
class Repaired:
    """What ``repair`` returns: ``edits.apply(source) == text`` always."""

    source: str
    text: str
    edits: Edits
