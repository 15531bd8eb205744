"""Source：文件取出的文字，连同它的段落、表格和位置。

A document after parsing: the extraction (kept for good) and where its blocks and cells stand in it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from taizhang.text.span import Span

BlockKind = Literal["paragraph", "heading", "list_item", "cell", "boilerplate"]


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading or cell. ``level`` is the heading level (0: none); ``place`` is said for people."""

    span: Span
    kind: BlockKind = "paragraph"
    level: int = 0
    place: str = ""


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table: its text as ``span`` of the extraction, its 0-based row and column.

    A merged cell appears once, at its first row and column, with its ``rows`` and ``columns`` spans.
    """

    row: int
    column: int
    span: Span
    rows: int = 1
    columns: int = 1


@dataclass(frozen=True, slots=True)
class Table:
    """``name``: the sheet's name or the caption; ``place`` is said for people (``表1``, sheet name)."""

    cells: tuple[Cell, ...]
    name: str = ""
    place: str = ""


@dataclass(frozen=True, slots=True)
class Note:
    """Something the reader of the file should know (``tracked_changes_accepted`` …), as code and parameters."""

    code: str
    params: dict[str, str | int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Source:
    """``media`` is one of txt html docx pdf xlsx csv; digests are SHA-256 hex.

    ``text`` is the extraction: for plain text the decoded text itself, unchanged. ``title``, ``published`` (ISO)
    and ``outlet`` are what the container itself declares (HTML meta, DOCX core properties), often empty.
    """

    name: str
    media: str
    digest: str
    extraction: str
    text: str
    blocks: tuple[Block, ...] = ()
    tables: tuple[Table, ...] = ()
    notes: tuple[Note, ...] = ()
    title: str = ""
    published: str = ""
    outlet: str = ""
    pages: int = 0
