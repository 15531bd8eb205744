"""不漏：每一句要办的话，要么已读成一件事，要么列在“未采”里并说明原因。

Nothing is dropped in silence: every clause of obligation is a finding, or stands in “not taken up” with its reason.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from taizhang.reading.clauses import refusal
from taizhang.reading.findings import Framework, Item
from taizhang.reading.predicates import lead_at, skip_connectors
from taizhang.reading.sentences import Outline
from taizhang.text.span import Span

_OBLIGES = re.compile(r"将(?!近|军)|要(?!求|素|闻|点|领)|必须|力争|确保|务必|应当|须|不得|严禁|负责")


@dataclass(frozen=True, slots=True)
class Left:
    """A clause that obliges somebody and was not taken up.

    ``reason``: ``heading`` (only announces), ``direction`` (read, but nothing in it can be ticked off), ``set`` (only
    names a counted set), or why it states nothing: ``speech``, ``background``, ``adjunct``, ``total``, ``no_verb``.
    """

    at: Span
    reason: str


@dataclass(frozen=True, slots=True)
class Coverage:
    """How many clauses oblige, how many of them are concrete findings, and what is left."""

    obliging: int
    taken: int
    left: tuple[Left, ...]


def coverage(outline: Outline, items: Sequence[Item], frameworks: Sequence[Framework]) -> Coverage:
    """Go through all clauses of obligation in order."""
    text = outline.text
    obliging = taken = 0
    left: list[Left] = []
    for sentence in outline.sentences():
        for clause in sentence.clauses:
            if not _obliges(text, clause.at):
                continue
            obliging += 1
            reason = "heading" if sentence.heading else _reason(text, clause.at, items, frameworks)
            if reason:
                left.append(Left(clause.at, reason))
            else:
                taken += 1
    return Coverage(obliging, taken, tuple(left))


def _obliges(text: str, at: Span) -> bool:
    """A word of obligation, or a bare imperative at its head."""
    if _OBLIGES.search(text, at.start, at.end):
        return True
    lead = lead_at(text, skip_connectors(text, at.start, at.end), at.end)
    return lead is not None and len(lead.verb) > 1


def _reason(text: str, at: Span, items: Sequence[Item], frameworks: Sequence[Framework]) -> str:
    """Empty where a concrete item stands in the clause."""
    found = _within(items, at)
    if any(item.concrete for item in found):
        return ""
    if found:
        return "direction"
    index = bisect_right(frameworks, at.start, key=lambda f: f.at.start)
    if index < len(frameworks) and at.holds(frameworks[index].at):
        return "set"
    return refusal(text, at)


def _within(items: Sequence[Item], at: Span) -> list[Item]:
    first = bisect_right(items, at.start - 1, key=lambda item: item.at.start)
    made = []
    for item in items[first:]:
        if item.at.start >= at.end:
            break
        made.append(item)
    return made
