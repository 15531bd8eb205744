"""一笔账上的问题和批示。The problems of an account, each with its own light, and what leaders wrote on it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from taizhang.ledger.account import Entry, Problem
from taizhang.ledger.dates import PartialDate
from taizhang.ledger.light import Colour
from taizhang.ledger.posting import Instructed
from taizhang.ledger.requests import Actor
from taizhang.queries.accounts import Account, accounts
from taizhang.queries.names import Names
from taizhang.queries.visibility import visible_entries
from taizhang.store.models import PostingRow


@dataclass(frozen=True, slots=True)
class Trouble:
    """A problem as a row: ``light`` is of its own date, whatever the account's is."""

    number: int
    words: str
    owner: str
    due: PartialDate
    raised: date
    settled: date | None
    how: str
    light: Colour


@dataclass(frozen=True, slots=True)
class Instruction:
    """批示: who, when, what; ``version`` is its place in the history."""

    version: int
    leader: str
    on: date
    words: str


def troubles(entry: Entry, known: Names, notice: int, on: date) -> tuple[Trouble, ...]:
    """Open ones first, earliest due first; ``notice`` days before its date a problem turns amber."""
    rows = (_trouble(problem, known, notice, on) for problem in entry.course.problems)
    return tuple(sorted(rows, key=lambda row: (row.settled is not None, row.due.last, row.number)))


def _trouble(problem: Problem, known: Names, notice: int, on: date) -> Trouble:
    return Trouble(
        number=problem.number,
        words=problem.words,
        owner=known.unit(problem.owner),
        due=problem.due,
        raised=problem.raised,
        settled=problem.settled,
        how=problem.how,
        light=colour(problem, notice, on),
    )


def colour(problem: Problem, notice: int, on: date) -> Colour:
    """Blue when settled, red past its date, amber as it comes near."""
    if problem.settled is not None:
        return "done"
    if on > problem.due.last:
        return "red"
    return "amber" if on > problem.due.last - timedelta(days=notice) else "green"


def instructions(account: Account, known: Names) -> tuple[Instruction, ...]:
    """Newest first."""
    told = ((record.posting.version, record.posting.fact) for record in account.postings)
    found = [
        Instruction(version, known.unit(fact.leader), fact.on, fact.words)
        for version, fact in told
        if isinstance(fact, Instructed)
    ]
    return tuple(reversed(found))


@dataclass(frozen=True, slots=True)
class Owed:
    """A problem that a unit is to solve, and the account it stands on."""

    id: str
    title: str
    trouble: Trouble


def owed(actor: Actor, known: Names, on: date) -> tuple[Owed, ...]:
    """Open problems of a handler's own unit, earliest due first; only accounts with problems are folded."""
    if "handler" not in actor.roles:
        return ()
    raised = PostingRow.objects.filter(kind="ProblemRaised").values("stream")
    live = visible_entries(actor).exclude(account__in=["close", "end"])
    ids = list(live.filter(id__in=raised).values_list("id", flat=True))
    found = [
        Owed(id, one.entry.title, _trouble(problem, known, one.book.lights.notice, on))
        for id, one in (accounts(ids) if ids else {}).items()
        for problem in one.entry.course.problems
        if problem.owner == actor.unit and problem.settled is None
    ]
    return tuple(sorted(found, key=lambda row: (row.trouble.due.last, row.id)))
