"""责任与更正：谁牵头、改词、延期。Duties and words: reassigned, amended, extended."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from taizhang.ledger.dates import PartialDate


@dataclass(frozen=True, slots=True)
class Reassigned:
    """责任调整: a lead or co-unit, leader or task force from a date on; what was done stays whose it was."""

    role: str
    before: str
    after: str
    reason: str


@dataclass(frozen=True, slots=True)
class Amended:
    """更正: descriptive fields only, never a figure or the original date."""

    field: str
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
class Instructed:
    """领导批示 on this account."""

    leader: str
    words: str
    on: date


@dataclass(frozen=True, slots=True)
class Urged:
    """催办、提醒函、督办函、约谈、通报: a paper went out. The state stays (DOMAIN §1.4, escalation)."""

    step: str
    paper: str
    to: str
    words: str = ""


@dataclass(frozen=True, slots=True)
class MovedToEdition:
    """换规矩: the account goes on under another edition of its book; ``state`` is where it then stands."""

    book: str
    before: int
    after: int
    state: str
    reason: str
