"""总览：各单位和全县的灯、状态、销号率；每个数都数得到行。The board: lights, states and rates, per unit and in all."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from taizhang.books import book as load_book
from taizhang.ledger.book import Label
from taizhang.ledger.light import WORST_FIRST
from taizhang.ledger.requests import Actor
from taizhang.queries.entries import lines
from taizhang.queries.filter import Filter
from taizhang.queries.line import Line
from taizhang.queries.measures import Kind, Measure, kinds, measure
from taizhang.queries.names import Names, names
from taizhang.queries.selection import select, stalled, tally
from taizhang.queries.visibility import visible_entries

STALL = 21
"""Days without a figure after which an account stands still: three weekly dispatches."""
STALLED = 7
"""Rows of the list of accounts that stand still."""


@dataclass(frozen=True, slots=True)
class Row:
    """One lead unit, or all (empty ``code``): accounts by light and by state; ``closed`` of ``total`` are settled."""

    code: str
    name: str
    lights: dict[str, int]
    states: dict[str, int]

    @property
    def total(self) -> int:
        return sum(self.lights.values())

    @property
    def closed(self) -> int:
        return self.lights.get("done", 0)


@dataclass(frozen=True, slots=True)
class Column:
    """A state of a book as a column. States of one name in several books share a column."""

    state: str
    label: Label


@dataclass(frozen=True, slots=True)
class Board:
    """What the board shows on a day. ``ended`` accounts (cancelled with approval) are counted nowhere else."""

    rows: tuple[Row, ...]
    whole: Row
    columns: tuple[Column, ...]
    ended: int
    kinds: tuple[Kind, ...]
    measure: Measure | None
    stalled: tuple[Line, ...]
    stalled_total: int
    stalled_since: date
    names: Names = field(repr=False)


def board(actor: Actor, asked: Filter, *, on: date) -> Board:
    """The board over the accounts this person may see, narrowed by a filter; the number of queries is fixed."""
    known = names()
    found = select(visible_entries(actor), asked.but(measure="", dim="", kind=""), on).order_by()
    counted = tally(found, "lead_unit_id", "book", "state", "colour")
    rows = [_row(code, known.unit(code), (c for c in counted if c[0] == code)) for code in {c[0] for c in counted}]
    offered = kinds(actor)
    chosen = _chosen(offered, asked)
    since = on - timedelta(days=STALL)
    quiet = stalled(found, since)
    ids = quiet.order_by("reported", "opened_on", "id").values_list("id", flat=True)[:STALLED]
    return Board(
        rows=tuple(sorted(rows, key=lambda row: _worst(row, known))),
        whole=_row("", "", counted),
        columns=_columns(counted),
        ended=select(visible_entries(actor), asked.but(account="end"), on).count(),
        kinds=offered,
        measure=measure(actor, chosen, known, on=on, asked=asked) if chosen else None,
        stalled=tuple(lines(ids, known, on)),
        stalled_total=quiet.count(),
        stalled_since=since,
        names=known,
    )


def _row(code: str, name: str, cells: Iterable[tuple[Any, ...]]) -> Row:
    row = Row(code, name, dict.fromkeys(WORST_FIRST, 0), {})
    for _lead, _book, state, colour, n in cells:
        row.lights[colour] += n
        row.states[state] = row.states.get(state, 0) + n
    return row


def _worst(row: Row, known: Names) -> tuple[int, int, int]:
    """By red, then amber, then the order of the registry: an order of work, not of merit."""
    unit = known.units.get(row.code)
    return (-row.lights["red"], -row.lights["amber"], unit.order if unit else 0)


def _columns(cells: Iterable[tuple[Any, ...]]) -> tuple[Column, ...]:
    """The states that occur, in the order of their books."""
    columns: dict[str, Column] = {}
    occurring = {(book, state) for _lead, book, state, _colour, _n in cells}
    for name in sorted({book for book, _state in occurring}, reverse=True):
        for state in load_book(name).states.values():
            if (name, state.name) in occurring:
                columns.setdefault(state.name, Column(state.name, state.label))
    return tuple(columns.values())


def _chosen(offered: tuple[Kind, ...], asked: Filter) -> Kind | None:
    """The measure asked for, else the most used."""
    named = (kind for kind in offered if kind.measure == asked.measure and asked.dim in ("", kind.dimension))
    return next(named, offered[0] if offered else None)
