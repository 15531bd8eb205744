"""读懂一张表：表头在哪、每列是什么、每行是一件什么事。

Understanding a 任务分解表 or 项目清单: where the header is, what each column holds and why we think so, and the rows
with their cells by field. Nothing is decided for good: a clerk sees the columns, corrects them
(``chosen``) and previews.
"""

from __future__ import annotations

from collections.abc import Mapping

from taizhang.formats.refusals import Unreadable
from taizhang.formats.source import Source, Table
from taizhang.reading.sheet_columns import columns, fields
from taizhang.reading.sheet_grid import Grid, grid
from taizhang.reading.sheet_header import Header, header
from taizhang.reading.sheet_rows import rows
from taizhang.reading.sheet_values import SheetReading

__all__ = ["fields", "understand", "understand_all"]


def understand(table: Table, text: str, chosen: Mapping[int, str] | None = None) -> SheetReading:
    """One table of an extraction. ``chosen`` maps 0-based columns to fields a person has set ("" sets it aside).

    A table without a recognisable header comes back with ``trouble`` ``no_header`` and no rows.
    """
    cells = grid(table, text)
    found = header(cells)
    place = table.name or table.place
    if found is None:
        return SheetReading(place, trouble="no_header")
    known = columns(cells, found, chosen or {})
    taken, aside = rows(cells, found, known, place)
    return SheetReading(place, _title(cells, found), known, taken, aside, found.unit)


def understand_all(source: Source) -> tuple[SheetReading, ...]:
    """Every table with a header. Raises Unreadable: no_table, no_header (names the first table)."""
    if not source.tables:
        raise Unreadable("no_table")
    found = tuple(understand(table, source.text) for table in source.tables)
    read = tuple(reading for reading in found if not reading.trouble)
    if not read:
        raise Unreadable("no_header", sheet=found[0].name)
    return read


def _title(cells: Grid, found: Header) -> str:
    """The longest text above the header."""
    above = (cell.text for row in range(found.top) for cell in cells.row(row))
    return max(above, key=len, default="").replace("\n", "")
