"""摘录：一边读文件，一边攒出文字和每一段、每一格的位置。

Grows the extraction while a document is read: text, blocks and tables with their places.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from hashlib import sha256

from taizhang.formats.limits import Limits
from taizhang.formats.refusals import Unreadable
from taizhang.formats.source import Block, BlockKind, Cell, Note, Source, Table
from taizhang.text.span import Span


@dataclass(frozen=True, slots=True)
class Written:
    """A cell as found in a document, before it has a place in the extraction; 0-based row and column."""

    row: int
    column: int
    text: str
    rows: int = 1
    columns: int = 1


class Extraction:
    """Paragraphs end in a line feed, cells of a row are parted by tabs. One extraction a document."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._parts: list[str] = []
        self._length = 0
        self._cells = 0
        self.blocks: list[Block] = []
        self.tables: list[Table] = []
        self.notes: list[Note] = []

    def add(self, text: str, kind: BlockKind = "paragraph", level: int = 0, place: str = "") -> None:
        """One paragraph on a line of its own; empty ones are left out."""
        if not text.strip():
            return
        span = self._write(text)
        self._write("\n")
        self.blocks.append(Block(span, kind, level, place or f"第{len(self.blocks) + 1}段"))

    def table(self, cells: Iterable[Written], name: str = "", place: str = "") -> None:
        """A table in reading order: rows on lines, cells parted by tabs, merged cells once, empty ones left out."""
        kept: list[Cell] = []
        row = -1
        label = place or f"表{len(self.tables) + 1}"
        for cell in cells:
            self._count()
            if not cell.text.strip():
                continue
            if row >= 0:
                self._write("\n" if cell.row != row else "\t")
            row = cell.row
            span = self._write(cell.text.replace("\t", " "))
            kept.append(Cell(cell.row, cell.column, span, cell.rows, cell.columns))
            self.blocks.append(Block(span, "cell", 0, f"{label} {letters(cell.column)}{cell.row + 1}"))
        if kept:
            self._write("\n")
            self.tables.append(Table(tuple(kept), name, label))

    def note(self, code: str, **params: str | int) -> None:
        self.notes.append(Note(code, params))

    def beginning(self, length: int) -> str:
        """The first characters written so far."""
        return "".join(self._parts[:length])[:length]

    def source(self, content: bytes, name: str, media: str) -> Source:
        """Raises Unreadable(empty) where not one word was found."""
        text = "".join(self._parts)
        if not text.strip():
            raise Unreadable("empty")
        kept = sealed(content, name, media, text)
        return replace(kept, blocks=tuple(self.blocks), tables=tuple(self.tables), notes=tuple(self.notes))

    def _write(self, text: str) -> Span:
        span = Span(self._length, self._length + len(text))
        self._parts.append(text)
        self._length = span.end
        if self._length > self._limits.characters:
            raise Unreadable("too_long", what="characters", limit=self._limits.characters)
        return span

    def _count(self) -> None:
        self._cells += 1
        if self._cells > self._limits.cells:
            raise Unreadable("too_long", what="cells", limit=self._limits.cells)


def sealed(content: bytes, name: str, media: str, text: str) -> Source:
    """A Source with both digests: of the file's bytes and of the extraction in UTF-8."""
    # 孤立代理码不能编码，也不该进正文 a lone surrogate cannot be stored
    clean = text.encode("utf-8", "replace").decode("utf-8")
    return Source(name, media, digest(content), digest(clean.encode("utf-8")), clean)


def digest(content: bytes) -> str:
    """SHA-256, hex."""
    return sha256(content).hexdigest()


def letters(column: int) -> str:
    """A column as spreadsheets name it.

    >>> letters(0), letters(27)
    ('A', 'AB')
    """
    name = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(ord("A") + rest) + name
    return name
