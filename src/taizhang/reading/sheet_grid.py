"""格子：按行列取，合并格在它盖住的每一格都看得见。

Cells by row and column; a merged cell is seen wherever it reaches.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from taizhang.formats.source import Table
from taizhang.text.span import Span

_TALLEST = 5_000
_WIDEST = 300


@dataclass(frozen=True, slots=True)
class GridCell:
    """A cell with its text and extent; 0-based."""

    row: int
    column: int
    text: str
    span: Span
    rows: int
    columns: int


@dataclass(frozen=True, slots=True)
class Grid:
    """``at`` maps every covered place to its cell."""

    at: dict[tuple[int, int], GridCell]
    starts: dict[int, tuple[GridCell, ...]]
    height: int
    width: int

    def row(self, row: int) -> tuple[GridCell, ...]:
        """The cells that begin on a row, left to right."""
        return self.starts.get(row, ())

    def covering(self, row: int) -> Iterator[tuple[int, GridCell]]:
        """Every column of a row with the cell seen there, merged ones from above and left included."""
        for column in range(self.width):
            cell = self.at.get((row, column))
            if cell is not None:
                yield column, cell


def grid(table: Table, text: str) -> Grid:
    """The table's cells laid out; blank cells are as good as none."""
    at: dict[tuple[int, int], GridCell] = {}
    starts: dict[int, list[GridCell]] = {}
    for cell in table.cells:
        words = cell.span.of(text).strip()
        if not words or cell.column >= _WIDEST:
            continue
        rows, columns = min(cell.rows, _TALLEST), min(cell.columns, _WIDEST - cell.column)
        made = GridCell(cell.row, cell.column, words, cell.span, rows, columns)
        starts.setdefault(cell.row, []).append(made)
        at.update({(cell.row + r, cell.column + c): made for r in range(rows) for c in range(columns)})
    height = max((row for row, _ in at), default=-1) + 1
    width = max((column for _, column in at), default=-1) + 1
    ordered = {row: tuple(sorted(cells, key=lambda cell: cell.column)) for row, cells in starts.items()}
    return Grid(at, ordered, height, width)
