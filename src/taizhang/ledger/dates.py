"""不完整的日期：说到年就是年，说到月就是月。Partial dates: a plan that names a month names a month."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date

_ISO = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


class NotADate(ValueError):
    """What was written is no calendar date; ``params`` holds it."""

    def __init__(self, written: str) -> None:
        super().__init__(written)
        self.code = "date.unreadable"
        self.params = {"written": written}


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A year, a month or a day. As a deadline it means its last day."""

    year: int
    month: int | None = None
    day: int | None = None

    def __post_init__(self) -> None:
        try:
            date(self.year, self.month or 1, self.day or 1)
        except ValueError as error:
            raise NotADate(self.iso) from error
        if self.day and not self.month:
            raise NotADate(self.iso)

    @classmethod
    def read(cls, iso: str) -> PartialDate:
        """From ``2026``, ``2026-09`` or ``2026-09-18``; raises :class:`NotADate`."""
        found = _ISO.fullmatch(iso.strip())
        if not found:
            raise NotADate(iso)
        year, month, day = found.groups()
        return cls(int(year), int(month) if month else None, int(day) if day else None)

    @classmethod
    def of(cls, day: date) -> PartialDate:
        return cls(day.year, day.month, day.day)

    @property
    def iso(self) -> str:
        parts = [f"{self.year:04d}"]
        parts += [f"{self.month:02d}"] if self.month else []
        parts += [f"{self.day:02d}"] if self.day else []
        return "-".join(parts)

    @property
    def first(self) -> date:
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def last(self) -> date:
        month = self.month or 12
        return date(self.year, month, self.day or monthrange(self.year, month)[1])
