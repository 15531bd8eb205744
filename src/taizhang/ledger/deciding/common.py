"""裁决共用的：情形、所需、同类单位。What every decider needs: the circumstance, needs met, like units."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from taizhang.ledger.account import Entry
from taizhang.ledger.book import Act, Limits
from taizhang.ledger.posting import Evidence, Fact, OnBehalf
from taizhang.ledger.refusal import PostingRefused
from taizhang.ledger.requests import Actor
from taizhang.text.units import unit

USUAL = Limits()


@dataclass(frozen=True, slots=True)
class Circumstance:
    """Everything around a request that is not its content. ``today`` is the day it is recorded on."""

    by: Actor
    today: date
    effective: date
    evidence: tuple[Evidence, ...] = ()
    behalf: OnBehalf | None = None
    limits: Limits = USUAL
    grades: tuple[str, ...] = ()
    stages: tuple[str, ...] = ()


def papers(act: Act, case: Circumstance) -> None:
    """Evidence where the act needs it; the scanned paper where it is recorded on behalf."""
    if "evidence" in act.needs and not case.evidence:
        raise PostingRefused("need.evidence")
    scanned = any(e.kind in ("paper", "file") for e in case.evidence)
    if (case.behalf or "paper" in act.needs) and not scanned:
        raise PostingRefused("need.paper")


def needs(act: Act, need: str, given: object) -> None:
    """Raise ``need.…`` where the act needs it and nothing but blanks was given."""
    if need in act.needs and not (given.strip() if isinstance(given, str) else given):
        raise PostingRefused(f"need.{need}")


def same_kind(entry: Entry, symbol: str) -> None:
    """A figure comes in a unit that converts to the target's."""
    mine = entry.target.quantity.unit
    if unit(symbol).dimension != mine.dimension:
        raise PostingRefused("report.unit", unit=symbol, other=mine.symbol)


def unverified(entry: Entry) -> int:
    """Sub-units claimed that nobody has verified."""
    return (entry.claimed.amount or 0) - (entry.verified.amount or 0)


Decider = Callable[[Act, Entry, Any, Circumstance], Fact]
Table = dict[type, Decider]
"""Requests and how each is decided."""
