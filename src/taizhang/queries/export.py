"""导出整本流水。The whole journal for export, in steady memory."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files

from taizhang.books import load
from taizhang.ledger import export
from taizhang.store import journal


def journal_lines() -> Iterator[str]:
    """JSON Lines as ``ledger.export`` writes them; a book's text is byte for byte what was adopted.

    An empty journal exports nothing.
    """
    if journal.head()[0] == 0:
        return iter(())
    folder = files("taizhang.books")
    texts = {name: (folder / f"{name}.yaml").read_bytes().decode() for name in load()}
    return export.lines(texts, journal.load_all())
