"""页脚一行：账面日期、最近封账、流水号、头摘要。The foot line: book date, last seal, journal number, head digest."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class FootLine:
    """What every page says about the state of the books; empty parts are left out."""

    book_date: date | None = None
    sealed_at: datetime | None = None
    number: int = 0
    head: str = ""


def foot_line() -> FootLine:
    """An empty line until the journal can be asked."""
    return FootLine()
