"""所得摊平成表：一类一张，一条一行，带位置和原文。Findings laid flat: a table a kind, a row a finding."""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction

from taizhang.reading.reading import Reading
from taizhang.reading.sheet import understand
from taizhang.reading.sheet_values import Column, SheetRow
from taizhang.text.span import Span

Value = str | int | float | None
Line = dict[str, Value]

COLUMNS: dict[str, tuple[str, ...]] = {
    "items": ("place", "kind", "modality", "topic", "quote", "deadline", "actor", "concrete"),
    "measures": ("place", "quote", "value", "unit", "bound"),
    "projects": ("place", "quote", "stage", "invest", "count"),
    "frameworks": ("place", "quote", "count", "members"),
    "columns": ("sheet", "header", "field", "confidence", "reason", "unit"),
    "entries": ("place", "group", "entry", "target", "lead_unit", "co_units", "leader", "due", "total_investment"),
}
"""The tables and their columns, in the order shown. Investment is in 万元; a sheet's own figures as printed."""

_TEN_THOUSAND = 10_000


@dataclass(frozen=True, slots=True)
class Tables:
    """One document's findings; ``meta`` holds what the page says of itself."""

    meta: dict[str, str] = field(default_factory=dict)
    tables: dict[str, list[Line]] = field(default_factory=dict)


def tables(reading: Reading) -> Tables:
    """Quotes are of the repaired text; places lead to the original."""
    meta = reading.meta
    said = {
        "title": _words(reading, meta.title) or reading.source.title,
        "published": meta.published or reading.source.published,
        "outlet": _words(reading, meta.outlet) or reading.source.outlet,
        "of": meta.place,
        "speaker": meta.speaker,
        "role": meta.role,
    }
    return Tables(
        {key: value for key, value in said.items() if value},
        {
            "items": _items(reading),
            "measures": _measures(reading),
            "projects": _projects(reading),
            "frameworks": _frameworks(reading),
            **_sheets(reading),
        },
    )


def _items(reading: Reading) -> list[Line]:
    return [
        {
            **_at(reading, item.at),
            "kind": item.kind,
            "modality": item.modality,
            "topic": item.topic,
            "deadline": item.deadline.printed if item.deadline else "",
            "actor": item.actor or "、".join(item.owners),
            "concrete": "yes" if item.concrete else "no",
        }
        for item in reading.items
    ]


def _measures(reading: Reading) -> list[Line]:
    return [
        {
            **_at(reading, measure.at),
            "value": number(measure.value),
            "unit": measure.unit,
            "bound": measure.bound,
        }
        for measure in reading.measures
    ]


def _projects(reading: Reading) -> list[Line]:
    return [
        {
            **_at(reading, project.at),
            "stage": project.stage,
            "invest": None if project.invest_yuan is None else number(project.invest_yuan / _TEN_THOUSAND),
            "count": project.count,
        }
        for project in reading.projects
    ]


def _frameworks(reading: Reading) -> list[Line]:
    return [
        {
            **_at(reading, framework.at),
            "count": "+".join(map(str, framework.n)) if isinstance(framework.n, tuple) else framework.n,
            "members": "、".join(member.name for member in framework.members),
        }
        for framework in reading.frameworks
    ]


def _sheets(reading: Reading) -> dict[str, list[Line]]:
    """How the columns of the document's tables were understood, and their rows; nothing where it has no table."""
    source = reading.source
    understood = [sheet for table in source.tables if not (sheet := understand(table, source.text)).trouble]
    if not understood:
        return {}
    return {
        "columns": [_column(sheet.name, column) for sheet in understood for column in sheet.columns],
        "entries": [_entry(row) for sheet in understood for row in sheet.rows],
    }


def _column(name: str, column: Column) -> Line:
    return {
        "sheet": name,
        "header": column.header,
        "field": column.field,
        "confidence": column.confidence,
        "reason": column.reason,
        "unit": column.unit,
    }


def _entry(row: SheetRow) -> Line:
    said: Line = {name: "、".join(cell.text for cell in row.all(name)) for name in COLUMNS["entries"][3:]}
    entry = row.get("task") or row.get("project") or row.get("content")
    return {"place": row.place, "group": " / ".join(row.groups), "entry": entry, **said}


def _at(reading: Reading, at: Span) -> Line:
    return {"place": reading.anchor(at).place, "quote": at.of(reading.text).replace("\n", "")}


def _words(reading: Reading, at: Span | None) -> str:
    return "" if at is None else at.of(reading.text)


def number(value: Fraction) -> int | float:
    """Whole numbers stay whole."""
    return int(value) if value.denominator == 1 else float(value)
