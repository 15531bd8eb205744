"""PDF: paragraphs across lines and pages, scans and passwords refused."""

from __future__ import annotations

import io

import pytest

from taizhang.formats.door import open_document
from taizhang.formats.limits import Limits
from taizhang.formats.paragraphs import Line, joined
from taizhang.formats.refusals import Unreadable
from tests.unit.formats import making

try:
    import weasyprint
except OSError:  # 没有 Pango Pango is not installed
    weasyprint = None

needs_pango = pytest.mark.skipif(weasyprint is None, reason="WeasyPrint needs Pango: apt install libpango-1.0-0")

_STYLE = """<style>@page{size:A4;margin:26mm 26mm;@bottom-center{content:"— " counter(page) " —"}}
body{font-size:16pt}p{text-indent:2em;margin:0;line-height:1.8}h1{text-align:center}</style>"""
_LONG = "新建高标准农田2万亩，由农业农村局牵头，六月底前完成，并建立管护机制，逐项销号，逐村验收。" * 8


@needs_pango
def test_lines_and_pages_are_joined_into_paragraphs() -> None:
    page = (
        f"{_STYLE}<h1>云岭县2031年重点工作</h1><p>一、产业转型。{_LONG}</p><p>二、乡村振兴。{_LONG}</p><p>三、完。</p>"
    )
    source = open_document(making.printed(page), "计划.pdf")
    assert [b.span.of(source.text) for b in source.blocks] == [
        "云岭县2031年重点工作",
        f"一、产业转型。{_LONG}",
        f"二、乡村振兴。{_LONG}",
        "三、完。",
    ]
    assert source.pages == 2
    assert [(b.kind, b.place) for b in source.blocks][::3] == [("heading", "第1页"), ("paragraph", "第2页")]


@needs_pango
def test_a_password_is_said() -> None:
    import pypdf

    writer = pypdf.PdfWriter(clone_from=io.BytesIO(making.printed(f"<p>{_LONG}</p>")))
    writer.encrypt("secret", algorithm="AES-256")
    out = io.BytesIO()
    writer.write(out)
    with pytest.raises(Unreadable) as caught:
        open_document(out.getvalue(), "计划.pdf")
    assert (caught.value.code, caught.value.params) == ("encrypted", {"media": "pdf"})


def _blank(pages: int) -> bytes:
    import pypdf

    writer = pypdf.PdfWriter()
    for _ in range(pages):
        writer.add_blank_page(595, 842)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def test_pages_without_text_are_a_scan() -> None:
    with pytest.raises(Unreadable) as caught:
        open_document(_blank(3), "扫描.pdf")
    assert (caught.value.code, caught.value.params) == ("scan", {"pages": 3})


def test_endless_pages() -> None:
    with pytest.raises(Unreadable) as caught:
        open_document(_blank(12), "长.pdf", limits=Limits(pages=10))
    assert caught.value.params == {"what": "pages", "limit": 10}


def test_a_centred_title_of_two_lines_is_one() -> None:
    lines = [
        Line("关于印发重点工作", 100, 400, 700, 30, 595),
        Line("分解的通知", 180, 320, 660, 30, 595),
        Line("正文第一行" * 6, 74, 500, 600, 16, 595),
        Line("正文第二行。", 74, 200, 570, 16, 595),
        Line("— 1 —", 280, 310, 40, 16, 595),
    ]
    found = [(p.text, p.large) for p in joined([lines])]
    assert found == [("关于印发重点工作分解的通知", True), ("正文第一行" * 6 + "正文第二行。", False)]


def test_a_line_left_short_by_a_mark_goes_on() -> None:
    """“位：” may not be torn apart, so the line above ends two characters early; the paragraph does not."""
    owner = "（牵头单位：县林业局；完成时限：11月底）"
    lines = [f"<p>{'加' * extra}强绿化造林工作建设任务落实{owner}</p>" for extra in range(28)]
    looks = "@page{size:A4;margin:26mm} body{font:15pt/2 'WenQuanYi Micro Hei'} p{margin:0;text-indent:2em}"
    html = f"<style>{looks}</style>{''.join(lines)}"
    text = open_document(making.printed(html), "通知.pdf").text
    assert text.count(owner) == 28
