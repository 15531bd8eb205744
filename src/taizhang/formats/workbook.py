"""工作簿：每张表的格子，按人看到的样子写成字。Workbooks: the cells of every sheet, as people see them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from io import BytesIO
from typing import Any

import python_calamine as calamine

from taizhang.formats.extraction import Written
from taizhang.formats.refusals import Unreadable


@dataclass(frozen=True, slots=True)
class Sheet:
    """``hidden`` sheets are named in a note, not read."""

    name: str
    cells: tuple[Written, ...]
    hidden: bool = False


Percents = Mapping[str, frozenset[tuple[int, int]]]


def sheets(content: bytes, percents: Percents | None = None) -> list[Sheet]:
    """All worksheets. ``percents`` names the cells shown as percentages, by sheet.

    Raises Unreadable: encrypted, damaged.
    """
    try:
        with calamine.CalamineWorkbook.from_object(BytesIO(content)) as book:
            return [_sheet(book, meta, (percents or {}).get(meta.name, frozenset())) for meta in book.sheets_metadata]
    except calamine.PasswordError as error:
        raise Unreadable("encrypted", media="xlsx") from error
    except Unreadable:
        raise
    except BaseException as error:
        # Rust 里的恐慌不是 Exception a panic in Rust is no Exception
        if isinstance(error, Exception) or type(error).__name__ == "PanicException":
            raise Unreadable("damaged", media="xlsx") from error
        raise


def _sheet(book: Any, meta: Any, percents: frozenset[tuple[int, int]]) -> Sheet:
    hidden = meta.visible != calamine.SheetVisibleEnum.Visible
    if hidden or meta.typ != calamine.SheetTypeEnum.WorkSheet:
        return Sheet(meta.name, (), hidden=True)
    sheet = book.get_sheet_by_name(meta.name)
    merged = dict(sheet.merged_cell_ranges or ())
    return Sheet(meta.name, tuple(_cells(sheet, merged, percents)))


def _cells(
    sheet: Any, merged: Mapping[tuple[int, int], tuple[int, int]], percents: frozenset[tuple[int, int]]
) -> Iterator[Written]:
    top, left = sheet.start or (0, 0)
    for r, row in enumerate(sheet.to_python(skip_empty_area=True), top):
        for c, value in enumerate(row, left):
            text = shown(value, percent=(r, c) in percents)
            if text:
                bottom, right = merged.get((r, c), (r, c))
                yield Written(r, c, text, bottom - r + 1, right - c + 1)


def shown(value: object, *, percent: bool = False) -> str:
    """A cell's value as printed: whole numbers without a point, dates as ISO, percentages with their sign.

    >>> shown(12.0), shown(0.853, percent=True), shown(dt.date(2025, 6, 30))
    ('12', '85.3%', '2025-06-30')
    """
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, int | float):
        return f"{number(value * 100)}%" if percent else number(value)
    if isinstance(value, dt.datetime):
        return value.date().isoformat() if value.time() == dt.time() else value.isoformat(" ", "minutes")
    if isinstance(value, dt.date | dt.time):
        return value.isoformat()
    return str(value).replace("\r\n", "\n").replace("\r", "\n").strip()


def number(value: float) -> str:
    """As many digits as a spreadsheet keeps (15), no exponent for ordinary amounts."""
    if value == int(value) and abs(value) < 1e15:
        return str(int(value))
    return f"{value:.15g}"
