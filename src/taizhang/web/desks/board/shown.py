"""总览上摆出来的行。Rows of the board as they are shown."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from taizhang.ledger.light import WORST_FIRST
from taizhang.queries.board import Board, Row
from taizhang.queries.filter import Filter
from taizhang.queries.line import Line


@dataclass(frozen=True, slots=True)
class UnitRow:
    """A row with its name, and its lights in order, worst first."""

    row: Row
    name: str

    @property
    def cells(self) -> list[tuple[str, int]]:
        return [(name, self.row.lights[name]) for name in WORST_FIRST]


def unit_row(row: Row) -> UnitRow:
    return UnitRow(row, row.name or _("全县"))


def base_of(asked: Filter) -> Filter:
    """The filter the board is narrowed by, without what only chooses its measure."""
    return asked.but(measure="", dim="", kind="", sort="", group="")


@dataclass(frozen=True, slots=True)
class Choice:
    """A measure to switch to."""

    name: str
    accounts: int
    dim: str
    current: bool


def measures(found: Board, base: Filter) -> list[Choice]:
    chosen = found.measure.kind if found.measure else None
    return [Choice(kind.measure, kind.accounts, kind.dimension, kind == chosen) for kind in found.kinds]


@dataclass(frozen=True, slots=True)
class Standing:
    """An account that stands still: since when, for how many weeks."""

    line: Line
    since: date | None
    weeks: int


def stands(found: Board, on: date) -> list[Standing]:
    return [
        Standing(one, one.reported, ((on - one.reported).days // 7 if one.reported else 0)) for one in found.stalled
    ]
