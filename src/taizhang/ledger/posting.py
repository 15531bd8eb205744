"""记账：已经发生的事实，只增不改。Postings: facts that happened, never changed.

A posting is a fact in an envelope: whose stream, which version, by whom, recorded when, effective when, on whose
behalf, with what evidence. Past participles name them (DESIGN, "Account").
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from taizhang.ledger.dates import PartialDate
from taizhang.ledger.registry import RegistryFact
from taizhang.ledger.target import Target


@dataclass(frozen=True, slots=True)
class Evidence:
    """佐证. ``kind`` is file, link or paper; ``ref`` a file digest, an address or a document number."""

    kind: str
    ref: str
    title: str = ""


@dataclass(frozen=True, slots=True)
class By:
    """Who recorded it: the person's stable code and the unit's, as of then."""

    user: str
    unit: str


@dataclass(frozen=True, slots=True)
class OnBehalf:
    """代录: whose decision or report it was; the scanned paper stands among the evidence.

    ``role`` is what they are to the entry: lead, co or leader. A verification is never recorded for somebody.
    """

    unit: str
    person: str = ""
    role: Literal["lead", "co", "leader"] = "lead"


@dataclass(frozen=True, slots=True)
class SourceAnchor:
    """Where the commitment stands in its document: ids and digests, see text.span.Anchor."""

    document: str
    file: str
    extraction: str
    start: int
    end: int
    quote: str
    place: str = ""


@dataclass(frozen=True, slots=True)
class Milestone:
    """``amount``: cumulative sub-units due by then, ``None`` for an event."""

    due: PartialDate
    title: str = ""
    amount: int | None = None
    hard: bool = False


@dataclass(frozen=True, slots=True)
class Opened:
    """建账."""

    book: str
    number: str
    title: str
    target: Target
    lead_unit: str
    due: PartialDate
    start: PartialDate
    co_units: tuple[str, ...] = ()
    leader: str = ""
    task_force: str = ""
    milestones: tuple[Milestone, ...] = ()
    source: SourceAnchor | None = None
    basis: str = ""
    parent: str = ""
    topic: str = ""
    standard: str = ""


@dataclass(frozen=True, slots=True)
class Assigned:
    """交办, with the paper that carries it."""

    paper: str
    due: PartialDate
    lead_unit: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Accepted:
    """签收."""

    note: str = ""


@dataclass(frozen=True, slots=True)
class Declined:
    """退回: the duty conflict."""

    reason: str
    proposes: str = ""


@dataclass(frozen=True, slots=True)
class Reported:
    """上报累计: ``change`` is what this posting adds to the claimed balance, ``cumulative`` what the unit said."""

    change: int
    cumulative: int
    unit: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Unchanged:
    """无变化: a legal report that moves nothing."""

    note: str = ""


@dataclass(frozen=True, slots=True)
class Submitted:
    """交账: the unit delivers its account."""

    statement: str = ""


@dataclass(frozen=True, slots=True)
class Returned:
    """退回补办: ``change`` takes back what was claimed and not found (zero or less)."""

    reason: str
    change: int = 0
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Verified:
    """核账: ``change`` is what this verification adds to the verified balance."""

    change: int
    cumulative: int
    unit: str
    method: str
    opinion: str = ""
    second: str = ""


@dataclass(frozen=True, slots=True)
class Waived:
    """免余额: a named leader lets the rest go, with a reason."""

    leader: str
    reason: str
    amount: int


@dataclass(frozen=True, slots=True)
class Closed:
    """销账."""

    certificate: str
    grade: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Reopened:
    """反弹重开: never an edit of the closing."""

    reason: str


@dataclass(frozen=True, slots=True)
class BroughtForward:
    """期初: a year half over is taken in, with date and evidence."""

    claimed: int
    verified: int
    unit: str
    as_of: date
    verified_by: str = ""


@dataclass(frozen=True, slots=True)
class Amended:
    """更正: descriptive fields only, never a figure or the original date."""

    field: str
    before: str
    after: str
    reason: str


@dataclass(frozen=True, slots=True)
class Reversed:
    """冲正: names the version it undoes, and by how much the balances move."""

    version: int
    kind: str
    reason: str
    claimed: int = 0
    verified: int = 0


@dataclass(frozen=True, slots=True)
class Reassigned:
    """责任调整: a lead or co-unit, leader or task force from a date on; what was done stays whose it was."""

    role: str
    before: str
    after: str
    reason: str


@dataclass(frozen=True, slots=True)
class Extended:
    """延期: the original date stays on the row."""

    before: PartialDate
    after: PartialDate
    reason: str
    approved_by: str


@dataclass(frozen=True, slots=True)
class Cancelled:
    """经批准撤销."""

    approved_by: str
    reason: str


Fact = (
    Opened
    | Assigned
    | Accepted
    | Declined
    | Reported
    | Unchanged
    | Submitted
    | Returned
    | Verified
    | Waived
    | Closed
    | Reopened
    | BroughtForward
    | Amended
    | Reversed
    | Reassigned
    | Extended
    | Cancelled
)
FACTS: dict[str, type] = {kind.__name__: kind for kind in (*Fact.__args__, *RegistryFact.__args__)}
"""Every kind of fact the journal may hold: those of entries, and those of the registry."""


@dataclass(frozen=True, slots=True)
class Posting:
    """A fact in its envelope. ``at`` is when it was recorded (aware); ``effective`` the day it is true of."""

    stream: str
    version: int
    fact: Fact | RegistryFact
    by: By
    at: datetime
    effective: date
    behalf: OnBehalf | None = None
    evidence: tuple[Evidence, ...] = ()

    @property
    def kind(self) -> str:
        return type(self.fact).__name__
