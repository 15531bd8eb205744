"""唯一的门：字节进来，Source 出去；读不了的说明白。The one door: bytes in, a Source out, or a refusal that says why."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from taizhang.formats.docx import read_docx
from taizhang.formats.html import read_html
from taizhang.formats.limits import Limits, megabytes
from taizhang.formats.mhtml import read_mhtml
from taizhang.formats.office import read_office
from taizhang.formats.pdf import read_pdf
from taizhang.formats.plain import read_plain
from taizhang.formats.refusals import Unreadable
from taizhang.formats.sniff import sniff
from taizhang.formats.source import Note, Source
from taizhang.formats.table import read_csv
from taizhang.formats.xlsx import read_workbook

Reader = Callable[[bytes, str, Limits], Source]

_READERS: Final[dict[str, Reader]] = {
    "pdf": read_pdf,
    "docx": read_docx,
    "xlsx": read_workbook,
    "html": read_html,
    "mhtml": read_mhtml,
    "text": read_plain,
}
_BY_OFFICE: Final = frozenset({"doc", "odt", "rtf", "wordml", "xls", "xlsb", "ods"})
# 名字声称的格式；内容不是它、又不是我们会读的，就说“名不副实” what a name claims
_CLAIMS: Final[dict[str, str]] = {
    "docx": "docx", "docm": "docx", "doc": "doc", "wps": "doc", "pdf": "pdf", "xlsx": "xlsx", "xls": "xls", "et": "xls",
    "html": "html", "htm": "html", "txt": "text", "csv": "text",
}  # fmt: skip
NAMES: Final = frozenset(
    {"txt", "md", "csv", "tsv", "html", "htm", "shtml", "mht", "mhtml", "docx", "docm", "doc", "wps", "rtf", "odt"}
    | {"pdf", "xlsx", "xlsm", "xlsb", "xls", "et", "ods"}
)


_USUAL: Final = Limits()


def open_document(data: bytes, name: str, *, limits: Limits = _USUAL) -> Source:
    """Read one document. ``name`` is kept and hints at CSV; everything else is told by content.

    Raises Unreadable, and nothing else, whatever the bytes.
    """
    if len(data) > limits.upload:
        raise Unreadable("too_large", size=megabytes(len(data)), limit=megabytes(limits.upload))
    if not data.strip(b"\x00 \t\r\n"):
        raise Unreadable("empty")
    kind = sniff(data)
    if kind == "text" and suffix(name) in {"csv", "tsv"}:
        return read_csv(data, name, limits)
    if kind == "text" and _CLAIMS.get(suffix(name)) == "html":
        # 一小段没有 html、body 的网页也是网页 a fragment without html or body is a page too
        kind = "html"
    if kind in _BY_OFFICE:
        return read_office(data, name, kind, limits)
    if kind not in _READERS:
        raise _refusal(kind, name)
    return _read(_READERS[kind], data, name, limits)


def _read(reader: Reader, data: bytes, name: str, limits: Limits) -> Source:
    try:
        source = reader(data, name, limits)
    except Unreadable as refusal:
        # 名为 .docx 的乱码：说“名不副实”比说“认不出编码”有用 names the surprise, not the symptom
        claimed = suffix(name)
        if refusal.code == "undecodable" and _CLAIMS.get(claimed, "text") != "text":
            raise Unreadable("not_what_it_says", claimed=claimed, found="unknown") from refusal
        raise
    return _told(source, name)


def _told(source: Source, name: str) -> Source:
    """With a note where the name claims another format than was read."""
    claimed = suffix(name)
    expected = _CLAIMS.get(claimed, "")
    if not expected or expected == ("text" if source.media in {"txt", "csv"} else source.media):
        return source
    return replace(source, notes=(*source.notes, Note("read_as", {"claimed": claimed, "found": source.media})))


def _refusal(kind: str, name: str) -> Unreadable:
    if kind == "encrypted":
        return Unreadable("encrypted", media="office")
    if kind == "zip" and suffix(name) not in _CLAIMS:
        return Unreadable("archive")
    if suffix(name) in _CLAIMS:
        return Unreadable("not_what_it_says", claimed=suffix(name), found=kind)
    return Unreadable("unsupported", found=kind)


def suffix(name: str) -> str:
    """The name's extension, lower case, without the dot; empty where there is none."""
    return name.rpartition(".")[2].lower() if "." in name else ""
