"""结果往哪儿写：屏幕、JSON、工作簿、网页、标注。Where results go; each sink says what it wants of a reading."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any, Protocol

from taizhang.cli.findings import tables
from taizhang.cli.page import page_en, page_zh
from taizhang.cli.screen import screen
from taizhang.cli.words import Lang
from taizhang.cli.workbook import Book
from taizhang.corpus.row import Row, View
from taizhang.reading.export import found


class Sink(Protocol):
    """``view`` runs where the document is read, perhaps in another process; ``write`` runs here."""

    view: View
    written: list[Path]

    def write(self, row: Row) -> None: ...

    def trouble(self, row: Row, why: str) -> None: ...

    def close(self) -> None: ...


class _Quiet:
    """What most sinks do with troubles and at the end: nothing."""

    def __init__(self) -> None:
        self.written: list[Path] = []
        self._used: Counter[str] = Counter()

    def _save(self, folder: Path, row: Row, ending: str, text: str) -> None:
        """``NAME.ending`` in ``folder``; further documents of one name become ``NAME~2``, ``NAME~3``."""
        stem = _stem(row)
        self._used[stem] += 1
        again = f"~{self._used[stem]}" if self._used[stem] > 1 else ""
        path = folder / f"{stem}{again}{ending}"
        path.write_text(text, encoding="utf-8")
        self.written.append(path)

    def trouble(self, row: Row, why: str) -> None:
        """Troubles are told at the end by the command itself."""

    def close(self) -> None:
        """Nothing is held open."""


class OnScreen(_Quiet):
    """A table a document, on standard output or as NAME.txt."""

    view: View = staticmethod(tables)

    def __init__(self, lang: Lang, folder: Path | None) -> None:
        super().__init__()
        self._lang = lang
        self._folder = folder

    def write(self, row: Row) -> None:
        text = screen(row.label, row.view, self._lang)
        if self._folder:
            self._save(self._folder, row, ".txt", text + "\n")
        else:
            print(text + "\n", flush=True)


class AsJson(_Quiet):
    """One JSON object a line on standard output, or NAME.json."""

    view: View = staticmethod(found)

    def __init__(self, folder: Path | None) -> None:
        super().__init__()
        self._folder = folder

    def write(self, row: Row) -> None:
        values = {
            "document": row.label,
            "sha256": row.digest,
            "extraction": row.extraction,
            "media": row.media,
        } | row.view
        if self._folder:
            self._save(self._folder, row, ".json", _json(values, 1))
        else:
            print(_json(values, None), flush=True)


class AsPages(_Quiet):
    """NAME.html with every finding marked in place."""

    def __init__(self, lang: Lang, folder: Path | None) -> None:
        super().__init__()
        self.view: View = page_zh if lang == "zh" else page_en
        self._folder = folder or Path()

    def write(self, row: Row) -> None:
        self._save(self._folder, row, ".html", row.view)


class AsWorkbook:
    """One workbook over all documents."""

    view: View = staticmethod(tables)

    def __init__(self, lang: Lang, folder: Path | None) -> None:
        path = (folder or Path()) / "taizhang-read.xlsx"
        self.written = [path]
        self._book = Book(path, lang)

    def write(self, row: Row) -> None:
        self._book.add(row, row.view)

    def trouble(self, row: Row, why: str) -> None:
        self._book.trouble(row, why)

    def close(self) -> None:
        self._book.close()


class AsLabels(_Quiet):
    """NAME.found.json in the schema of the gold labels."""

    view: View = staticmethod(found)

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self._folder = folder

    def write(self, row: Row) -> None:
        values = {"doc": _stem(row), "sha256": row.digest} | row.view
        self._save(self._folder, row, ".found.json", _json(values, 1))


def _json(values: dict[str, Any], indent: int | None) -> str:
    return json.dumps(values, ensure_ascii=False, indent=indent)


def _stem(row: Row) -> str:
    return Path(row.member or row.path).stem
