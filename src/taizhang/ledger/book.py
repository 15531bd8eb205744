"""台账的规矩：一种台账有哪些状态、谁能做什么、要什么才能过。

What a Book says, as values: states, acts, roles, needs, lights, clocks. The YAML files that say it are read in
``taizhang.books``; if a book needs Python, this vocabulary grows, not the book.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Account = Literal["open", "deliver", "verify", "close", "end"]
ACCOUNTS: tuple[Account, ...] = ("open", "deliver", "verify", "close", "end")
ACTS = frozenset(
    {
        *("open", "approve", "refuse", "decompose", "assign", "accept", "decline", "confirm_duty", "object_duty"),
        *("report", "unchanged", "submit", "raise_problem", "settle_problem", "suspend", "resume", "bring_forward"),
        "advance",
        *("ask_extension", "endorse", "refuse_extension", "extend"),
        *("check", "sample", "return", "verify", "confirm", "object", "review", "overturn", "reverse"),
        *("waive", "close", "archive", "look_back", "reopen", "merge", "make_standing", "carry_over", "cancel"),
        *("amend", "reassign", "instruct", "urge", "move_to_edition"),
    }
)
"""Every act a book may use; each is one operation and one kind of posting."""
ROLES = frozenset({"office", "lead", "co", "team", "leader"})
"""office 督查室 · lead 牵头单位 · co 配合单位 · team 督导组 · leader 领导."""
NEEDS = frozenset(
    {
        *("reason", "evidence", "lead_unit", "due", "target", "covered", "claimed", "paper", "leader", "method"),
        *("mandate", "asked", "endorsed", "second", "last_stage"),
    }
)
NOT_BY = frozenset({"lead", "co", "reporter", "recorder", "decider"})
"""Who may not act: the lead unit, a co-unit, any unit that reported, any person who recorded a claim, any person who
had a hand in the conclusion."""


@dataclass(frozen=True, slots=True)
class Label:
    """A name in both languages."""

    zh: str
    en: str


@dataclass(frozen=True, slots=True)
class State:
    """``account`` is which of the four accounts it belongs to (or ``end`` for side ends)."""

    name: str
    label: Label
    account: Account


@dataclass(frozen=True, slots=True)
class Act:
    """Who may do it, from which state to which (``moves``), what it needs, who may not."""

    name: str
    label: Label
    moves: dict[str, str]
    roles: frozenset[str]
    needs: frozenset[str] = frozenset()
    not_by: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class LightRules:
    """Thresholds in percentage points of gap = actual − planned, and days (DOMAIN §1.6).

    ``window`` is how many days a claim counts before it must be verified; ``notice`` how many days before its due
    date an account without a curve turns amber; ``hard`` after how many days a missed hard milestone turns red.
    """

    amber: int = -10
    red: int = -30
    window: int = 10
    notice: int = 15
    hard: int = 30


Days = Literal["calendar", "working"]
"""自然日 or 工作日; each clock names its own (DESIGN, "Time")."""


@dataclass(frozen=True, slots=True)
class Limits:
    """Numbers a county may change: extensions allowed, days to object and to review (督查条例: 30 and 30), days after
    closing between which a look back falls (DOMAIN §1.4, row 16), share of accounts drawn for a site visit (per cent).
    """

    extensions: int = 2
    objection: int = 30
    review: int = 30
    look_back_from: int = 90
    look_back_to: int = 180
    sampled: int = 20


@dataclass(frozen=True, slots=True)
class Clock:
    """``act`` is due ``days`` after the entry came into ``state``, or after the act ``since`` was last done.

    ``remind`` and ``overdue`` say how many days before and after that people are reminded, in the clock's own days.
    """

    state: str
    act: str
    days: int
    calendar: Days
    label: Label
    since: str = ""
    remind: tuple[int, ...] = ()
    overdue: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Deadline:
    """Reminders of the entry's own due date (时限): days before, days after, and of which kind."""

    remind: tuple[int, ...] = ()
    overdue: tuple[int, ...] = ()
    calendar: Days = "calendar"


STEPS = ("urge", "remind", "supervise", "summon", "bulletin")
"""催办、提醒函、督办函、约谈、通报: the ladder, lowest rung first (DOMAIN §1.4, escalation)."""


@dataclass(frozen=True, slots=True)
class Step:
    """A rung: the paper ``step`` may go out ``after`` days past the missed date, or past the rung below."""

    step: str
    after: int
    calendar: Days


@dataclass(frozen=True, slots=True)
class Term:
    """How long a stage takes in a profile (“13710”, ordinary county)."""

    days: int
    calendar: Days


@dataclass(frozen=True, slots=True)
class Stage:
    """阶段: how far the matter itself has come (签约、落地、开工); apart from the account's state."""

    name: str
    label: Label


@dataclass(frozen=True, slots=True)
class Field:
    """A descriptive field beyond those every account has; ``masked`` ones are personal and shown in part only."""

    name: str
    label: Label
    type: Literal["text", "date", "quantity", "choice", "unit", "person"]
    required: bool = False
    choices: tuple[str, ...] = ()
    masked: bool = False


@dataclass(frozen=True, slots=True)
class Book:
    """A ledger type. ``edition`` changes whenever its rules do; entries say under which they were opened.

    An entry begins at ``start``, or at ``proposal`` (拟立项) where somebody must approve it first.
    ``stages`` are in order; ``advance`` reaches them.
    """

    name: str
    label: Label
    edition: int
    states: dict[str, State]
    start: str
    acts: dict[str, Act]
    fields: tuple[Field, ...] = ()
    lights: LightRules = LightRules()
    clocks: tuple[Clock, ...] = ()
    grades: tuple[str, ...] = ()
    purpose: Label = Label("", "")
    limits: Limits = Limits()
    proposal: str = ""
    profile: str = ""
    terms: Mapping[str, Term] = field(default_factory=dict)
    deadline: Deadline = Deadline()
    ladder: tuple[Step, ...] = ()
    stages: tuple[Stage, ...] = ()

    def account(self, state: str) -> Account:
        return self.states[state].account

    def acts_from(self, state: str) -> tuple[Act, ...]:
        return tuple(act for act in self.acts.values() if state in act.moves)
