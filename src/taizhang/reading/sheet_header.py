"""表头在哪：标题行下面，一行、两行或更多，可有合并格。Where the header is: below the title, in one row or more."""

from __future__ import annotations

import re
from dataclasses import dataclass

from taizhang.reading.sheet_grid import Grid, GridCell
from taizhang.reading.sheet_names import NOTHING, bare, guess, unit

_DEEPEST = 4
_SEARCHED = 40
_SURE = 0.6
_NUMBER = re.compile(r"[-\d.,%年月日/]+$")


@dataclass(frozen=True, slots=True)
class Header:
    """Rows ``top`` … ``bottom`` (both included); ``texts`` by column, outermost first; ``unit`` of the title rows."""

    top: int
    bottom: int
    texts: dict[int, tuple[str, ...]]
    unit: str = ""


def header(cells: Grid) -> Header | None:
    """The rows with the most column names; None where no row has two."""
    scored = [(_score(cells, row), -row) for row in range(min(cells.height, _SEARCHED))]
    best, negative = max(scored, default=(0.0, 0))
    if not best:
        return None
    top = _top(cells, -negative)
    bottom = _bottom(cells, top, -negative)
    texts = {column: _texts(cells, column, top, bottom) for column in range(cells.width)}
    return Header(top, bottom, {column: found for column, found in texts.items() if found}, _declared(cells, top))


def _score(cells: Grid, row: int) -> float:
    """How much a row reads like column names; 0 where it does not."""
    own = cells.row(row)
    guesses = [guess(cell.text) for cell in own]
    sure = {g.word for g in guesses if g.confidence >= _SURE}
    if len(sure) < 2 or len(sure) < 0.4 * len(own):
        return 0.0
    return sum(g.confidence for g in guesses)


def _top(cells: Grid, row: int) -> int:
    """The first row of the header: cells that reach down into ``row``, or names that stand over its gaps."""
    above = min((cell.row for _, cell in cells.covering(row)), default=row)
    if above < row and row - above < _DEEPEST:
        return above
    if row and _complements(cells, row - 1, row):
        return row - 1
    return row


def _bottom(cells: Grid, top: int, row: int) -> int:
    reach = max((cell.row + cell.rows - 1 for r in range(top, row + 1) for cell in cells.row(r)), default=row)
    bottom = max(row, min(reach, top + _DEEPEST))
    if bottom == row and _below(cells, row):
        return row + 1
    return bottom


def _below(cells: Grid, row: int) -> bool:
    """Whether the next row holds the second names: only under spanning cells and gaps, short and no figures."""
    own = cells.row(row + 1)
    free = {column for column in range(cells.width) if (row, column) not in cells.at}
    for cell in cells.row(row):
        if cell.columns > 1:
            free |= set(range(cell.column, cell.column + cell.columns))
    # 没有合并信息的表，上行的名字也可能只管住下行第一格 without merges a name may stand over the first of its columns
    free |= {column - 1 for column in free if (row, column) not in cells.at and column}
    spanned = all(cell.column in free and _named(cell) for cell in own)
    return bool(own) and spanned and any(guess(cell.text) is not NOTHING for cell in own)


def _complements(cells: Grid, above: int, row: int) -> bool:
    """Whether the row above names the columns this one leaves blank."""
    upper, lower = {c.column for c in cells.row(above)}, {c.column for c in cells.row(row)}
    if not upper or len(upper) < 2 or not all(_named(cell) for cell in cells.row(above)):
        return False
    names = sum(1 for cell in cells.row(above) if guess(cell.text).confidence >= _SURE)
    return names >= 2 and len(upper - lower) >= len(upper & lower)


def _named(cell: GridCell) -> bool:
    return len(bare(cell.text)) <= 20 and not _NUMBER.match(cell.text)


def _texts(cells: Grid, column: int, top: int, bottom: int) -> tuple[str, ...]:
    """The names over a column, each cell once."""
    found = dict.fromkeys(cells.at[row, column] for row in range(top, bottom + 1) if (row, column) in cells.at)
    return tuple(cell.text for cell in found)


def _declared(cells: Grid, top: int) -> str:
    return next((said for row in range(top) for cell in cells.row(row) if (said := unit(cell.text))), "")
