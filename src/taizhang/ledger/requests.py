"""请求：有人想记什么。Requests: what somebody wants recorded; ``decide`` answers with facts or a refusal."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from taizhang.ledger.dates import PartialDate
from taizhang.ledger.posting import Milestone, SourceAnchor
from taizhang.ledger.target import Target


@dataclass(frozen=True, slots=True)
class Actor:
    """Who asks. ``roles`` are those held now: office, handler, team, leader; a handler acts for ``unit``."""

    user: str
    unit: str
    roles: frozenset[str]


@dataclass(frozen=True, slots=True)
class Open:
    """建账."""

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
class Report:
    """上报累计: the cumulative figure in sub-units of the base of ``unit``."""

    cumulative: int
    unit: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class NoChange:
    """无变化."""

    note: str = ""


@dataclass(frozen=True, slots=True)
class Submit:
    """交账."""

    statement: str = ""


@dataclass(frozen=True, slots=True)
class Return:
    """退回补办; ``takes_back`` sub-units of the claim that were not found (zero or more)."""

    reason: str
    takes_back: int = 0
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Verify:
    """核账: ``found`` sub-units are confirmed now, on top of what was; ``second`` is the other signer."""

    found: int
    unit: str
    method: str
    opinion: str = ""
    second: str = ""


@dataclass(frozen=True, slots=True)
class Waive:
    """免余额."""

    leader: str
    reason: str


@dataclass(frozen=True, slots=True)
class Close:
    """销账; ``certificate`` is the number of the closing slip."""

    certificate: str
    grade: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Reopen:
    """反弹重开."""

    reason: str


@dataclass(frozen=True, slots=True)
class BringForward:
    """期初."""

    claimed: int
    verified: int
    unit: str
    as_of: date
    verified_by: str = ""


@dataclass(frozen=True, slots=True)
class Amend:
    """更正."""

    field: str
    after: str
    reason: str


@dataclass(frozen=True, slots=True)
class Reverse:
    """冲正 of one version of this entry."""

    version: int
    reason: str


@dataclass(frozen=True, slots=True)
class Reassign:
    """责任调整; ``role`` is one of entry.DUTIES, co-units are separated by blanks."""

    role: str
    after: str
    reason: str


@dataclass(frozen=True, slots=True)
class Extend:
    """延期."""

    after: PartialDate
    reason: str
    approved_by: str


@dataclass(frozen=True, slots=True)
class Cancel:
    """经批准撤销."""

    approved_by: str
    reason: str


Request = (
    Open
    | Assign
    | Accept
    | Decline
    | Report
    | NoChange
    | Submit
    | Return
    | Verify
    | Waive
    | Close
    | Reopen
    | BringForward
    | Amend
    | Reverse
    | Reassign
    | Extend
    | Cancel
)
ACT: dict[type, str] = {
    Open: "open",
    Assign: "assign",
    Accept: "accept",
    Decline: "decline",
    Report: "report",
    NoChange: "unchanged",
    Submit: "submit",
    Return: "return",
    Verify: "verify",
    Waive: "waive",
    Close: "close",
    Reopen: "reopen",
    BringForward: "bring_forward",
    Amend: "amend",
    Reverse: "reverse",
    Reassign: "reassign",
    Extend: "extend",
    Cancel: "cancel",
}
