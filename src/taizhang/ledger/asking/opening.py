"""开账的请求。Requests around opening."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from taizhang.ledger.dates import PartialDate
from taizhang.ledger.facts.parts import Milestone, SourceAnchor
from taizhang.ledger.target import Target


@dataclass(frozen=True, slots=True)
class Open:
    """建账; ``proposed`` waits for somebody's approval where the book has such a state."""

    number: str
    title: str
    target: Target | None
    lead_unit: str
    due: PartialDate | None
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
    object: str = ""
    mandate: str = ""
    proposed: bool = False


@dataclass(frozen=True, slots=True)
class Assign:
    """交办: ``paper`` is the number of the 交办单."""

    paper: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Accept:
    """签收."""

    note: str = ""


@dataclass(frozen=True, slots=True)
class Decline:
    """退回, with the duty conflict and who it should be instead."""

    reason: str
    proposes: str = ""


@dataclass(frozen=True, slots=True)
class BringForward:
    """期初."""

    claimed: int
    verified: int
    unit: str
    as_of: date
    verified_by: str = ""


@dataclass(frozen=True, slots=True)
class Approve:
    """批准立项."""

    approver: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Refuse:
    """不予立项."""

    approver: str
    reason: str


@dataclass(frozen=True, slots=True)
class Decompose:
    """分解: the parts opened under this account, their sum in sub-units, both as the operation counted them."""

    parts: int
    total: int
    note: str = ""


@dataclass(frozen=True, slots=True)
class ConfirmDuty:
    """配合单位认领."""

    note: str = ""


@dataclass(frozen=True, slots=True)
class ObjectDuty:
    """配合单位异议."""

    reason: str
