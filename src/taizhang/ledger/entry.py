"""一笔账：把它的流水从头折到尾。An entry is the fold of its postings; nothing else is its truth."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from taizhang.ledger import posting as p
from taizhang.ledger.account import Entry, Move
from taizhang.ledger.book import Book
from taizhang.ledger.effects import apply
from taizhang.ledger.posting import Posting

AMENDABLE = ("title", "standard", "basis", "topic", "task_force")
"""The descriptive fields 更正 may touch; figures and the original date are not among them."""
DUTIES = ("lead_unit", "leader", "task_force", "co_units")


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
    after = apply(posting.fact, entry, posting)
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
    "BroughtForward": "bring_forward",
    "Approved": "approve",
    "Refused": "refuse",
    "Decomposed": "decompose",
    "DutyConfirmed": "confirm_duty",
    "DutyObjected": "object_duty",
    "Reported": "report",
    "Unchanged": "unchanged",
    "StageReached": "advance",
    "Submitted": "submit",
    "ProblemRaised": "raise_problem",
    "ProblemSettled": "settle_problem",
    "ExtensionAsked": "ask_extension",
    "ExtensionEndorsed": "endorse",
    "ExtensionRefused": "refuse_extension",
    "Suspended": "suspend",
    "Resumed": "resume",
    "Returned": "return",
    "Verified": "verify",
    "Reversed": "reverse",
    "Checked": "check",
    "Sampled": "sample",
    "Confirmed": "confirm",
    "Objected": "object",
    "Reviewed": "review",
    "Waived": "waive",
    "Closed": "close",
    "Reopened": "reopen",
    "Cancelled": "cancel",
    "Archived": "archive",
    "LookedBack": "look_back",
    "Merged": "merge",
    "MadeStanding": "make_standing",
    "CarriedOver": "carry_over",
    "Reassigned": "reassign",
    "Amended": "amend",
    "Extended": "extend",
    "Instructed": "instruct",
    "Urged": "urge",
    "MovedToEdition": "move_to_edition",
}
"""The act of a book that each kind of posting records."""


def _state(book: Book, entry: Entry, posting: Posting) -> str:
    fact = posting.fact
    if isinstance(fact, p.MovedToEdition):
        return fact.state
    # 复核推翻结论，按 overturn 走 a conclusion that is not upheld goes the way of overturn
    name = "overturn" if isinstance(fact, p.Reviewed) and not fact.upheld else ACT_OF[posting.kind]
    act = book.acts.get(name)
    return act.moves.get(entry.state, entry.state) if act else entry.state


_SAME = (
    *("number", "title", "target", "lead_unit", "due", "start", "co_units", "leader", "task_force", "milestones"),
    *("source", "basis", "parent", "topic", "standard", "carried_from", "edition", "object", "mandate"),
)


def _opened(book: Book, fact: p.Opened, posting: Posting) -> Entry:
    return Entry(
        id=posting.stream,
        version=posting.version,
        book=fact.book,
        state=fact.state or book.start,
        original_due=fact.due,
        opened=posting.at,
        entered=posting.at.date(),
        evidence=posting.evidence,
        **{name: getattr(fact, name) for name in _SAME},
    )


__all__ = ["ACT_OF", "AMENDABLE", "DUTIES", "Entry", "Move", "evolve", "fold"]
