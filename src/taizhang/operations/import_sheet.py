"""收表：去年的任务分解表，认好列，一行一条。Take a task table in: its columns understood, a draft from every row."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, datetime
from fractions import Fraction
from typing import Any

from taizhang.formats.door import open_document
from taizhang.formats.source import Source
from taizhang.ledger.dates import NotADate, PartialDate
from taizhang.ledger.quantity import NotAQuantity, Quantity, of, parse
from taizhang.ledger.requests import Actor
from taizhang.operations.decide_drafts import Stone
from taizhang.operations.proposals import SHARE, TITLE, Match, quantity_of, target_fields
from taizhang.operations.take_in import IntakeRefused, only_office
from taizhang.operations.unit_names import leaders, matcher
from taizhang.reading.clock import Clock
from taizhang.reading.deadlines import deadlines
from taizhang.reading.measures import measures
from taizhang.reading.sheet import understand
from taizhang.reading.sheet_values import Column, SheetReading, SheetRow
from taizhang.store import drafts, files
from taizhang.store.drafts import Document, Draft, DraftSettled
from taizhang.text.edits import Edits
from taizhang.text.span import Span

Chosen = Mapping[int, Mapping[int, str]]
"""By table, by column: the field a person has set."""


def understood(document: str, chosen: Chosen | None = None) -> list[SheetReading]:
    """Every table of a kept sheet, with what its columns were taken for."""
    source = _source(drafts.document(document))
    return [understand(table, source.text, (chosen or {}).get(i)) for i, table in enumerate(source.tables)]


def _source(kept: Document) -> Source:
    with files.read(kept.file) as file:
        return open_document(file.read(), kept.name)


def import_sheet(*, document: str, chosen: Chosen, by: Actor, at: datetime) -> int:
    """Make the drafts of a sheet, in place of any made before; returns how many.

    Raises:
        IntakeRefused: ``intake.not_office``, ``intake.no_sheet`` (a text, not a sheet), ``intake.opened`` (an entry
            was opened from it already), ``intake.no_rows`` (no table has a row to take).
    """
    only_office(by)
    kept = drafts.document(document)
    if kept.genre != "sheet":
        raise IntakeRefused("intake.no_sheet")
    edits = drafts.edits_of(kept)
    units, heads = matcher(), leaders()
    found = [
        _RowReader(_clock(f"{kept.title} {sheet.title}", at.date()), edits, units, heads).draft(
            sheet, row, _table(sheet)
        )
        for sheet in understood(document, chosen)
        for row in sheet.rows
        if not row.continues
    ]
    named = [draft for draft in found if draft.title]
    if not named:
        raise IntakeRefused("intake.no_rows")
    try:
        drafts.replace_all(document, [replace(d, payload={**d.payload, "ordinal": n}) for n, d in enumerate(named, 1)])
    except DraftSettled as error:
        raise IntakeRefused("intake.opened") from error
    return len(named)


def _clock(title: str, today: date) -> Clock:
    """12月底 in a table that calls itself that of 2025 is the end of 2025."""
    said = re.search(r"(20\d\d)\s*年", title)
    if said and int(said.group(1)) != today.year:
        return Clock(int(said.group(1)), 0, 0, "document")
    return Clock(today.year, today.month, today.day, "document")


def _table(sheet: SheetReading) -> dict[str, Column]:
    columns: dict[str, Column] = {}
    for column in sheet.columns:
        columns.setdefault(column.field, column)
    return columns


_SEVERAL = re.compile(r"[、，,；;/\s]+")
_PLAIN = re.compile(r"[\d.,]+")


class _RowReader:
    """Turns rows into drafts for one county, by the clock of their table."""

    def __init__(self, clock: Clock, edits: Edits, units_of: Match, leader_of: Callable[[str], str]) -> None:
        self.edits = edits
        self.units_of = units_of
        self.leader_of = leader_of
        self.clock = clock

    def draft(self, sheet: SheetReading, row: SheetRow, columns: Mapping[str, Column]) -> Draft:
        """One row as a draft; a row without any name of a task comes back without a title."""
        head = next((cell for name in ("task", "project", "content", "target") for cell in row.all(name)), None)
        span = head.span if head else Span(0, 0)
        repaired = self.edits.to_repaired(span)
        lead, co = self._units(row)
        due, why = self._due(row.get("due"))
        draft = Draft(
            kind="project" if columns.get("project") and not row.get("task") else "item",
            title=" ".join(head.text.split())[:TITLE].strip("。；;，, ") if head else "",
            order=row.row,
            start=repaired.start,
            end=repaired.end,
            source_start=span.start,
            source_end=span.end,
            place=row.place,
            quote=head.text if head else "",
            lead_unit=lead,
            co_units=co,
            leader=self.leader_of(row.get("leader")) if row.get("leader") else "",
            due=due,
            payload={"kind": "task", "why": why, "groups": list(row.groups), "sheet": sheet.name},
        )
        quantity, fields = self._target(sheet, row, columns)
        if quantity is None:
            return draft
        return replace(draft, **fields, milestones=tuple(self._milestones(row, sheet, quantity)))

    def _units(self, row: SheetRow) -> tuple[str, tuple[str, ...]]:
        """The first unit leads; a column of several has the lead first (DOMAIN §1.3, S13)."""
        printed = [word for name in ("lead_unit", "units") for word in _SEVERAL.split(row.get(name)) if word]
        helping = [word for cell in row.all("co_units") for word in _SEVERAL.split(cell.text) if word]
        first = self.units_of(printed[0]) if printed else ()
        lead = first[0] if len(first) == 1 else ""
        named = dict.fromkeys(code for word in (*printed, *helping) for code in self.units_of(word))
        return lead, tuple(code for code in named if code != lead)

    def _due(self, written: str) -> tuple[str, list[str]]:
        if not written.strip():
            return "", ["due_missing"]
        try:
            return PartialDate.read(written.strip()[:10]).iso, []
        except NotADate:
            pass
        found = deadlines(written, Span(0, len(written)), self.clock)
        if found and found[0].until is not None:
            return str(found[0].until), []
        return "", ["due_question"]

    def _target(
        self, sheet: SheetReading, row: SheetRow, columns: Mapping[str, Column]
    ) -> tuple[Quantity | None, dict[str, Any]]:
        """From the target's words, from a bare figure with a unit column, or from the year's investment."""
        for name in ("target", "task", "content"):
            text = row.get(name)
            for measure in measures(text, Span(0, len(text))) if text else ():
                quantity = quantity_of(measure)
                if quantity is not None and measure.role not in ("capacity", "growth"):
                    return quantity, {**target_fields(measure, quantity), "measure": _named(row)}
        unit = row.get("measure_unit") or (columns["target"].unit if "target" in columns else "")
        bare = self._bare(row.get("target"), unit, row)
        if bare[0] is not None or "year_investment" not in columns:
            return bare
        money = columns["year_investment"].unit or sheet.unit or "万元"
        return self._bare(row.get("year_investment"), money, row, measure="年度投资")

    def _bare(self, figure: str, unit: str, row: SheetRow, measure: str = "") -> tuple[Quantity | None, dict[str, Any]]:
        if not unit or not _PLAIN.fullmatch(figure.strip()):
            return None, {}
        try:
            quantity = parse(figure, unit)
        except NotAQuantity:
            return None, {}
        fields = {
            "target_kind": "rate" if quantity.symbol in SHARE else "amount",
            "bound": "ge",
            "amount": quantity.amount,
            "unit": quantity.symbol,
        }
        return quantity, {**fields, "measure": measure or _named(row)}

    def _milestones(self, row: SheetRow, sheet: SheetReading, whole: Quantity) -> list[Stone]:
        """Cells under 3月, 第二季度 …: by when, how much so far."""
        stones: list[Stone] = []
        headers = {column.index: column.header for column in sheet.columns}
        for cell in row.all("milestone"):
            due, why = self._due(headers.get(cell.column, ""))
            if why or not cell.text.strip():
                continue
            stones.append({"due": due, "title": cell.text.strip()[:200], "amount": _so_far(cell.text, whole)})
        return stones


def _so_far(text: str, whole: Quantity) -> int | None:
    """A bare figure is in the target's unit; a share is of the target; an event has none."""
    words = text.strip()
    try:
        if words.endswith(("%", "％")):
            return int(whole.amount * Fraction(words[:-1]) / 100)
        if _PLAIN.fullmatch(words):
            return of(Fraction(words.replace(",", "")), whole.symbol).amount
    except (NotAQuantity, ValueError):
        return None
    found = (quantity_of(measure) for measure in measures(words, Span(0, len(words))))
    same = (q for q in found if q is not None and q.unit.dimension == whole.unit.dimension)
    return next((q.amount for q in same if q.amount <= whole.amount), None)


def _named(row: SheetRow) -> str:
    return " ".join((row.get("task") or row.get("project") or row.get("content")).split())[:20]
