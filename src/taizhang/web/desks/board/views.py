"""总览。The board."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from taizhang.ledger.light import WORST_FIRST
from taizhang.papers.sheet import Cell, Column
from taizhang.queries.board import STALL, Board
from taizhang.queries.board import board as query
from taizhang.queries.filter import Filter
from taizhang.queries.measures import Sums
from taizhang.store import clock
from taizhang.web.desks.board.shown import UnitRow, base_of, measures, stands, unit_row
from taizhang.web.labels import label
from taizhang.web.lights import light_of
from taizhang.web.pages import table_response
from taizhang.web.person import asker


@require_safe
def board(request: HttpRequest) -> HttpResponse:
    """The board; ``?as=xlsx`` takes away its first table, ``&table=states`` or ``=measure`` another."""
    asked, on = Filter.read(request.GET), clock.today()
    found = query(asker(request), asked, on=on)
    if request.GET.get("as") == "xlsx":
        return _SHEETS.get(request.GET.get("table", ""), _lights)(request, found)
    return render(request, "board/board.html", _context(request, asked, found))


def _context(request: HttpRequest, asked: Filter, found: Board) -> dict[str, Any]:
    base = base_of(asked)
    return {
        "board": found,
        "base": base,
        "on": clock.today(),
        "at": clock.now(),
        "rows": [unit_row(row) for row in found.rows],
        "whole": unit_row(found.whole),
        "colours": WORST_FIRST,
        "measures": measures(found, base),
        "places": found.measure.places if found.measure else 0,
        "since": found.stalled_since.isoformat(),
        "weeks": STALL // 7,
        "stands": stands(found, clock.today()),
        "all_units": len(found.rows),
    }


def _lights(request: HttpRequest, found: Board) -> HttpResponse:
    columns = [Column(_("牵头单位"), width=18)]
    columns += [Column(str(light_of(name).word), "number") for name in WORST_FIRST]
    columns += [Column(_("合计"), "number"), Column(_("销号率"), "percent", places=1)]
    return table_response(request, _("各单位灯号"), columns, [_light_row(row) for row in _all(found)])


def _light_row(row: UnitRow) -> tuple[Cell, ...]:
    rate = row.row.closed / row.row.total if row.row.total else None
    return (row.name, *(row.row.lights[name] for name in WORST_FIRST), row.row.total, rate)


def _states(request: HttpRequest, found: Board) -> HttpResponse:
    columns = [Column(_("牵头单位"), width=18)]
    columns += [Column(label(column.label), "number") for column in found.columns]
    rows: list[tuple[Cell, ...]] = [
        (r.name, *(r.row.states.get(c.state, 0) for c in found.columns)) for r in _all(found)
    ]
    return table_response(request, _("各单位办到哪一步"), columns, rows)


def _measure(request: HttpRequest, found: Board) -> HttpResponse:
    shown = found.measure
    if shown is None:
        return _lights(request, found)
    names = (_("目标"), _("已报"), _("已核"), _("只报未核"), _("按已核还差"), _("今日应到"))
    columns = [Column(_("牵头单位"), width=18), Column(_("笔数"), "number")]
    columns += [Column(name, "number", unit=shown.unit, places=shown.places) for name in names]
    rows = [_measure_row(row) for row in (*shown.rows, shown.whole)]
    return table_response(request, shown.kind.measure, columns, rows)


def _measure_row(row: Sums) -> tuple[Cell, ...]:
    figures = (row.target, row.claimed, row.verified, row.open, row.outstanding, row.planned)
    return (row.name or _("全县"), row.accounts, *(Fraction(q.text().rstrip("…")) for q in figures))


def _all(found: Board) -> list[UnitRow]:
    return [unit_row(row) for row in (*found.rows, found.whole)]


_SHEETS = {"states": _states, "measure": _measure}
