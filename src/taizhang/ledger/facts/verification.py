"""核账：退回、核实、冲正。Verification: returned, verified, reversed."""

from __future__ import annotations

from dataclasses import dataclass


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
class Reversed:
    """冲正: names the version it undoes, and by how much the balances move."""

    version: int
    kind: str
    reason: str
    claimed: int = 0
    verified: int = 0


@dataclass(frozen=True, slots=True)
class Checked:
    """审核: the desk check of what was delivered, before anybody goes on site."""

    conclusion: str


@dataclass(frozen=True, slots=True)
class Sampled:
    """抽查: whether this account was drawn; ``seed`` and ``risk`` (per mille) let anybody draw again."""

    seed: str
    risk: int
    drawn: bool
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Confirmed:
    """认定, with a grade."""

    grade: str
    opinion: str = ""
    second: str = ""


@dataclass(frozen=True, slots=True)
class Objected:
    """异议: within the days the book allows after the conclusion (督查条例: 30)."""

    reason: str


@dataclass(frozen=True, slots=True)
class Reviewed:
    """复核: by an officer who had no hand in the conclusion."""

    upheld: bool
    reason: str
