"""taizhang read: every shape, one bad file among good ones, going on after an interruption."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser
from pathlib import Path

import openpyxl
import pytest

from taizhang.cli.labels import label
from taizhang.cli.main import main
from taizhang.cli.page import page
from taizhang.cli.screen import grid, shortened, width
from taizhang.formats.door import open_document
from taizhang.reading.read import read
from taizhang.reading.sheet import fields
from tests.unit.formats import making

_PLAN = "云岭县2031年重点工作\n\n　　年内完成造林3.2万亩，总投资2.6亿元。<b>推進</b>光伏電站建設。\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "里").mkdir()
    (tmp_path / "计划.txt").write_text(_PLAN, encoding="utf-8")
    (tmp_path / "里" / "计划.docx").write_bytes(making.word())
    (tmp_path / "里" / "坏.docx").write_bytes(making.PNG)
    (tmp_path / "里" / "~$锁.docx").write_bytes(b"lock")
    (tmp_path / "说明.exe").write_bytes(b"MZ\x00")
    return tmp_path


def test_one_bad_file_is_named_and_the_others_are_read(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["read", str(folder), "--lang", "zh"]) == 1
    said = capsys.readouterr()
    assert said.out.count("■") == 2
    assert "32,000" in said.out
    assert "1 份没有读成：" in said.err
    assert "坏.docx：名字是 .docx，内容却是图片。" in said.err


def test_json_lines(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["read", str(folder / "计划.txt"), "--as", "json"]) == 0
    (line,) = capsys.readouterr().out.splitlines()
    values = json.loads(line)
    assert [m["value"] for m in values["measures"]] == [32000, 260000000]
    assert all(_PLAN[m["start"] : m["end"]] == m["quote"] for m in values["measures"])


def test_found_files_are_in_the_schema_of_the_labels(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "标注"
    assert main(["read", "--found", str(out), str(folder / "计划.txt"), str(folder / "里" / "计划.docx")]) == 0
    assert sorted(path.name for path in out.iterdir()) == ["计划.found.json", "计划~2.found.json"]
    values = json.loads((out / "计划.found.json").read_text(encoding="utf-8"))
    assert values["doc"] == "计划"
    assert set(values) >= {"sha256", "meta", "measures", "frameworks", "items", "projects"}


def test_the_workbook_has_a_sheet_a_kind_and_one_of_troubles(folder: Path, tmp_path: Path) -> None:
    assert main(["read", str(folder), "--as", "xlsx", "--out", str(tmp_path / "出"), "--lang", "zh"]) == 1
    book = openpyxl.load_workbook(tmp_path / "出" / "taizhang-read.xlsx")
    assert book.sheetnames == ["文件", "事项", "数量", "项目", "提法", "表的列", "表的行", "没读成"]
    amounts = [row for row in book["数量"].iter_rows(min_row=2, values_only=True) if str(row[0]).endswith("计划.txt")]
    assert [row[3] for row in amounts] == [32000, 260000000]
    assert "坏.docx" in str(book["没读成"]["A2"].value)


class _Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        assert not any(name.startswith("on") or name in {"src", "href"} for name, _ in attrs)

    def handle_data(self, data: str) -> None:
        self.text += data


def test_the_page_marks_findings_in_place_and_lets_nothing_run() -> None:
    source = open_document((_PLAN + "<script>alert(1)</script>").encode(), "计划.txt")
    reading = read(source)
    shown = page(reading, "zh")
    seen = _Tags()
    seen.feed(shown)
    assert not seen.tags & {"script", "b", "img", "link", "iframe"}
    assert reading.text in seen.text
    assert re.search(r'<span class="[^"]*measures[^"]*" title="[^"]*亩[^"]*">', shown)
    assert "default-src &#x27;none&#x27;" in shown


def test_an_interrupted_run_goes_on_where_it_stopped(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    call = ["read", str(folder), "--as", "json", "--journal", str(tmp_path / "记"), "--lang", "zh"]
    main(call)
    assert len(capsys.readouterr().out.splitlines()) == 2
    (folder / "计划.txt").write_text(_PLAN + "新增造林1亩。", encoding="utf-8")
    assert main(call) == 0
    assert len(capsys.readouterr().out.splitlines()) == 1
    assert main(call) == 0
    assert "都已读过" in capsys.readouterr().err
    assert main(["read", str(folder), "--as", "xlsx", "--journal", str(tmp_path / "记")]) == 2


def test_nothing_to_read_and_nowhere_to_write(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "空").mkdir()
    assert main(["read", str(tmp_path / "空"), "--lang", "zh"]) == 1
    assert "没有找到可读的文件" in capsys.readouterr().err
    assert main(["read", str(tmp_path / "没有.txt"), "--lang", "zh"]) == 1
    assert "没有这个文件" in capsys.readouterr().err
    (tmp_path / "占位").write_text("a", encoding="utf-8")
    assert main(["read", str(tmp_path / "占位"), "--out", str(tmp_path / "占位"), "--lang", "en"]) == 1
    assert "Cannot write" in capsys.readouterr().err


def test_a_sheet_is_shown_with_how_its_columns_were_taken(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rows = (["序号", "任务", "牵头单位", "总投资（万元）"], [1, "建园区", "工信局", 2600])
    (tmp_path / "表.xlsx").write_bytes(making.sheet(*rows, name="分解表"))
    assert main(["read", str(tmp_path / "表.xlsx"), "--lang", "zh"]) == 0
    said = capsys.readouterr().out
    assert re.search(r"分解表 +总投资（万元） +总投资 +100% +列名相同 +万元", said)
    assert re.search(r"分解表 第2行 +建园区 +工信局 +2600", said)


def test_every_field_of_a_sheet_has_its_word() -> None:
    assert [field for field in fields() if label(field, "zh") == field] == []


def test_a_sheet_without_a_header_is_refused_with_advice(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "表.csv").write_text("造林,三万亩\n改厕,四百户\n", encoding="utf-8")
    assert main(["read", str(tmp_path / "表.csv"), "--lang", "zh"]) == 1
    assert "没有找到表头。请在第一行写上列名" in capsys.readouterr().err


def test_columns_line_up_with_chinese_in_them() -> None:
    lines = grid(["位置", "词"], [["第1段", "三万亩"], ["表1 B2", "a"]], [16, 16]).splitlines()
    assert {
        width(line[: line.index(word)])
        for line, word in zip(lines, ["词", "──────", "三万亩", "a"], strict=False)
        if word != "──────"
    } == {10}
    assert shortened("今年造林三万亩", 9) == "今年造林…"
