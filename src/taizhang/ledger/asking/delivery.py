"""办理中的请求。Requests while it is being done."""

from __future__ import annotations

from dataclasses import dataclass

from taizhang.ledger.dates import PartialDate


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
class Advance:
    """阶段推进: to the next stage; a step back or over a stage says why."""

    stage: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Submit:
    """交账."""

    statement: str = ""


@dataclass(frozen=True, slots=True)
class RaiseProblem:
    """提出问题: to whom, by when."""

    words: str
    owner: str
    due: PartialDate | None


@dataclass(frozen=True, slots=True)
class SettleProblem:
    """问题销号."""

    problem: int
    how: str


@dataclass(frozen=True, slots=True)
class AskExtension:
    """申请延期."""

    after: PartialDate
    reason: str
    progress: str


@dataclass(frozen=True, slots=True)
class Endorse:
    """分管领导同意延期."""

    leader: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class RefuseExtension:
    """不同意延期."""

    reason: str


@dataclass(frozen=True, slots=True)
class Suspend:
    """暂停."""

    reason: str
    approved_by: str


@dataclass(frozen=True, slots=True)
class Resume:
    """恢复."""

    note: str = ""
