"""销账的请求。Requests around closing."""

from __future__ import annotations

from dataclasses import dataclass


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
class Cancel:
    """经批准撤销."""

    approved_by: str
    reason: str


@dataclass(frozen=True, slots=True)
class Archive:
    """归档."""

    file: str = ""


@dataclass(frozen=True, slots=True)
class LookBack:
    """回头看."""

    held: bool
    found: str


@dataclass(frozen=True, slots=True)
class Merge:
    """并入他项."""

    into: str
    reason: str


@dataclass(frozen=True, slots=True)
class MakeStanding:
    """转为常态工作."""

    approved_by: str
    reason: str


@dataclass(frozen=True, slots=True)
class CarryOver:
    """跨年结转 into an account opened for it."""

    into: str
