"""轻便的改动：修复各步在中间文本上记下的改动，最后合成对原文的改动。

The light form of an edit that fixers pass along, and how the changes of successive texts become changes of the first.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from taizhang.text.edits import Edit
from taizhang.text.span import Span


class Change(NamedTuple):
    """An ``Edit`` in the making: ``text[start:end]`` becomes ``new``, for the reason ``cause``."""

    start: int
    end: int
    new: str
    cause: str
    guess: bool = False
    others: tuple[str, ...] = ()

    def moved(self, by: int) -> Change:
        """The same at another place."""
        start, end, new, cause, guess, others = self
        return Change(start + by, end + by, new, cause, guess, others)

    def edit(self) -> Edit:
        start, end, new, cause, guess, others = self
        return Edit(Span(start, end), new, cause, guess, others)


def apply(text: str, changes: Sequence[Change]) -> str:
    """Make sorted, non-overlapping changes."""
    parts: list[str] = []
    at = 0
    for change in changes:
        parts.append(text[at : change.start])
        parts.append(change.new)
        at = change.end
    parts.append(text[at:])
    return "".join(parts)


def compose(source: str, first: Sequence[Change], then: Sequence[Change]) -> list[Change]:
    """The changes of ``source`` that do at once what ``first`` and, on its outcome, ``then`` do.

    Changes that share a character become one; it keeps the cause of the earlier step, whose damage was the deeper.
    """
    if not first or not then:
        return list(first or then)
    out: list[Change] = []
    i = j = shift = 0  # shift: 中间文本的位置减去原文的位置 place in the middle text minus place in the source
    while i < len(first) and j < len(then):
        early, late = first[i], then[j]
        begin = early.start + shift
        if begin + len(early.new) <= late.start:
            out.append(early)
            shift += _growth(early)
            i += 1
        elif late.end <= begin:
            out.append(late.moved(-shift))
            j += 1
        else:
            merged, i, j, shift = _cluster(source, first, then, i, j, shift)
            if merged.new != source[merged.start : merged.end]:
                out.append(merged)
    out.extend(first[i:])
    out.extend(c.moved(-shift) for c in then[j:])
    return out


def _growth(change: Change) -> int:
    return len(change.new) - (change.end - change.start)


def _cluster(
    source: str, first: Sequence[Change], then: Sequence[Change], i: int, j: int, shift: int
) -> tuple[Change, int, int, int]:
    """One change out of all that overlap from ``first[i]`` and ``then[j]`` on; and where to go on from."""
    low = min(first[i].start + shift, then[j].start)
    high = max(first[i].start + shift + len(first[i].new), then[j].end)
    p, q, after = i, j, shift
    while True:
        if p < len(first) and first[p].start + after < high:
            high = max(high, first[p].start + after + len(first[p].new))
            after += _growth(first[p])
            p += 1
        elif q < len(then) and then[q].start < high:
            high = max(high, then[q].end)
            q += 1
        else:
            break
    start, end = low - shift, high - after
    middle = apply(source[start:end], [c.moved(-start) for c in first[i:p]])
    new = apply(middle, [c.moved(-low) for c in then[j:q]])
    deep = next((c for c in (*first[i:p], *then[j:q]) if c.guess), first[i])
    return Change(start, end, new, deep.cause, deep.guess, deep.others), p, q, after
