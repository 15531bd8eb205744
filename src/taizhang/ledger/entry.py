"""一笔账：把它的流水从头折到尾。An entry is the fold of its postings; nothing else is its truth."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import singledispatch
from typing import Any

from taizhang.ledger import posting as p
from taizhang.ledger.book import Book
from taizhang.ledger.dates import PartialDate
from taizhang.ledger.posting import By, Evidence, Milestone, OnBehalf, Posting, SourceAnchor
from taizhang.ledger.target import Balance, Target

NOTHING = Balance()
"""未报: nothing was ever recorded."""
AMENDABLE = ("title", "standard", "basis", "topic", "task_force")
"""The descriptive fields 更正 may touch; figures and the original date are not among them."""
DUTIES = ("lead_unit", "leader", "task_force", "co_units")


@dataclass(frozen=True, slots=True)
class Move:
    """How one posting moved the two balances, and who stood behind it."""

    version: int
    kind: str
    claimed: int
    verified: int
    unit: str
    user: str
    recorded: datetime
    effective: date
    undone: bool = False


@dataclass(frozen=True, slots=True)
class Entry:
    """The state of one account after ``version`` postings. Amounts are sub-units of the base unit.

    ``entered`` is the day on which it was brought into its present state; clocks run from it.
    """

    id: str
    version: int
    book: str
    state: str
    number: str
    title: str
    target: Target
    lead_unit: str
    due: PartialDate
    original_due: PartialDate
    start: PartialDate
    opened: datetime
    co_units: tuple[str, ...] = ()
    leader: str = ""
    task_force: str = ""
    milestones: tuple[Milestone, ...] = ()
    source: SourceAnchor | None = None
    basis: str = ""
    parent: str = ""
    topic: str = ""
    standard: str = ""
    claimed: Balance = NOTHING
    verified: Balance = NOTHING
    waived: int | None = None
    moves: tuple[Move, ...] = ()
    reporters: frozenset[str] = frozenset()
    recorders: frozenset[str] = frozenset()
    extensions: int = 0
    reported: date | None = None
    closed: date | None = None
    certificate: str = ""
    evidence: tuple[Evidence, ...] = ()
    undone: frozenset[int] = frozenset()
    entered: date | None = None


def fold(book: Book, postings: Iterable[Posting], entry: Entry | None = None) -> Entry:
    """All postings of one entry, in order of version, from the beginning or on top of ``entry``.

    Raises:
        ValueError: there is no posting at all, or the first is no opening.
    """
    for posting in postings:
        entry = evolve(book, entry, posting)
    if entry is None:
        raise ValueError("an entry has at least one posting")
    return entry


def evolve(book: Book, entry: Entry | None, posting: Posting) -> Entry:
    """The entry after one more posting. Total: what was decided is never judged again."""
    if entry is None:
        if not isinstance(posting.fact, p.Opened):
            raise ValueError("the first posting of an entry opens it")
        return _opened(book, posting.fact, posting)
    after = _apply(posting.fact, entry, posting)
    state = _state(book, after, posting)
    return replace(
        after,
        version=posting.version,
        state=state,
        entered=after.entered if state == entry.state else posting.at.date(),
        evidence=after.evidence + posting.evidence,
    )


ACT_OF = {
    "Opened": "open",
    "Assigned": "assign",
    "Accepted": "accept",
    "Declined": "decline",
    "Reported": "report",
    "Unchanged": "unchanged",
    "Submitted": "submit",
    "Returned": "return",
    "Verified": "verify",
    "Waived": "waive",
    "Closed": "close",
    "Reopened": "reopen",
    "BroughtForward": "bring_forward",
    "Amended": "amend",
    "Reversed": "reverse",
    "Reassigned": "reassign",
    "Extended": "extend",
    "Cancelled": "cancel",
}
"""The act of a book that each kind of posting records."""


def _state(book: Book, entry: Entry, posting: Posting) -> str:
    act = book.acts.get(ACT_OF[posting.kind])
    return act.moves.get(entry.state, entry.state) if act else entry.state


def _opened(book: Book, fact: p.Opened, posting: Posting) -> Entry:
    same = ("number", "title", "target", "lead_unit", "due", "start", "co_units", "leader", "task_force", "milestones")
    more = ("source", "basis", "parent", "topic", "standard")
    return Entry(
        id=posting.stream,
        version=posting.version,
        book=fact.book,
        state=book.start,
        original_due=fact.due,
        opened=posting.at,
        entered=posting.at.date(),
        evidence=posting.evidence,
        **{name: getattr(fact, name) for name in same + more},
    )


@singledispatch
def _apply(fact: object, entry: Entry, posting: Posting) -> Entry:
    """Most facts move the state alone."""
    return entry


@_apply.register
def _(fact: p.Assigned, entry: Entry, posting: Posting) -> Entry:
    return replace(entry, lead_unit=fact.lead_unit, due=fact.due)


@_apply.register
def _(fact: p.Reported, entry: Entry, posting: Posting) -> Entry:
    moved = _move(entry, posting, claimed=fact.change)
    return replace(_claimed_by(moved, posting), reported=posting.effective)


@_apply.register
def _(fact: p.Unchanged, entry: Entry, posting: Posting) -> Entry:
    return replace(entry, reported=posting.effective)


@_apply.register
def _(fact: p.Submitted, entry: Entry, posting: Posting) -> Entry:
    return _claimed_by(entry, posting)


@_apply.register
def _(fact: p.Returned, entry: Entry, posting: Posting) -> Entry:
    return _move(entry, posting, claimed=fact.change) if fact.change else entry


@_apply.register
def _(fact: p.Verified, entry: Entry, posting: Posting) -> Entry:
    return _move(entry, posting, verified=fact.change)


@_apply.register
def _(fact: p.BroughtForward, entry: Entry, posting: Posting) -> Entry:
    moved = _move(entry, posting, claimed=fact.claimed, verified=fact.verified)
    return replace(_claimed_by(moved, posting), reported=fact.as_of)


@_apply.register
def _(fact: p.Waived, entry: Entry, posting: Posting) -> Entry:
    return replace(entry, waived=fact.amount)


@_apply.register
def _(fact: p.Closed, entry: Entry, posting: Posting) -> Entry:
    return replace(entry, closed=posting.effective, certificate=fact.certificate)


@_apply.register
def _(fact: p.Reopened, entry: Entry, posting: Posting) -> Entry:
    return replace(entry, closed=None, certificate="", waived=None)


@_apply.register
def _(fact: p.Amended, entry: Entry, posting: Posting) -> Entry:
    changed: dict[str, Any] = {fact.field: fact.after}
    return replace(entry, **changed)


@_apply.register
def _(fact: p.Reassigned, entry: Entry, posting: Posting) -> Entry:
    several = fact.role == "co_units"
    changed: dict[str, Any] = {fact.role: tuple(fact.after.split()) if several else fact.after}
    return replace(entry, **changed)


@_apply.register
def _(fact: p.Extended, entry: Entry, posting: Posting) -> Entry:
    return replace(entry, due=fact.after, extensions=entry.extensions + 1)


@_apply.register
def _(fact: p.Reversed, entry: Entry, posting: Posting) -> Entry:
    moved = _move(entry, posting, claimed=fact.claimed, verified=fact.verified)
    marked = tuple(replace(m, undone=True) if m.version == fact.version else m for m in moved.moves)
    undone = replace(moved, moves=marked, undone=moved.undone | {fact.version})
    return replace(
        undone,
        claimed=undone.claimed if _stands(undone, CLAIMS) else NOTHING,
        verified=undone.verified if _stands(undone, VERIFICATIONS) else NOTHING,
    )


CLAIMS = frozenset({"Reported", "BroughtForward"})
VERIFICATIONS = frozenset({"Verified", "BroughtForward"})
"""Kinds after which a balance is known; when the last of them is reversed it is 未报 again, not zero."""


def _stands(entry: Entry, kinds: frozenset[str]) -> bool:
    return any(move.kind in kinds and not move.undone for move in entry.moves)


def _move(entry: Entry, posting: Posting, *, claimed: int = 0, verified: int = 0) -> Entry:
    move = Move(
        posting.version,
        posting.kind,
        claimed,
        verified,
        posting.by.unit,
        posting.by.user,
        posting.at,
        posting.effective,
    )
    # 零目标的核实可以是零：那也是核过 a verified zero is verified, not unknown
    touches_verified = verified or posting.kind in VERIFICATIONS
    touches_claimed = claimed or posting.kind in CLAIMS
    return replace(
        entry,
        moves=(*entry.moves, move),
        claimed=entry.claimed.plus(claimed) if touches_claimed else entry.claimed,
        verified=entry.verified.plus(verified) if touches_verified else entry.verified,
    )


def _claimed_by(entry: Entry, posting: Posting) -> Entry:
    unit = posting.behalf.unit if posting.behalf else posting.by.unit
    return replace(entry, reporters=entry.reporters | {unit}, recorders=entry.recorders | {posting.by.user})


__all__ = ["ACT_OF", "AMENDABLE", "DUTIES", "By", "Entry", "Move", "OnBehalf", "evolve", "fold"]
