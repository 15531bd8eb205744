"""表格文件：每张表的名字、格子、合并格。Spreadsheets: every sheet with its cells and merged cells."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Sequence
from typing import Final

from taizhang.formats.container import Container, flattened, open_container
from taizhang.formats.extraction import Extraction
from taizhang.formats.limits import Limits
from taizhang.formats.refusals import Unreadable
from taizhang.formats.source import Source
from taizhang.formats.workbook import Sheet, sheets
from taizhang.formats.xml import parse

_MEDIA: Final = "xlsx"
_MAIN: Final = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_RELATION: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_CELL = re.compile(rb"<(?:\w+:)?c(?=\s)([^>]*)>")
_ROW = re.compile(rb"<(?:\w+:)?row\s[^>]*?\br\s*=\s*[\"'](\d{1,12})")
_PLACE = re.compile(rb"\br\s*=\s*[\"']([A-Za-z]{1,6})(\d{1,10})")
_STYLE = re.compile(rb"\bs\s*=\s*[\"'](\d+)")
_UNCOMPUTED = re.compile(rb"</(?:\w+:)?f>\s*(?:<(?:\w+:)?v\s*/>|<(?:\w+:)?v>\s*</(?:\w+:)?v>)?\s*</(?:\w+:)?c>")
_WIDEST: Final = 16_384
_BUILT_IN_PERCENTS: Final = frozenset({9, 10})
_PLAIN_NAME = re.compile(r"Sheet\s*\d*$|工作表\s*\d*$", re.IGNORECASE)


def read_workbook(content: bytes, name: str, limits: Limits) -> Source:
    """XLSX. Raises Unreadable: bomb, damaged, encrypted, doctype, too_long, no_table."""
    container = open_container(content, _MEDIA, limits)
    styles = _percent_styles(container)
    percents: dict[str, frozenset[tuple[int, int]]] = {}
    uncomputed = 0
    for sheet, part in _parts(container).items():
        raw = container.part(part, limits.unpacked)
        percents[sheet] = _scan(raw, styles, limits)
        uncomputed += len(_UNCOMPUTED.findall(raw))
    safe = flattened(container, ("xl/", "[Content_Types]", "_rels/", "docProps/"))
    return written(sheets(safe, percents), content, name, limits, uncomputed)


def written(
    found: Sequence[Sheet], content: bytes, name: str, limits: Limits, uncomputed: int = 0, media: str = _MEDIA
) -> Source:
    """The extraction of a workbook: a sheet's name as heading, then its rows. Raises Unreadable(no_table)."""
    out = Extraction(limits)
    for sheet in found:
        if sheet.cells and not _PLAIN_NAME.match(sheet.name):
            out.add(sheet.name, "heading", 1, sheet.name)
        out.table(sheet.cells, sheet.name, sheet.name)
    if not out.tables:
        raise Unreadable("no_table")
    hidden = [sheet.name for sheet in found if sheet.hidden]
    if hidden:
        out.note("hidden_sheets", count=len(hidden), names="、".join(hidden))
    if uncomputed:
        out.note("formulas_without_values", count=uncomputed)
    return out.source(content, name, media)


def _parts(container: Container) -> dict[str, str]:
    """Sheet names and the parts they are stored in."""
    base = "xl/_rels/workbook.xml.rels"
    targets = {
        relation.get("Id", ""): posixpath.normpath(posixpath.join("/xl", relation.get("Target", ""))).lstrip("/")
        for relation in parse(container.part(base), _MEDIA)
        if isinstance(relation.tag, str)
    }
    book = parse(container.part("xl/workbook.xml"), _MEDIA)
    named = ((sheet.get("name", ""), targets.get(sheet.get(_RELATION, ""), "")) for sheet in book.iter(f"{_MAIN}sheet"))
    return {name: part for name, part in named if container.has(part)}


def _percent_styles(container: Container) -> frozenset[bytes]:
    """Indices (as printed) of cell formats that show a percentage."""
    if not container.has("xl/styles.xml"):
        return frozenset()
    root = parse(container.part("xl/styles.xml"), _MEDIA)
    percents = {str(n) for n in _BUILT_IN_PERCENTS}
    percents |= {f.get("numFmtId", "") for f in root.iter(f"{_MAIN}numFmt") if "%" in f.get("formatCode", "")}
    formats = root.find(f"{_MAIN}cellXfs")
    found = enumerate(() if formats is None else formats)
    return frozenset(str(i).encode() for i, f in found if f.get("numFmtId", "") in percents)


def _scan(raw: bytes, styles: frozenset[bytes], limits: Limits) -> frozenset[tuple[int, int]]:
    """Percentage cells of one sheet; refuses a sheet whose far corner would make an endless grid in memory."""
    if b"<!DOCTYPE" in raw[:4096]:
        raise Unreadable("doctype")
    percents: set[tuple[int, int]] = set()
    count = right = 0
    bottom = max((int(row) for row in _ROW.findall(raw)), default=0)
    for match in _CELL.finditer(raw):
        count += 1
        place = _PLACE.search(match.group(1))
        if place is None:
            # 不写坐标的格子，最多排到第 count 列 a cell without a reference stands at most in column ``count``
            right = max(right, min(count, _WIDEST))
            continue
        row, column = int(place.group(2)) - 1, _column(place.group(1))
        right, bottom = max(right, column + 1), max(bottom, row + 1)
        style = _STYLE.search(match.group(1))
        if style and style.group(1) in styles:
            percents.add((row, column))
    if count > limits.cells * 4 or right * bottom > limits.cells * 20:
        raise Unreadable("too_long", what="cells", limit=limits.cells)
    return frozenset(percents)


def _column(name: bytes) -> int:
    column = 0
    for letter in name.upper():
        column = column * 26 + letter - 64
    return column - 1
