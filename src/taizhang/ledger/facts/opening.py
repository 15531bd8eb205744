"""开账：建账、交办、签收、期初。Opening: an account is opened, assigned, accepted, brought forward."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from taizhang.ledger.dates import PartialDate
from taizhang.ledger.facts.parts import Milestone, SourceAnchor
from taizhang.ledger.target import Target


@dataclass(frozen=True, slots=True)
class Opened:
    """建账. ``state`` is set where it begins elsewhere than at the book's start (拟立项)."""

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
    carried_from: str = ""
    edition: int = 1
    object: str = ""
    mandate: str = ""
    state: str = ""


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
class BroughtForward:
    """期初: a year half over is taken in, with date and evidence."""

    claimed: int
    verified: int
    unit: str
    as_of: date
    verified_by: str = ""


@dataclass(frozen=True, slots=True)
class Approved:
    """立项批准: who decided that this is supervised (督查条例: by decision of the government or its head)."""

    approver: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Refused:
    """不予立项."""

    approver: str
    reason: str


@dataclass(frozen=True, slots=True)
class Decomposed:
    """分解: into how many parts, their sum, and what is left over (sub-units of the base of ``unit``)."""

    parts: int
    total: int
    difference: int
    unit: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class DutyConfirmed:
    """配合单位认领."""

    unit: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class DutyObjected:
    """配合单位异议."""

    unit: str
    reason: str
