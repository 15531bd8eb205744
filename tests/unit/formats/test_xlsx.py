"""Spreadsheets: names, cells, merged cells, percentages, hidden sheets."""

from __future__ import annotations

import datetime as dt

import openpyxl
import pytest

from taizhang.formats.door import open_document
from taizhang.formats.limits import Limits
from taizhang.formats.refusals import Unreadable
from taizhang.formats.source import Source
from taizhang.formats.workbook import shown
from tests.unit.formats import making


def _grid(source: Source, table: int = 0) -> dict[tuple[int, int], str]:
    return {(c.row, c.column): c.span.of(source.text) for c in source.tables[table].cells}


def test_cells_stand_at_their_row_and_column() -> None:
    content = making.sheet(
        ["序号", "任务", "期限"], [1, "造林3.2万亩", dt.date(2031, 6, 30)], [], [2, "改厕", None], name="分解表"
    )
    source = open_document(content, "分解表.xlsx")
    assert _grid(source) == {
        (0, 0): "序号", (0, 1): "任务", (0, 2): "期限",
        (1, 0): "1", (1, 1): "造林3.2万亩", (1, 2): "2031-06-30",
        (3, 0): "2", (3, 1): "改厕",
    }  # fmt: skip
    assert (source.tables[0].name, source.media) == ("分解表", "xlsx")
    assert next(b.place for b in source.blocks if b.span.of(source.text) == "改厕") == "分解表 B4"


def test_merged_cells_appear_once_with_their_extent() -> None:
    content = making.sheet(
        ["重点任务"], ["牵头单位", "任务"], ["水务局", "修渠"], [None, "清淤"], merge=("A1:B1", "A3:A4")
    )
    cells = {(c.row, c.column): (c.rows, c.columns) for c in open_document(content, "a.xlsx").tables[0].cells}
    assert cells[(0, 0)] == (1, 2)
    assert cells[(2, 0)] == (2, 1)


def test_percentages_read_as_printed() -> None:
    book = openpyxl.Workbook()
    page = book.active
    assert page is not None
    page.append(["完成率", 0.853])
    page["B1"].number_format = "0.0%"
    page.append(["系数", 0.853])
    assert _grid(open_document(making.stored(book), "a.xlsx"))[(0, 1)] == "85.3%"
    assert _grid(open_document(making.stored(book), "a.xlsx"))[(1, 1)] == "0.853"


def test_hidden_sheets_and_uncomputed_formulas_are_noted() -> None:
    book = openpyxl.Workbook()
    page = book.active
    assert page is not None
    page.append(["总投资", "=1+2"])
    hidden = book.create_sheet("字典")
    hidden.append(["不读"])
    hidden.sheet_state = "hidden"
    source = open_document(making.stored(book), "a.xlsx")
    assert "不读" not in source.text
    assert {n.code: n.params["count"] for n in source.notes} == {"hidden_sheets": 1, "formulas_without_values": 1}


def test_csv_in_gbk_with_semicolons() -> None:
    content = '序号;任务;牵头单位\r\n1;"造林;绿化";林业局\r\n'.encode("gbk")
    source = open_document(content, "任务.csv")
    assert _grid(source)[(1, 1)] == "造林;绿化"
    assert source.media == "csv"


def test_a_sheet_without_a_filled_cell() -> None:
    for content, name in ((making.sheet(), "a.xlsx"), (b",,\r\n,,\r\n", "a.csv")):
        with pytest.raises(Unreadable) as caught:
            open_document(content, name)
        assert caught.value.code == "no_table"


def test_a_far_corner_does_not_make_an_endless_grid() -> None:
    book = openpyxl.Workbook()
    page = book.active
    assert page is not None
    page["A1"], page["XFD1048576"] = "左上", "右下"
    with pytest.raises(Unreadable) as caught:
        open_document(making.stored(book), "a.xlsx")
    assert (caught.value.code, caught.value.params["what"]) == ("too_long", "cells")


def test_more_cells_than_the_limit() -> None:
    content = making.sheet(*([n, n] for n in range(60)))
    with pytest.raises(Unreadable) as caught:
        open_document(content, "a.xlsx", limits=Limits(cells=100))
    assert caught.value.params == {"what": "cells", "limit": 100}


def test_values_are_shown_as_people_see_them() -> None:
    assert shown(True) == "TRUE"
    assert shown(2031.0) == "2031"
    assert shown(0.1 + 0.2) == "0.3"
    assert shown(0.07, percent=True) == "7%"
    assert shown(dt.datetime.fromisoformat("2031-06-30T09:30")) == "2031-06-30 09:30"
    assert shown(" 甲\r\n乙 ") == "甲\n乙"
