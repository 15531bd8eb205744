"""Word documents: what people see is what is read."""

from __future__ import annotations

import pytest
from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn

from taizhang.formats.door import open_document
from taizhang.formats.numbering import chinese, ordinal
from taizhang.formats.refusals import Unreadable
from taizhang.formats.source import Source
from tests.unit.formats import making


def _read(write: object) -> Source:
    return open_document(making.word(write), "计划.docx")  # type: ignore[arg-type]


def test_headings_carry_their_level_and_every_block_stands_where_it_says() -> None:
    def write(document: Document) -> None:
        document.add_heading("某县重点工作任务分解", 1)
        document.add_paragraph("年内完成造林3.2万亩。")
        document.add_heading("产业转型", 2)

    source = _read(write)
    assert [(b.kind, b.level, b.span.of(source.text)) for b in source.blocks] == [
        ("heading", 1, "某县重点工作任务分解"),
        ("paragraph", 0, "年内完成造林3.2万亩。"),
        ("heading", 2, "产业转型"),
    ]
    assert source.media == "docx"


def test_tables_keep_merged_cells_once_with_their_spans() -> None:
    def write(document: Document) -> None:
        table = document.add_table(3, 3)
        table.cell(0, 0).merge(table.cell(0, 2)).text = "任务分解表"
        table.cell(1, 0).merge(table.cell(2, 0)).text = "农业农村局"
        table.cell(1, 1).text, table.cell(1, 2).text = "造林3.2万亩", "6月底"
        table.cell(2, 1).text, table.cell(2, 2).text = "改厕400户", "9月底"

    source = _read(write)
    cells = {c.span.of(source.text): (c.row, c.column, c.rows, c.columns) for c in source.tables[0].cells}
    assert cells["任务分解表"] == (0, 0, 1, 3)
    assert cells["农业农村局"] == (1, 0, 2, 1)
    assert cells["改厕400户"] == (2, 1, 1, 1)
    assert next(b.place for b in source.blocks if b.span.of(source.text) == "9月底") == "表1 C3"


def test_tracked_changes_are_accepted_and_comments_left_out() -> None:
    def write(document: Document) -> None:
        paragraph = document.add_paragraph("完成造林")
        w = nsdecls("w")
        paragraph._p.append(parse_xml(f"<w:del {w}><w:r><w:delText>3万亩</w:delText></w:r></w:del>"))
        paragraph._p.append(parse_xml(f"<w:ins {w}><w:r><w:t>3.2万亩</w:t></w:r></w:ins>"))
        document.add_comment(paragraph.runs, text="此处请核", author="甲")

    source = _read(write)
    assert source.text == "完成造林3.2万亩\n"
    assert {n.code: n.params for n in source.notes} == {
        "tracked_changes_accepted": {"count": 2},
        "comments_left_out": {},
    }


def test_automatic_numbers_are_counted_as_word_prints_them() -> None:
    def write(document: Document) -> None:
        root = document.part.numbering_part.element
        root.insert(
            0,
            parse_xml(
                f'<w:abstractNum {nsdecls("w")} w:abstractNumId="77"><w:lvl w:ilvl="0"><w:start w:val="1"/>'
                '<w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl>'
                '<w:lvl w:ilvl="1"><w:start w:val="1"/>'
                '<w:numFmt w:val="decimal"/><w:lvlText w:val="（%2）"/></w:lvl></w:abstractNum>'
            ),
        )
        root.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="77"><w:abstractNumId w:val="77"/></w:num>'))
        for text, depth in (("产业转型", 0), ("建园区", 1), ("引项目", 1), ("乡村振兴", 0), ("修道路", 1)):
            properties = document.add_paragraph(text)._p.get_or_add_pPr()
            numbered = properties._add_numPr()
            numbered._add_ilvl().set(qn("w:val"), str(depth))
            numbered._add_numId().set(qn("w:val"), "77")

    assert _read(write).text.split("\n")[:5] == [
        "一、产业转型",
        "（1）建园区",
        "（2）引项目",
        "二、乡村振兴",
        "（1）修道路",
    ]


def test_ordinals_in_words_formats() -> None:
    assert [chinese(n) for n in (1, 10, 11, 20, 99, 100, 110, 205)] == [
        "一", "十", "十一", "二十", "九十九", "一百", "一百一十", "二百〇五",
    ]  # fmt: skip
    assert [ordinal(9, s) for s in ("upperRoman", "lowerLetter", "decimal", "unheardOf")] == ["IX", "i", "9", "9"]


def test_entities_are_never_expanded() -> None:
    bomb = (
        b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
        b'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>&b;'
        b"</w:t></w:r></w:p></w:body></w:document>"
    )
    with pytest.raises(Unreadable) as caught:
        open_document(making.replaced(making.word(), "word/document.xml", bomb), "计划.docx")
    assert caught.value.code == "doctype"


def test_pictures_of_pages_are_a_scan() -> None:
    content = making.replaced(making.word(lambda document: None), "word/media/image1.png", making.PNG)
    with pytest.raises(Unreadable) as caught:
        open_document(content, "扫描.docx")
    assert (caught.value.code, caught.value.params) == ("scan", {"pages": 1})


def test_a_part_that_is_not_xml_is_damaged() -> None:
    with pytest.raises(Unreadable) as caught:
        open_document(making.replaced(making.word(), "word/document.xml", b"<w:document"), "计划.docx")
    assert (caught.value.code, caught.value.params) == ("damaged", {"media": "docx"})
