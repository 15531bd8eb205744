"""表格：任何一张表都能存成 XLSX，数是真的数。Sheets: any table as XLSX, with real numbers.

Text that begins with = + - @ stays text, also after somebody edits the cell (formula injection).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from fractions import Fraction
from io import BytesIO
from typing import Any, Final, Literal

import xlsxwriter

Kind = Literal["text", "number", "percent", "date", "moment"]
Cell = str | int | float | Decimal | Fraction | date | datetime | None

SANS: Final = "微软雅黑"
SERIF: Final = "宋体"
RISKY: Final = ("=", "+", "-", "@", "\t", "\r")
MADE: Final = datetime(2000, 1, 1)  # noqa: DTZ001  文件属性里不带时区；不给时间就固定 no zone in the file; fixed unless given
SHEET_NAME: Final = 31
"""Characters Excel allows in a sheet's name."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its unit of measure stands in the head, so that cells hold plain numbers.

    A percentage is given as a share (0.144). ``places`` is the number of decimals; ``width`` in characters.
    """

    title: str
    kind: Kind = "text"
    unit: str = ""
    places: int = 0
    width: int = 0

    @property
    def head(self) -> str:
        return f"{self.title}（{self.unit}）" if self.unit else self.title


def workbook(
    title: str,
    columns: Sequence[Column],
    rows: Iterable[Sequence[Cell]],
    notes: Sequence[str] = (),
    *,
    at: datetime | None = None,
) -> bytes:
    """One sheet: title, notes, frozen head with a filter, rows. The same arguments give the same bytes.

    Raises:
        ValueError: a row has not as many cells as there are columns.
    """
    out = BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"title": title, "created": at.replace(tzinfo=None) if at else MADE})
    sheet = book.add_worksheet(_sheet_name(title))
    forms = _Forms(book)
    top = 1 + len(notes)
    _heading(sheet, forms, title, notes)
    count = 0
    for count, row in enumerate(rows, 1):
        if len(row) != len(columns):
            raise ValueError(f"row {count} has {len(row)} cells, not {len(columns)}")
        for at_column, (column, cell) in enumerate(zip(columns, row, strict=True)):
            _write(sheet, forms, top + count, at_column, column, cell)
    _frame(sheet, forms, columns, top, count)
    book.close()
    return out.getvalue()


class _Forms:
    """The formats of a sheet, each made once."""

    def __init__(self, book: Any) -> None:
        self.book = book
        self.made: dict[tuple[tuple[str, Any], ...], Any] = {}

    def of(self, **wanted: Any) -> Any:
        key = tuple(sorted(wanted.items()))
        if key not in self.made:
            base: Mapping[str, Any] = {"font_name": SERIF, "font_size": 11, "valign": "vcenter", "border": 1}
            self.made[key] = self.book.add_format({**base, **wanted})
        return self.made[key]


def _sheet_name(title: str) -> str:
    clean = "".join("_" if sign in "[]:*?/\\'" else sign for sign in title).strip()
    return clean[:SHEET_NAME] or "Sheet1"


def _heading(sheet: Any, forms: _Forms, title: str, notes: Sequence[str]) -> None:
    _text(sheet, forms, (0, 0), title, font_name=SANS, font_size=16, bold=True, border=0)
    sheet.set_row(0, 30)
    for at, note in enumerate(notes, 1):
        _text(sheet, forms, (at, 0), note, font_size=10, font_color="#57524A", border=0)


def _text(sheet: Any, forms: _Forms, place: tuple[int, int], text: str, **wanted: Any) -> None:
    """Words, quoted where they begin as a formula does: titles carry what people typed, as cells do."""
    risky = {"quote_prefix": True} if text.startswith(RISKY) else {}
    sheet.write_string(*place, text, forms.of(**wanted, **risky))


def _frame(sheet: Any, forms: _Forms, columns: Sequence[Column], top: int, count: int) -> None:
    head = forms.of(font_name=SANS, font_size=10, bold=True, bg_color="#EFEBE2", text_wrap=True, align="center")
    for at, column in enumerate(columns):
        sheet.write_string(top, at, column.head, head)
        sheet.set_column(at, at, column.width or _width(column))
    sheet.freeze_panes(top + 1, 0)
    sheet.repeat_rows(top)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    if columns:
        sheet.autofilter(top, 0, top + count, len(columns) - 1)


def _width(column: Column) -> int:
    """Chinese characters take two."""
    wide = sum(2 if ord(sign) > 0x2E7F else 1 for sign in column.head)
    return max({"text": 20, "number": 12, "percent": 10, "date": 12, "moment": 18}[column.kind], wide + 4)


def _write(sheet: Any, forms: _Forms, row: int, at: int, column: Column, cell: Cell) -> None:
    if cell is None or cell == "":
        sheet.write_blank(row, at, None, forms.of())
    elif isinstance(cell, date):
        sheet.write_datetime(row, at, _naive(cell), forms.of(num_format=_date_format(cell), align="left"))
    elif column.kind in ("number", "percent") and (number := _number(cell)) is not None:
        sheet.write_number(row, at, number, forms.of(num_format=_number_format(column)))
    else:
        _text(sheet, forms, (row, at), str(cell), text_wrap=True)


def _naive(cell: date) -> date:
    return cell.replace(tzinfo=None) if isinstance(cell, datetime) else cell


def _date_format(cell: date) -> str:
    return "yyyy-mm-dd hh:mm" if isinstance(cell, datetime) else "yyyy-mm-dd"


def _number(cell: Cell) -> float | None:
    """What a number column cannot read (未报, —) is written as the words it is."""
    try:
        number = Decimal(cell.numerator) / cell.denominator if isinstance(cell, Fraction) else Decimal(str(cell))
    except (InvalidOperation, ValueError):
        return None
    return float(number) if number.is_finite() else None


def _number_format(column: Column) -> str:
    decimals = f".{'0' * column.places}" if column.places else ""
    return f"0{decimals}%" if column.kind == "percent" else f"#,##0{decimals}"
