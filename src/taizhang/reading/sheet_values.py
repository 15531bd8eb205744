"""一张表读出来的样子。What the reading of a sheet looks like."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from taizhang.formats.source import Source
from taizhang.text.span import Anchor, Span

Reason = Literal["exact", "contains", "period", "sequence", "values", "longest", "chosen", "taken", "unknown"]
AsideKind = Literal["subtotal", "group", "header", "note", "blank"]


@dataclass(frozen=True, slots=True)
class Column:
    """A column and what it was taken for. ``field`` is empty where it is unknown: kept, shown, not mapped.

    ``confidence`` 0 … 1. ``reason``: ``exact`` (the header is ``word``), ``contains`` (it holds ``word``), ``period``
    (a month or quarter), ``sequence`` (1, 2, 3 …), ``values`` (told by its cells), ``longest`` (the longest texts of a
    sheet without a task column), ``chosen`` (by a person), ``taken`` (another column fits better), ``unknown``.
    ``unit`` is what the header declares (万元).
    """

    index: int
    header: str
    field: str = ""
    confidence: float = 0.0
    reason: Reason = "unknown"
    word: str = ""
    unit: str = ""


@dataclass(frozen=True, slots=True)
class SheetCell:
    """A cell of a row. ``filled``: it comes from a merged cell that began on a row above."""

    column: int
    field: str
    text: str
    span: Span
    place: str
    filled: bool = False

    def anchor(self, source: Source) -> Anchor:
        """The way back to the file the sheet was read from."""
        return Anchor(source.digest, source.extraction, self.span, self.span.of(source.text), self.place)


@dataclass(frozen=True, slots=True)
class SheetRow:
    """One entry of the sheet. ``row`` is 0-based; ``groups`` are the group rows above it, outermost first."""

    row: int
    place: str
    cells: tuple[SheetCell, ...]
    groups: tuple[str, ...] = ()

    @property
    def continues(self) -> bool:
        """Whether the task or project is that of the row above, in one merged cell (计划 and 实际 on two lines)."""
        return any(cell.filled for cell in self.cells if cell.field in {"task", "project"})

    def get(self, name: str) -> str:
        """The text of the first cell of a field; empty where there is none."""
        return next((cell.text for cell in self.cells if cell.field == name), "")

    def all(self, name: str) -> tuple[SheetCell, ...]:
        """Every cell of a field (several months, several co-units)."""
        return tuple(cell for cell in self.cells if cell.field == name)


@dataclass(frozen=True, slots=True)
class Aside:
    """A row that is no entry: a subtotal, a group, a repeated header, a note, an empty line of a form."""

    kind: AsideKind
    row: int
    place: str
    text: str
    cells: tuple[SheetCell, ...] = ()


@dataclass(frozen=True, slots=True)
class SheetReading:
    """A whole table understood. ``unit`` is what the title rows declare for all money columns (单位：万元)."""

    name: str
    title: str = ""
    columns: tuple[Column, ...] = ()
    rows: tuple[SheetRow, ...] = ()
    aside: tuple[Aside, ...] = field(default=())
    unit: str = ""
    trouble: str = ""

    def column(self, name: str) -> Column | None:
        """The first column of a field."""
        return next((column for column in self.columns if column.field == name), None)
