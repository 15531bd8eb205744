"""一批文件的所得写成一个工作簿。The findings of many documents as one workbook, written row by row."""

from __future__ import annotations

from pathlib import Path

import xlsxwriter

from taizhang.cli.findings import COLUMNS, Tables
from taizhang.cli.labels import label
from taizhang.cli.screen import shown
from taizhang.cli.words import Lang
from taizhang.corpus.row import Row

_NUMBERS = frozenset({"value", "invest", "count"})
_WIDE = {"quote": 70, "members": 40, "document": 30, "why": 60}


class Book:
    """Sheets 文件, 事项, 数量, 项目, 提法, 没读成. Text is written as text: a cell that begins with = stays text."""

    def __init__(self, path: Path, lang: Lang) -> None:
        options = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
        self._book = xlsxwriter.Workbook(str(path), options)
        self._lang = lang
        self._bold = self._book.add_format({"bold": True, "bg_color": "#E6F2FF", "border": 1})
        self._wrap = self._book.add_format({"text_wrap": True, "valign": "top"})
        self._next: dict[str, int] = {}
        self._columns = {kind: ("document", *columns) for kind, columns in COLUMNS.items()}
        self._columns = {
            "documents": ("document", "title", "published", "outlet", "of", "speaker", "role", *COLUMNS),
            **self._columns,
            "troubles": ("document", "why"),
        }
        for kind, columns in self._columns.items():
            self._open(kind, columns)

    def add(self, row: Row, found: Tables) -> None:
        """One document's findings."""
        counts = {kind: len(lines) for kind, lines in found.tables.items()}
        self._write("documents", {"document": row.label, **found.meta, **counts})
        for kind, lines in found.tables.items():
            for line in lines:
                self._write(kind, {"document": row.label, **line})

    def trouble(self, row: Row, why: str) -> None:
        self._write("troubles", {"document": row.label, "why": why})

    def close(self) -> None:
        self._book.close()

    def _open(self, kind: str, columns: tuple[str, ...]) -> None:
        sheet = self._book.add_worksheet(label(kind, self._lang))
        sheet.freeze_panes(1, 1)
        for n, column in enumerate(columns):
            sheet.set_column(n, n, _WIDE.get(column, 14))
        for n, column in enumerate(columns):
            sheet.write_string(0, n, label(column, self._lang), self._bold)
        self._next[kind] = 1

    def _write(self, kind: str, line: dict[str, str | int | float | None]) -> None:
        sheet = self._book.get_worksheet_by_name(label(kind, self._lang))
        for n, column in enumerate(self._columns[kind]):
            value = line.get(column)
            if isinstance(value, int | float):
                sheet.write_number(self._next[kind], n, value, self._wrap)
            elif value:
                sheet.write_string(self._next[kind], n, shown(column, value, self._lang)[:32_000], self._wrap)
        self._next[kind] += 1
