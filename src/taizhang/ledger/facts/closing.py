"""销账：免余额、销号、重开、撤销。Closing: waived, closed, reopened, cancelled."""

from __future__ import annotations

from dataclasses import dataclass


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
class Cancelled:
    """经批准撤销."""

    approved_by: str
    reason: str


@dataclass(frozen=True, slots=True)
class Archived:
    """归档."""

    file: str = ""


@dataclass(frozen=True, slots=True)
class LookedBack:
    """回头看: what was found some months after closing."""

    held: bool
    found: str


@dataclass(frozen=True, slots=True)
class Merged:
    """并入他项."""

    into: str
    reason: str


@dataclass(frozen=True, slots=True)
class MadeStanding:
    """转为常态工作."""

    approved_by: str
    reason: str


@dataclass(frozen=True, slots=True)
class CarriedOver:
    """跨年结转: into the account that goes on with it; that one names this as where it came from."""

    into: str
    outstanding: int
    unit: str
