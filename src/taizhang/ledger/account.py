"""一笔账的样子：折出来的值，只读。What an account is after its postings: plain values, nothing that acts.

``Entry`` keeps what every account has; ``Course``, ``Judgement`` and ``Ending`` what happened to it on its way.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from taizhang.ledger.dates import PartialDate
from taizhang.ledger.facts.parts import Evidence, Milestone, SourceAnchor
from taizhang.ledger.target import Balance, Target

NOTHING = Balance()
"""未报: nothing was ever recorded."""


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
class Problem:
    """问题: a small account of its own, with an owner and a date; ``settled`` is when and ``how`` how."""

    number: int
    words: str
    owner: str
    due: PartialDate
    raised: date
    settled: date | None = None
    how: str = ""


@dataclass(frozen=True, slots=True)
class Ask:
    """A request for another date, waiting for the line leader, then the office."""

    after: PartialDate
    reason: str
    progress: str
    asked: date
    endorsed: str = ""


@dataclass(frozen=True, slots=True)
class Reached:
    """A stage and the day the matter came to it."""

    stage: str
    day: date


@dataclass(frozen=True, slots=True)
class Course:
    """On the way: problems, the extension asked for, when the clock stood still (``None``: it still does), stages."""

    problems: tuple[Problem, ...] = ()
    ask: Ask | None = None
    paused: tuple[tuple[date, date | None], ...] = ()
    stages: tuple[Reached, ...] = ()


@dataclass(frozen=True, slots=True)
class Judgement:
    """审核、抽查、认定、异议. ``deciders`` are the users who had a hand in it: they may not review it."""

    checked: date | None = None
    drawn: bool | None = None
    seed: str = ""
    grade: str = ""
    concluded: date | None = None
    objected: date | None = None
    upheld: bool | None = None
    deciders: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Ending:
    """Where it went: merged into or carried over to another account, archived, looked back at."""

    merged_into: str = ""
    carried_into: str = ""
    archived: date | None = None
    looked_back: date | None = None
    held: bool | None = None


NO_COURSE, NO_JUDGEMENT, NO_ENDING = Course(), Judgement(), Ending()


@dataclass(frozen=True, slots=True)
class Entry:
    """The state of one account after ``version`` postings. Amounts are sub-units of the base unit.

    ``entered`` is the day on which it was brought into its present state; clocks run from it. ``edition`` is that of
    the book's rules it goes by; ``object`` and ``mandate`` (授权依据) tell one supervision from another.
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
    carried_from: str = ""
    edition: int = 1
    object: str = ""
    mandate: str = ""
    confirmed_units: frozenset[str] = frozenset()
    objected_units: frozenset[str] = frozenset()
    difference: int | None = None
    course: Course = NO_COURSE
    judgement: Judgement = NO_JUDGEMENT
    ending: Ending = NO_ENDING

    @property
    def paused(self) -> tuple[tuple[date, date | None], ...]:
        """When the clock stood still, first day included, last excluded."""
        return self.course.paused

    @property
    def stage(self) -> str:
        """The stage the matter stands at; empty before the first."""
        return self.course.stages[-1].stage if self.course.stages else ""
