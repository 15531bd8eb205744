"""核账的请求。Requests of those who verify."""

from __future__ import annotations

from dataclasses import dataclass


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
class Reverse:
    """冲正 of one version of this entry."""

    version: int
    reason: str


@dataclass(frozen=True, slots=True)
class Check:
    """审核."""

    conclusion: str


@dataclass(frozen=True, slots=True)
class Sample:
    """抽查: the draw, as ``ledger.sampling`` made it."""

    seed: str
    risk: int
    drawn: bool
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Confirm:
    """认定."""

    grade: str
    opinion: str = ""
    second: str = ""


@dataclass(frozen=True, slots=True)
class Object:
    """异议."""

    reason: str


@dataclass(frozen=True, slots=True)
class Review:
    """复核: whether the conclusion is upheld."""

    upheld: bool
    reason: str
