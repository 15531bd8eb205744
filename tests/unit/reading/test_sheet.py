"""Sheets as counties make them: titles above, headers of two rows, merged units, groups, subtotals, notes."""

from __future__ import annotations

import pytest

from taizhang.formats.door import open_document
from taizhang.formats.refusals import Unreadable
from taizhang.formats.source import Cell, Table
from taizhang.reading.lexicon import table as lexicon
from taizhang.reading.sheet import fields, understand, understand_all
from taizhang.reading.sheet_names import bare, guess, unit
from taizhang.reading.sheet_values import SheetReading
from taizhang.text.span import Span
from tests.unit.formats import making

Extents = dict[tuple[int, int], tuple[int, int]]


def laid(*lines: str, merged: Extents | None = None, name: str = "分解表") -> tuple[Table, str]:
    """A table drawn as text: a line a row, | between cells; ``merged`` gives rows and columns of merged cells."""
    text, cells = "", []
    for r, line in enumerate(lines):
        for c, words in enumerate(line.split("|")):
            if words.strip():
                rows, columns = (merged or {}).get((r, c), (1, 1))
                cells.append(Cell(r, c, Span(len(text), len(text) + len(words.strip())), rows, columns))
                text += words.strip() + "\t"
    return Table(tuple(cells), name, name), text


def read(*lines: str, merged: Extents | None = None) -> SheetReading:
    return understand(*laid(*lines, merged=merged))


def mapping(reading: SheetReading) -> list[str]:
    return [column.field for column in reading.columns]


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        # DOMAIN §2.1: T1, T9, T10, T8, T4, T3, T6, T20
        (
            "项目编号|项目名称|建设性质|建设内容|总投资|今年计划投资|今年累计完成投资|本月完成投资|计划开工时间|计划竣工时间"
            "|包联领导|责任单位|服务单位|项目类型|建设阶段|本月进展|问题和建议",
            "code project nature content total_investment year_investment cumulative month_done planned_start due"
            " leader lead_unit co_units category stage progress problem",
        ),
        ("任务|牵头单位|配合单位|完成时限", "task lead_unit co_units due"),
        ("序号|指标|牵头单位|责任单位", "number target lead_unit co_units"),
        (
            "量化目标|建设内容|责任主体|序时进度（按月）|保障措施|牵头县领导|牵头责任单位|协同责任单位",
            "target content units milestone steps leader lead_unit co_units",
        ),
        (
            "项目名称|项目类型|项目主体|项目概况|投资金额(亿元)|包联领导|责任单位|责任人|是否开工|当前进度|当前问题|解决办法|备注",
            "project category owner content total_investment leader lead_unit person actual_start progress problem next"
            " remarks",
        ),
        ("填报项目|投资主体|建设起止年限|总投资(万元)|年计划投资(万元)|月实际完成投资(万元)|累计完成投资(万元)|存在问题",
         "project owner period total_investment year_investment month_done cumulative problem"),
        (
            "督办编号|督办依据|牵头单位|协办单位|督办内容|完成期限|汇报频次",
            "code origin lead_unit co_units task due frequency",
        ),
        ("编号|督查内容|任务来源|承办单位|办复要求", "number task origin lead_unit due"),
        ("序號|重點任務|牽頭單位|完成時限", "number task lead_unit due"),
        (
            "序号|事项名称|目标要求|1月|2月|第三季度|年底目标|责任人",
            "number task target milestone milestone milestone milestone person",
        ),
    ],
)  # fmt: skip
def test_real_column_sets(names: str, expected: str) -> None:
    reading = read(names, "|".join("甲" for _ in names.split("|")))
    wanted = expected.split()
    found = mapping(reading)
    assert found == wanted


def test_title_unit_groups_subtotals_and_notes() -> None:
    reading = read(
        "云岭县2031年重点任务分解表",
        "单位：万元",
        "序号|任务|总投资|牵头单位|完成时限",
        "一、产业转型",
        "1|建园区|2600|工信局|6月底",
        "2|引项目|1000|招商局|年底",
        "|小计|3600",
        "二、乡村振兴",
        "（一）农田",
        "3|新建高标准农田2万亩|500|农业农村局|9月底",
        "合计||4100",
        "序号|任务|总投资|牵头单位|完成时限",
        "4|改厕400户|80|乡村振兴局|10月底",
        "5",
        "注：以上时限为最后期限。",
    )  # fmt: skip
    assert (reading.title, reading.unit) == ("云岭县2031年重点任务分解表", "万元")
    assert reading.column("total_investment").unit == "万元"  # type: ignore[union-attr]
    assert [(row.get("task"), row.groups, row.place) for row in reading.rows] == [
        ("建园区", ("一、产业转型",), "分解表 第5行"),
        ("引项目", ("一、产业转型",), "分解表 第6行"),
        ("新建高标准农田2万亩", ("二、乡村振兴", "（一）农田"), "分解表 第10行"),
        ("改厕400户", ("二、乡村振兴", "（一）农田"), "分解表 第13行"),
    ]
    assert [(aside.kind, aside.row) for aside in reading.aside] == [
        ("group", 3),
        ("subtotal", 6),
        ("group", 7),
        ("group", 8),
        ("subtotal", 10),
        ("header", 11),
        ("blank", 13),
        ("note", 14),
    ]


def test_a_header_of_two_merged_rows() -> None:
    reading = read(
        "序号|项目名称|投资（万元）||责任分工||备注",
        "||总投资|年度计划|牵头单位|配合单位",
        "1|云岭光伏|26000|8000|能源局|林业局|续建",
        merged={(0, 0): (2, 1), (0, 1): (2, 1), (0, 2): (1, 2), (0, 4): (1, 2), (0, 6): (2, 1)},
    )
    assert " ".join(mapping(reading)) == "number project total_investment year_investment lead_unit co_units remarks"
    assert [c.unit for c in reading.columns[2:4]] == ["万元", "万元"]
    assert reading.rows[0].get("year_investment") == "8000"


def test_a_header_of_two_rows_without_merges() -> None:
    reading = read(
        "序号|项目名称|投资情况||责任单位",
        "||总投资|年度计划投资",
        "1|云岭光伏|26000|8000|能源局",
    )
    assert " ".join(mapping(reading)) == "number project total_investment year_investment lead_unit"
    assert len(reading.rows) == 1


def test_a_merged_lead_unit_is_filled_down_and_says_so() -> None:
    reading = read("序号|任务|牵头单位", "1|造林|林业局", "2|管护|", "3|改厕|乡村振兴局", merged={(1, 2): (2, 1)})
    assert [row.get("lead_unit") for row in reading.rows] == ["林业局", "林业局", "乡村振兴局"]
    assert [row.all("lead_unit")[0].filled for row in reading.rows] == [False, True, False]
    assert reading.rows[1].all("lead_unit")[0].place == "分解表 第2行"


def test_a_task_over_two_rows_is_known_to_continue() -> None:
    reading = read("序号|任务|进度安排", "1|造林|计划3万亩", "||实际2万亩", merged={(1, 0): (2, 1), (1, 1): (2, 1)})
    assert [(row.get("task"), row.continues) for row in reading.rows] == [("造林", False), ("造林", True)]


def test_a_row_numbered_in_chinese_heads_those_numbered_in_figures() -> None:
    reading = read(
        "序号|项目名称|总投资", "一|产业项目|3600", "1|建园区|2600", "2|引项目|1000", "二|民生项目|80", "1|改厕|80"
    )
    assert [(row.get("project"), row.groups) for row in reading.rows] == [
        ("建园区", ("一、产业项目",)),
        ("引项目", ("一、产业项目",)),
        ("改厕", ("二、民生项目",)),
    ]


def test_columns_without_a_telling_name_are_told_by_their_cells_or_kept_unknown() -> None:
    reading = read(
        "|工作内容|谁来办|最晚|配合单位|附记甲",
        "1|修渠|水务局|6月底|云岭镇|甲",
        "2|清淤|水务局|9月底|云岭镇|乙",
        "3|护岸|住建局|年底前|云岭镇|丙",
    )
    assert mapping(reading) == ["number", "task", "lead_unit", "due", "co_units", ""]
    assert [c.reason for c in reading.columns] == ["sequence", "exact", "values", "values", "exact", "unknown"]
    assert reading.rows[0].cells[5].text == "甲"


def test_without_a_task_column_the_longest_texts_are_the_task() -> None:
    reading = read("序号|要干啥|牵头单位|完成时限", "1|新建高标准农田两万亩|农业农村局|6月底")
    assert (reading.columns[1].field, reading.columns[1].reason) == ("task", "longest")


def test_a_person_corrects_a_column() -> None:
    table, text = laid("序号|任务|责任单位", "1|造林|林业局")
    first = understand(table, text)
    assert first.column("lead_unit") is not None
    again = understand(table, text, {2: "co_units", 0: ""})
    assert mapping(again) == ["", "task", "co_units"]
    assert [c.reason for c in again.columns] == ["chosen", "exact", "chosen"]
    assert again.rows[0].get("co_units") == "林业局"


def test_names_are_compared_without_width_script_and_brackets() -> None:
    assert bare("總投資\n（萬元）") == "总投资"
    assert unit("总投资（万元）") == "万元"
    assert unit("单位：亿元") == "亿元"
    assert unit("完成时限（2031年）") == ""
    assert guess("2031年度投资计划").field == "year_investment"
    assert (guess("十月底").reason, guess("1-6月").field) == ("period", "milestone")
    assert (guess("目前工作进展情况").field, guess("目前工作进展情况").reason) == ("progress", "contains")
    assert guess("与本表无关的一句很长的话，并不是列名，而是正文内容").field == ""


def test_no_column_name_belongs_to_two_fields() -> None:
    words = [bare(word) for row in lexicon("columns") for word in row[0].split()]
    assert len(words) == len(set(words))
    assert {"task", "lead_unit", "due", "total_investment"} <= fields()


def test_a_table_without_a_header_says_so() -> None:
    table, text = laid("造林|三万亩", "改厕|四百户")
    assert understand(table, text).trouble == "no_header"
    source = open_document(making.sheet(["造林", "三万亩"], ["改厕", "四百户"], name="表甲"), "a.xlsx")
    with pytest.raises(Unreadable) as caught:
        understand_all(source)
    assert (caught.value.code, caught.value.params) == ("no_header", {"sheet": "表甲"})
    with pytest.raises(Unreadable) as caught:
        understand_all(open_document("没有表格。".encode(), "a.txt"))
    assert caught.value.code == "no_table"


def test_a_workbook_end_to_end_with_anchors_that_hold() -> None:
    content = making.sheet(
        ["云岭县重点任务分解表", None, None, None],
        ["序号", "任务", "牵头单位", "完成时限"],
        [1, "造林3.2万亩", "林业局", "6月底"],
        [2, "管护林地", None, "年底"],
        name="任务",
        merge=("A1:D1", "C3:C4"),
    )
    source = open_document(content, "分解表.xlsx")
    (reading,) = understand_all(source)
    assert [(row.get("task"), row.get("lead_unit"), row.place) for row in reading.rows] == [
        ("造林3.2万亩", "林业局", "任务 第3行"),
        ("管护林地", "林业局", "任务 第4行"),
    ]
    anchor = reading.rows[1].all("lead_unit")[0].anchor(source)
    assert anchor.holds(source.text)
    assert (anchor.quote, anchor.file) == ("林业局", source.digest)
