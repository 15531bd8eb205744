"""累计曲线：序时、已报、已核，按日子排。Planned, claimed and verified over time: the table a chart is drawn from."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from taizhang.ledger.entry import Entry
from taizhang.ledger.light import planned
from taizhang.ledger.quantity import Quantity


@dataclass(frozen=True, slots=True)
class Point:
    """One day. ``None`` claimed and verified: that day has not come yet."""

    day: date
    planned: Quantity
    claimed: Quantity | None
    verified: Quantity | None

    @property
    def open(self) -> Quantity | None:
        """Claimed and not verified."""
        if self.claimed is None or self.verified is None:
            return None
        return Quantity(self.claimed.amount - self.verified.amount, self.claimed.symbol)


def curve(entries: Iterable[Entry], unit: str, on: date) -> tuple[Point, ...]:
    """The sum of accounts of one measure, on every day something was due or recorded, printed in ``unit``."""
    wanted = [entry for entry in entries if entry.target.counts_up]
    days = {on}
    for entry in wanted:
        days |= {entry.start.first, entry.due.last}
        days |= {stone.due.last for stone in entry.milestones if stone.amount is not None}
        days |= {move.effective for move in entry.moves if move.effective <= on}
    return tuple(_point(wanted, day, unit, on) for day in sorted(days)) if wanted else ()


def _point(entries: list[Entry], day: date, unit: str, on: date) -> Point:
    due = sum((planned(entry, day) * entry.target.amount / 100 for entry in entries), start=0)
    if day > on:
        return Point(day, Quantity(int(due), unit), None, None)
    moves = [move for entry in entries for move in entry.moves if move.effective <= day]
    claimed, verified = sum(m.claimed for m in moves), sum(m.verified for m in moves)
    return Point(day, Quantity(int(due), unit), Quantity(claimed, unit), Quantity(verified, unit))
