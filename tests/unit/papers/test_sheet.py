"""表格：真的数、固定的表头、不会变成公式的字。Sheets: real numbers, a frozen head, no formulas."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal
from fractions import Fraction
from io import BytesIO
from typing import Any

import openpyxl
import pytest

from taizhang.papers.sheet import Cell, Column, workbook

COLUMNS = [
    Column("事项"),
    Column("目标", "number", "万亩", 2),
    Column("完成率", "percent", places=1),
    Column("时限", "date"),
]


def opened(rows: list[list[Cell]], notes: tuple[str, ...] = ()) -> Any:
    return openpyxl.load_workbook(BytesIO(workbook("重点工作", COLUMNS, rows, notes))).active


def test_numbers_are_numbers_with_their_format() -> None:
    sheet = opened([["造林", Decimal("10.30"), Fraction(563, 1000), date(2026, 11, 30)]])
    assert [sheet.cell(3, n).value for n in (1, 2, 3)] == ["造林", 10.3, 0.563]
    assert [sheet.cell(3, n).number_format for n in (2, 3, 4)] == ["#,##0.00", "0.0%", "yyyy-mm-dd"]
    assert sheet.cell(3, 4).value == datetime(2026, 11, 30)  # noqa: DTZ001  表里的日期不带时区 sheets have no zones


def test_the_head_has_units_is_frozen_and_filters() -> None:
    sheet = opened([["造林", 1, 0.5, None]], notes=("按账面日",))
    assert [cell.value for cell in sheet[3]] == ["事项", "目标（万亩）", "完成率", "时限"]
    assert sheet.freeze_panes == "A4"
    assert sheet.auto_filter.ref == "A3:D4"
    assert sheet.cell(1, 1).font.name == "微软雅黑"


@pytest.mark.parametrize("text", ["=1+1", "+86 138 0000 0000", "-2 个", "@SUM(A1)", "\t=1", '=HYPERLINK("x")'])
def test_text_never_becomes_a_formula(text: str) -> None:
    sheet = opened([[text, text, text, text]])
    for column in range(1, 5):
        cell = sheet.cell(3, column)
        assert (cell.data_type, cell.value) == ("s", text)
        assert cell.quotePrefix


def test_a_title_and_a_note_never_become_formulas() -> None:
    content = workbook("+cmd|' /C calc'!A0", [Column("事项")], [["造林"]], ["=1+1"])
    sheet = openpyxl.load_workbook(BytesIO(content)).active
    assert sheet.cell(1, 1).quotePrefix
    assert sheet.cell(2, 1).quotePrefix


def test_addresses_stay_text() -> None:
    assert opened([["http://example.invalid/", None, None, None]]).cell(3, 1).hyperlink is None


def test_words_in_a_number_column_stay_words() -> None:
    sheet = opened([["造林", "未报", "—", None], ["造林", "NaN", "inf", None]])
    assert [sheet.cell(3, n).value for n in (2, 3)] == ["未报", "—"]
    assert [sheet.cell(4, n).value for n in (2, 3)] == ["NaN", "inf"]


def test_a_row_of_the_wrong_length_is_refused() -> None:
    with pytest.raises(ValueError, match="row 1 has 2 cells, not 4"):
        workbook("表", COLUMNS, [["造林", 1]])


def test_any_title_makes_a_sheet_name() -> None:
    data = workbook("a/b:c*[d]?" + "长" * 40, [Column("一")], [])
    assert openpyxl.load_workbook(BytesIO(data)).sheetnames == ["a_b_c__d__" + "长" * 21]


def test_the_same_rows_give_the_same_bytes() -> None:
    at = datetime(2026, 9, 18, 9, 12, tzinfo=UTC)
    assert workbook("表", COLUMNS, [], at=at) == workbook("表", COLUMNS, [], at=at)
