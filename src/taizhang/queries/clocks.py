"""时限：等着的那个动作哪天到期。By when the act that waits is due, from what the projection knows of an account."""

from __future__ import annotations

from datetime import date

from taizhang.ledger.book import Book
from taizhang.ledger.calendar import Calendar
from taizhang.ledger.clocks import Standing, clocks


def due_by(book: Book, one: Standing, act: str, calendar: Calendar) -> date | None:
    """The last day for an act; nothing when no clock runs for it, or it stands still."""
    return next((clock.due for clock in clocks(book, one, calendar) if clock.act == act), None)
