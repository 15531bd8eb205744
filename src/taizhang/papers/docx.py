"""公文纸写成 DOCX，单位可以接着改、接着签。A paper as DOCX, for offices that go on in a word processor."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from taizhang.papers.paper import Box, Paper

RED = RGBColor(0xC8, 0x10, 0x10)
HEAD_FACE, BODY_FACE, TITLE_FACE = "方正小标宋简体", "仿宋", "方正小标宋简体"
"""GB/T 9704-2012 faces; a machine without them falls back to its own song face."""


def to_docx(paper: Paper) -> bytes:
    """The bytes of a DOCX on one A4 with GB/T 9704 margins (37, 26, 35, 28 mm)."""
    document = Document()
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin, section.right_margin = Mm(37), Mm(26)
    section.bottom_margin, section.left_margin = Mm(35), Mm(28)
    _masthead(document, paper)
    _body(document, paper)
    _foot(document, paper)
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def _masthead(document: Any, paper: Paper) -> None:
    _line(document, paper.head, size=30, face=HEAD_FACE, colour=RED, align=WD_ALIGN_PARAGRAPH.CENTER)
    number = _line(document, f"{paper.number}\t{paper.beside}", size=12)
    number.paragraph_format.tab_stops.add_tab_stop(Mm(156), alignment=2)
    _rule(number)
    _line(document, paper.title, size=22, face=TITLE_FACE, align=WD_ALIGN_PARAGRAPH.CENTER)
    if paper.addressee:
        _line(document, paper.addressee, size=14)
    for text in paper.before:
        _line(document, text, size=14, indent=True)


def _body(document: Any, paper: Paper) -> None:
    table = document.add_table(rows=0, cols=4, style="Table Grid")
    for row in paper.rows:
        cells = table.add_row().cells
        _fill(cells[0], row[0].label, bold=True)
        if len(row) == 1:
            _fill(cells[1].merge(cells[3]), _text(row[0]))
        else:
            _fill(cells[1], _text(row[0]))
            _fill(cells[2], row[1].label, bold=True)
            _fill(cells[3], _text(row[1]))
    for text in paper.says:
        _line(document, text, size=14, indent=True)


def _text(box: Box) -> str:
    if box.figures:
        return "　".join(f"{name} {figure}" for name, figure in box.figures)
    return "\n".join(f"{line}  {mark}".rstrip() for line, mark in box.marked)


def _foot(document: Any, paper: Paper) -> None:
    if paper.signatures:
        _line(document, "签名：" + "　　　　　　".join(paper.signatures), size=14)
    for text in (paper.signed, paper.dated):
        _line(document, text, size=14, align=WD_ALIGN_PARAGRAPH.RIGHT)
    if paper.seal:
        seal = f"〔销〕{paper.seal.day} {paper.seal.tail}"
        _line(document, seal, size=14, colour=RED, align=WD_ALIGN_PARAGRAPH.RIGHT)
    for text in paper.proof:
        _line(document, text, size=9)
    if paper.copied:
        _line(document, f"{paper.copied}　　　　{paper.printed}", size=12)


def _line(
    document: Any,
    text: str,
    *,
    size: float,
    face: str = BODY_FACE,
    colour: RGBColor | None = None,
    align: Any = None,
    indent: bool = False,
) -> Any:
    paragraph = document.add_paragraph()
    _run(paragraph, text, size=size, face=face, colour=colour)
    paragraph.alignment = align
    if indent:
        paragraph.paragraph_format.first_line_indent = Pt(size * 2)
    return paragraph


def _run(paragraph: Any, text: str, *, size: float, face: str, colour: RGBColor | None = None) -> Any:
    run = paragraph.add_run(text)
    run.font.size = Pt(size)
    run.font.name = face
    run._element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), face)
    if colour is not None:
        run.font.color.rgb = colour
    return run


def _fill(cell: Any, text: str, *, bold: bool = False) -> None:
    run = _run(cell.paragraphs[0], text, size=12, face=BODY_FACE)
    run.bold = bold


def _rule(paragraph: Any) -> None:
    """The red rule under the document number."""
    borders = OxmlElement("w:pBdr")
    bottom = OxmlElement("w:bottom")
    for name, value in (("val", "single"), ("sz", "12"), ("space", "4"), ("color", "C81010")):
        bottom.set(qn(f"w:{name}"), value)
    borders.append(bottom)
    paragraph._p.get_or_add_pPr().append(borders)
