"""辨认：看内容认格式，不信文件名。Formats are told by content, never by the name alone."""

from __future__ import annotations

import re
import zipfile
from io import BytesIO
from typing import Final

_MAGIC: Final = (
    (b"{\\rtf", "rtf"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "ole"),
    (b"\x89PNG\r\n", "image"),
    (b"\xff\xd8\xff", "image"),
    (b"GIF8", "image"),
    (b"BM", "bmp"),
    (b"II*\x00", "image"),
    (b"MM\x00*", "image"),
    (b"Rar!\x1a", "rar"),
    (b"7z\xbc\xaf'\x1c", "7z"),
    (b"\x1f\x8b", "gzip"),
    (b"MZ", "exe"),
    (b"\x7fELF", "exe"),
    (b"SQLite format 3\x00", "database"),
)
_OLE: Final = (
    ("EncryptedPackage", "encrypted"),
    ("WordDocument", "doc"),
    ("Workbook", "xls"),
    ("Book", "xls"),
    ("PowerPoint Document", "ppt"),
)
_ZIPPED: Final = (
    ("word/document.xml", "docx"),
    ("xl/workbook.xml", "xlsx"),
    ("xl/workbook.bin", "xlsb"),
    ("ppt/presentation.xml", "ppt"),
    ("OFD.xml", "ofd"),
)
_OPEN_DOCUMENT: Final = {
    b"application/vnd.oasis.opendocument.text": "odt",
    b"application/vnd.oasis.opendocument.spreadsheet": "ods",
}
_HTML = re.compile(rb"<!doctype\s+html|<html[\s>]|<head[\s>]|<body[\s>]|<article[\s>]", re.IGNORECASE)
_MARKED_UP = re.compile(rb"\s*<(?:!--|p|div|table|h[1-6]|meta|title|article|section|span|br)\b", re.IGNORECASE)
_MHTML = re.compile(rb"(?:From|Date|Subject|MIME-Version|Content-Type|X-[\w-]+): [^\n]*\n", re.IGNORECASE)


def sniff(content: bytes) -> str:
    """One of: pdf docx xlsx xlsb xls ods odt doc rtf html mhtml xml text, or the name of what we do not read."""
    head = content[:4096]
    if b"%PDF-" in head[:1024]:
        return "pdf"
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _zipped(content)
    return _binary(content, head) or _written(head)


def _binary(content: bytes, head: bytes) -> str:
    if head[:4] == b"RIFF" and head[8:12] in {b"WEBP", b"AVI ", b"WAVE"}:
        return "image" if head[8:12] == b"WEBP" else "media"
    if head[4:8] == b"ftyp":
        return "media"
    kind = next((kind for magic, kind in _MAGIC if head.startswith(magic)), "")
    if kind == "ole":
        return _ole(content)
    if kind == "bmp":
        # “BM”两个字母也能开头一段英文 a text may begin with these two letters
        return "image" if b"\x00" in head[:32] else ""
    if kind == "exe":
        return "exe" if b"\x00" in head else ""
    return kind


def _ole(content: bytes) -> str:
    return next((kind for stream, kind in _OLE if stream.encode("utf-16-le") in content), "ole")


def _zipped(content: bytes) -> str:
    try:
        names = zipfile.ZipFile(BytesIO(content)).NameToInfo
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
        return "zip"
    known = next((kind for name, kind in _ZIPPED if name in names), "")
    # ODF 的 mimetype 须是第一个、不压缩的成员 ODF stores its mimetype first and uncompressed
    declared = re.match(rb"mimetype([\w./-]+?)(?:PK|$)", content[30:160])
    return known or (_OPEN_DOCUMENT.get(declared.group(1), "zip") if declared else "zip")


def _written(head: bytes) -> str:
    flat = head.replace(b"\x00", b"") if head[:2] in {b"\xff\xfe", b"\xfe\xff"} else head
    if b'progid="Word.Document"' in flat:
        return "wordml"
    if _HTML.search(flat) or _MARKED_UP.match(flat):
        return "mhtml" if _MHTML.match(flat) and b"multipart/related" in flat.lower() else "html"
    if _MHTML.match(flat) and b"multipart/related" in flat.lower():
        return "mhtml"
    return "text"
