"""做样本：用别的库做出文件，再让本系统读。Documents made with other libraries than the ones that read them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable

import docx
import openpyxl
from docx.document import Document

PLAN = "某县2031年重点工作：一是造林绿化，年内完成造林3.2万亩；二是推进云岭光伏电站建设，总投资2.6亿元。"


def word(write: Callable[[Document], None] | None = None) -> bytes:
    document = docx.Document()
    if write is None:
        document.add_paragraph(PLAN)
    else:
        write(document)
    return saved(document)


def saved(document: Document) -> bytes:
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def sheet(*rows: list[object], name: str = "Sheet", merge: tuple[str, ...] = ()) -> bytes:
    book = openpyxl.Workbook()
    page = book.active
    assert page is not None
    page.title = name
    for row in rows:
        page.append(row)
    for run in merge:
        page.merge_cells(run)
    return stored(book)


def stored(book: openpyxl.Workbook) -> bytes:
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def zipped(members: dict[str, bytes], level: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", level) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return out.getvalue()


def replaced(package: bytes, part: str, content: bytes) -> bytes:
    """An office file with one part exchanged."""
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    return zipped(members | {part: content})


def printed(html: str) -> bytes:
    """A PDF of a page, by WeasyPrint."""
    from weasyprint import HTML

    return bytes(HTML(string=html).write_pdf())


# 1×1 的图片 one pixel
PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c6360000002000001"
    "e221bc330000000049454e44ae426082"
)
