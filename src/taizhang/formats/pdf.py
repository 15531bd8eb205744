"""PDF：按阅读顺序取字，把断开的行接回段落；扫描件直说读不了。

PDF: text in reading order, broken lines joined into paragraphs; scans are refused plainly.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

import pypdfium2 as pdfium
from pypdfium2 import raw

from taizhang.formats.extraction import Extraction
from taizhang.formats.limits import Limits
from taizhang.formats.paragraphs import Line, joined
from taizhang.formats.refusals import Unreadable
from taizhang.formats.source import BlockKind, Source

_MEDIA = "pdf"
# 一页不足 8 个字又有图，当作扫描页 a page with a picture and fewer characters is a scanned one
_WRITTEN: Final = 8
# PDFium 以 U+FFFE 表示行末连字符；NUL 不是字 PDFium marks a line-end hyphen by U+FFFE
_NEVER: Final = dict.fromkeys((0x0, 0xFFFE, 0xFFFF, 0xFEFF))


def read_pdf(content: bytes, name: str, limits: Limits) -> Source:
    """Raises Unreadable: encrypted, damaged, scan, too_long, empty."""
    document = _opened(content)
    try:
        return _read(document, content, name, limits)
    except pdfium.PdfiumError as error:
        raise Unreadable("damaged", media=_MEDIA) from error
    finally:
        document.close()


def _opened(content: bytes) -> pdfium.PdfDocument:
    try:
        return pdfium.PdfDocument(content)
    except pdfium.PdfiumError as error:
        code = "encrypted" if getattr(error, "err_code", 0) == 4 or "password" in str(error).lower() else "damaged"
        raise Unreadable(code, media=_MEDIA) from error


def _read(document: pdfium.PdfDocument, content: bytes, name: str, limits: Limits) -> Source:
    count = len(document)
    if count > limits.pages:
        raise Unreadable("too_long", what="pages", limit=limits.pages)
    pages = _pages(document, count, limits)
    blank = sum(1 for lines in pages if sum(len(line.text) for line in lines) < _WRITTEN)
    if blank == count:
        raise Unreadable("scan", pages=count)
    out = Extraction(limits)
    for paragraph in joined(pages):
        kind: BlockKind = "heading" if paragraph.large else "paragraph"
        out.add(paragraph.text, kind, int(paragraph.large), f"第{paragraph.page + 1}页")
    if blank:
        out.note("pages_without_text", count=blank)
    title = document.get_metadata_dict().get("Title") or ""
    return replace(out.source(content, name, _MEDIA), pages=count, title=title.strip())


def _pages(document: pdfium.PdfDocument, count: int, limits: Limits) -> list[list[Line]]:
    pages: list[list[Line]] = []
    characters = 0
    for number in range(count):
        pages.append(_lines(document[number]))
        characters += sum(len(line.text) for line in pages[-1])
        if characters > limits.characters:
            raise Unreadable("too_long", what="characters", limit=limits.characters)
    return pages


def _lines(page: pdfium.PdfPage) -> list[Line]:
    """Lines of one page with their edges in points; a line ends where PDFium puts a line break."""
    text = page.get_textpage()
    try:
        width = page.get_width()
        return [_line(text, start, end, width) for start, end in _runs(text)]
    finally:
        text.close()
        page.close()


def _runs(text: pdfium.PdfTextPage) -> Iterator[tuple[int, int]]:
    """Index runs ``[start, end)`` without blank edges."""
    blanks = [chr(raw.FPDFText_GetUnicode(text, index)) for index in range(text.count_chars())]
    start = 0
    for index, character in enumerate([*blanks, "\n"]):
        if character not in "\r\n":
            continue
        end = index
        while start < end and blanks[start].isspace():
            start += 1
        while start < end and blanks[end - 1].isspace():
            end -= 1
        if start < end:
            yield start, end
        start = index + 1


def _line(text: pdfium.PdfTextPage, start: int, end: int, width: float) -> Line:
    units = "".join(chr(raw.FPDFText_GetUnicode(text, index)) for index in range(start, end))
    # 扩展区的字以代理对给出 characters beyond the first plane come as surrogate pairs
    printed = units.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    left, bottom, _, top = text.get_charbox(start, loose=True)
    _, _, right, _ = text.get_charbox(end - 1, loose=True)
    return Line(printed.translate(_NEVER), left, right, bottom, top - bottom, width)
