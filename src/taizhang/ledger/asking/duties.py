"""责任与文书的请求。Requests about duties and papers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from taizhang.ledger.dates import PartialDate


@dataclass(frozen=True, slots=True)
class Amend:
    """更正."""

    field: str
    after: str
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
class Instruct:
    """领导批示."""

    leader: str
    words: str
    on: date


@dataclass(frozen=True, slots=True)
class Urge:
    """发一张催办、提醒或督办的文书."""

    step: str
    paper: str
    to: str
    words: str = ""


@dataclass(frozen=True, slots=True)
class MoveToEdition:
    """换规矩; ``state`` is where the account stands under the new edition."""

    before: int
    after: int
    state: str
    reason: str
