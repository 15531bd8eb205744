"""交账：上报、无变化、交账。Delivery: reported, unchanged, submitted."""

from __future__ import annotations

from dataclasses import dataclass

from taizhang.ledger.dates import PartialDate


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
class StageReached:
    """阶段推进: the matter came to ``stage`` of its book on the effective day; ``before`` is where it stood."""

    stage: str
    before: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Submitted:
    """交账: the unit delivers its account."""

    statement: str = ""


@dataclass(frozen=True, slots=True)
class ProblemRaised:
    """提出问题: ``problem`` is its number on this account; ``owner`` the unit that is to solve it by ``due``."""

    problem: int
    words: str
    owner: str
    due: PartialDate


@dataclass(frozen=True, slots=True)
class ProblemSettled:
    """问题销号."""

    problem: int
    how: str


@dataclass(frozen=True, slots=True)
class ExtensionAsked:
    """申请延期: reason, new date, progress so far (DOMAIN §1.4, row 9)."""

    after: PartialDate
    reason: str
    progress: str


@dataclass(frozen=True, slots=True)
class ExtensionEndorsed:
    """分管领导同意延期, before the office decides."""

    leader: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class ExtensionRefused:
    """不同意延期."""

    reason: str


@dataclass(frozen=True, slots=True)
class Suspended:
    """暂停: the clock stops from the effective day."""

    reason: str
    approved_by: str


@dataclass(frozen=True, slots=True)
class Resumed:
    """恢复: the clock goes on from the effective day; ``days`` it stood still."""

    days: int
    note: str = ""
