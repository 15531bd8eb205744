"""屏幕上的表：汉字占两格，对齐照算。Tables on a terminal, where a Chinese character is two columns wide."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from itertools import accumulate

from taizhang.cli.findings import COLUMNS, Line, Tables
from taizhang.cli.labels import label
from taizhang.cli.words import Lang

_CODES = frozenset({"kind", "modality", "topic", "stage", "bound", "concrete", "field", "reason"})
_WIDTHS = {"quote": 60, "members": 40, "actor": 20, "entry": 50, "header": 30, "target": 30, "group": 24}
_DEFAULT = 16


def screen(path: str, found: Tables, lang: Lang) -> str:
    """One document: its name, what it says of itself, counts, then a table a kind."""
    counts = {kind: len(lines) for kind, lines in found.tables.items()}
    head = [f"■ {path}", *(f"  {label(key, lang)}：{value}" for key, value in found.meta.items())]
    head.append("  " + label("counts", lang).format(**counts))
    return "\n".join([*head, *(_titled(kind, lines, lang) for kind, lines in found.tables.items() if lines)])


def shown(column: str, value: object, lang: Lang) -> str:
    """A value as people read it: codes by their names, numbers without a needless point."""
    if value is None or value == "":
        return ""
    if column == "confidence":
        return f"{value:.0%}"
    if column in _CODES:
        return label(str(value), lang)
    return f"{value:,}" if isinstance(value, int) else f"{value:,.6g}" if isinstance(value, float) else str(value)


def _titled(kind: str, lines: Sequence[Line], lang: Lang) -> str:
    # 整列都空就不占地方 a column without one value takes no room
    columns = [column for column in COLUMNS[kind] if any(line.get(column) not in {None, ""} for line in lines)]
    cells = [[shown(column, line.get(column), lang) for column in columns] for line in lines]
    names = [label(column, lang) for column in columns]
    title = f"{label(kind, lang)}（{len(lines)}）" if lang == "zh" else f"{label(kind, lang)} ({len(lines)})"
    return f"\n  {title}\n" + grid(names, cells, [_WIDTHS.get(column, _DEFAULT) for column in columns])


def grid(names: Sequence[str], rows: Sequence[Sequence[str]], most: Sequence[int]) -> str:
    """Columns as wide as their content needs, at most ``most``; what is longer ends in …"""
    cut = [[shortened(cell, most[n]) for n, cell in enumerate(row)] for row in [names, *rows]]
    widths = [max(width(row[n]) for row in cut) for n in range(len(names))]
    rule = ["─" * w for w in widths]
    return "\n".join(
        "  " + "  ".join(_padded(c, w) for c, w in zip(row, widths, strict=True)).rstrip()
        for row in [cut[0], rule, *cut[1:]]
    )


def width(text: str) -> int:
    """Terminal columns.

    >>> width("3.2万亩")
    7
    """
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 0 if unicodedata.combining(c) else 1 for c in text)


def shortened(text: str, most: int) -> str:
    flat = " ".join(text.split())
    if width(flat) <= most:
        return flat
    ends = accumulate(width(c) for c in flat)
    return flat[: sum(1 for end in ends if end <= most - 1)] + "…"


def _padded(text: str, columns: int) -> str:
    return text + " " * (columns - width(text))
