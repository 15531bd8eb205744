"""Word 文档：标题、编号、表格照原样取出；修订按接受后的样子读，批注不读。

DOCX: headings, automatic numbers and tables with merged cells; tracked changes accepted, comments left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from lxml import etree

from taizhang.formats.container import Container, open_container
from taizhang.formats.extraction import Extraction, Written
from taizhang.formats.limits import Limits
from taizhang.formats.numbering import Numbering, W, numbering, whole
from taizhang.formats.refusals import Unreadable
from taizhang.formats.source import BlockKind, Source
from taizhang.formats.xml import parse

_GONE: Final = frozenset({f"{W}del", f"{W}moveFrom", f"{W}instrText", f"{W}delText", f"{W}rPr", f"{W}pPr"})
_ALTERNATE: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_INSIDE: Final = (f"{W}sdt", f"{W}sdtContent", f"{W}customXml", f"{W}smartTag", f"{W}ins", f"{W}moveTo")
_CHARACTERS: Final = {f"{W}tab": "\t", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "-"}
_HEADING = re.compile(r"(?:heading|标题)\s*([1-9])$", re.IGNORECASE)
_CORE: Final = "docProps/core.xml"
_MEDIA: Final = "docx"
_WIDEST = 1024


@dataclass(frozen=True, slots=True)
class _Style:
    """What a paragraph style says: heading level (0: none) and list (number, depth)."""

    level: int = 0
    number: str = ""
    depth: int = 0


def read_docx(content: bytes, name: str, limits: Limits) -> Source:
    """Raises Unreadable: bomb, damaged, doctype, encrypted, scan, empty, too_long."""
    container = open_container(content, _MEDIA, limits)
    root = parse(container.part("word/document.xml"), _MEDIA)
    body = root.find(f"{W}body")
    if body is None:
        raise Unreadable("damaged", media=_MEDIA)
    out = Extraction(limits)
    writer = _Writer(out, _styles(container), numbering(_optional(container, "word/numbering.xml")))
    writer.write(body)
    _note(out, root, container)
    if not out.blocks and any("media/" in part for part in container.names):
        raise Unreadable("scan", pages=sum(1 for part in container.names if "media/" in part))
    return replace(out.source(content, name, _MEDIA), title=_title(container))


@dataclass(slots=True)
class _Writer:
    out: Extraction
    styles: dict[str, _Style]
    lists: Numbering

    def write(self, parent: etree._Element) -> None:
        for child in _children(parent):
            if child.tag == f"{W}p":
                self._paragraph(child)
            elif child.tag == f"{W}tbl":
                self.out.table(self._cells(child))

    def _paragraph(self, paragraph: etree._Element) -> None:
        style = self._style(paragraph)
        printed = self._numbered(paragraph, style)
        kind: BlockKind = "heading" if style.level else "list_item" if style.number else "paragraph"
        self.out.add(printed, kind, style.level)
        for box in paragraph.iter(f"{W}txbxContent"):
            if not _within_fallback(box):
                self.write(box)

    def _numbered(self, paragraph: etree._Element, style: _Style) -> str:
        text = _text(paragraph).strip()
        if not text or not style.number:
            return text
        return self.lists.next(style.number, style.depth) + text

    def _style(self, paragraph: etree._Element) -> _Style:
        properties = paragraph.find(f"{W}pPr")
        if properties is None:
            return _Style()
        named = self.styles.get(_value(properties, f"{W}pStyle"), _Style())
        outline = _value(properties, f"{W}outlineLvl")
        level = whole(outline, 9) + 1 if outline else named.level
        return _listed(properties, replace(named, level=level if level <= 9 else 0))

    def _cells(self, table: etree._Element) -> Iterator[Written]:
        rows = [list(_row(row)) for row in _children(table) if _kept(row)]
        for r, row in enumerate(rows):
            for column, width, merge, cell in row:
                if merge != "continue":
                    height = _height(rows, r, column) if merge == "restart" else 1
                    yield Written(r, column, self._cell_text(cell), height, width)

    def _cell_text(self, cell: etree._Element) -> str:
        lines = (self._numbered(p, self._style(p)) for p in cell.iter(f"{W}p"))
        return "\n".join(line for line in lines if line)


_Placed = tuple[int, int, str, etree._Element]


def _row(row: etree._Element) -> Iterator[_Placed]:
    """Cells of a row: first column, width in columns, vertical merge (restart, continue or empty), element."""
    column = whole(_value(row.find(f"{W}trPr"), f"{W}gridBefore"))
    for cell in _children(row):
        if cell.tag != f"{W}tc" or column > _WIDEST:
            continue
        properties = cell.find(f"{W}tcPr")
        width = max(1, min(whole(_value(properties, f"{W}gridSpan"), 1), _WIDEST))
        merged = None if properties is None else properties.find(f"{W}vMerge")
        yield column, width, "" if merged is None else merged.get(f"{W}val", "continue"), cell
        column += width


def _height(rows: list[list[_Placed]], first: int, column: int) -> int:
    height = 1
    for row in rows[first + 1 :]:
        if not any(at == column and merge == "continue" for at, _, merge, _ in row):
            break
        height += 1
    return height


def _kept(row: etree._Element) -> bool:
    """Rows struck out by a tracked change are gone."""
    return row.tag == f"{W}tr" and row.find(f"{W}trPr/{W}del") is None


def _children(parent: etree._Element) -> Iterator[etree._Element]:
    """Block children, those inside content controls and accepted insertions included."""
    waiting = list(reversed(parent))
    while waiting:
        child = waiting.pop()
        if child.tag in _INSIDE:
            waiting += reversed(child)
        elif isinstance(child.tag, str):
            yield child


def _text(paragraph: etree._Element) -> str:
    """The paragraph's text as if every change were accepted; text boxes are left to the caller."""
    parts: list[str] = []
    waiting = list(reversed(paragraph))
    while waiting:
        node = waiting.pop()
        if node.tag == f"{W}t":
            parts.append(node.text or "")
        elif node.tag in _CHARACTERS:
            parts.append(_CHARACTERS[node.tag] if node.get(f"{W}type") != "page" else "")
        elif isinstance(node.tag, str) and node.tag not in _GONE and node.tag not in {f"{W}txbxContent", _ALTERNATE}:
            waiting += reversed(node)
    return "".join(parts)


def _within_fallback(box: etree._Element) -> bool:
    return any(above.tag == _ALTERNATE for above in box.iterancestors())


def _value(parent: etree._Element | None, path: str) -> str:
    found = None if parent is None else parent.find(path)
    return "" if found is None else str(found.get(f"{W}val", ""))


def _listed(properties: etree._Element, style: _Style) -> _Style:
    numbered = properties.find(f"{W}numPr")
    if numbered is None:
        return style
    number = _value(numbered, f"{W}numId") or style.number
    depth = min(whole(_value(numbered, f"{W}ilvl"), style.depth), 8)
    return replace(style, number="" if number == "0" else number, depth=depth)


def _optional(container: Container, part: str) -> etree._Element | None:
    return parse(container.part(part), _MEDIA) if container.has(part) else None


def _styles(container: Container) -> dict[str, _Style]:
    """Every paragraph style with what it inherits."""
    root = _optional(container, "word/styles.xml")
    if root is None:
        return {}
    raw = {style.get(f"{W}styleId", ""): style for style in root.iter(f"{W}style")}
    return {key: _resolved(raw, key) for key in raw}


def _resolved(raw: dict[str, etree._Element], key: str) -> _Style:
    """A style after its ancestors, nearest last; circles end after nine."""
    line: list[etree._Element] = []
    while key in raw and len(line) < 9:
        line.append(raw[key])
        key = _value(raw[key], f"{W}basedOn")
    style = _Style()
    for element in reversed(line):
        properties = element.find(f"{W}pPr")
        outline = _value(properties, f"{W}outlineLvl")
        named = _HEADING.match(_value(element, f"{W}name"))
        level = whole(outline, 9) + 1 if outline else int(named.group(1)) if named else style.level
        style = replace(style, level=level if level <= 9 else 0)
        style = style if properties is None else _listed(properties, style)
    return style


def _note(out: Extraction, root: etree._Element, container: Container) -> None:
    changed = sum(1 for _ in root.iter(f"{W}ins", f"{W}del", f"{W}moveFrom", f"{W}moveTo"))
    if changed:
        out.note("tracked_changes_accepted", count=changed)
    if container.has("word/comments.xml"):
        out.note("comments_left_out")
    if container.has("word/vbaProject.bin"):
        out.note("macros_ignored")


def _title(container: Container) -> str:
    """The title as the file's own properties declare it; often empty."""
    root = _optional(container, _CORE)
    found = None if root is None else root.find("{http://purl.org/dc/elements/1.1/}title")
    return "" if found is None else (found.text or "").strip()
