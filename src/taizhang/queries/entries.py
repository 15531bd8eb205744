"""台账的表：筛、排、分组、分页。The list of accounts: filter, order, group, page."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from taizhang.ledger.light import WORST_FIRST
from taizhang.ledger.requests import Actor
from taizhang.queries.accounts import accounts
from taizhang.queries.filter import Filter
from taizhang.queries.line import Line, line
from taizhang.queries.names import Names, names
from taizhang.queries.selection import ordered, select, tally
from taizhang.queries.visibility import visible_entries

SIZE = 50
"""Rows a page."""


@dataclass(frozen=True, slots=True)
class Group:
    """A group row: its key as the filter names it, its print, how many accounts of each light."""

    key: str
    name: str
    counts: dict[str, int]

    @property
    def total(self) -> int:
        return sum(self.counts.values())

    @property
    def lights(self) -> list[tuple[str, int]]:
        """Worst first, without those that do not occur."""
        return [(colour, self.counts[colour]) for colour in WORST_FIRST if colour in self.counts]


@dataclass(frozen=True, slots=True)
class Listing:
    """One page of the table. ``whole`` counts what the person may see, ``total`` what the filter found."""

    lines: tuple[Line, ...]
    total: int
    whole: int
    number: int
    names: Names
    groups: dict[str, Group] = field(default_factory=dict)

    @property
    def counts(self) -> dict[str, int]:
        """Lights of this page."""
        found: dict[str, int] = {}
        for one in self.lines:
            found[one.light.colour] = found.get(one.light.colour, 0) + 1
        return found


def listing(actor: Actor, asked: Filter, *, on: date, number: int = 1, size: int | None = SIZE) -> Listing:
    """A page of the accounts a filter means; ``size`` None gives all of them, for a sheet."""
    mine = visible_entries(actor)
    found = select(mine, asked, on)
    total = found.count()
    last = max(1, -(-total // size)) if size else 1
    number = max(1, min(number, last))
    ids = ordered(found, asked).values_list("id", flat=True)
    page = list(ids[(number - 1) * size : number * size] if size else ids)
    known = names()
    return Listing(
        lines=tuple(lines(page, known, on)),
        total=total,
        whole=mine.exclude(account="end").count(),
        number=number,
        names=known,
        groups=_groups(actor, asked, known, on) if asked.group else {},
    )


def lines(ids: Iterable[str], known: Names, on: date) -> list[Line]:
    """Rows for these accounts, in this order."""
    wanted = list(ids)
    found = accounts(wanted)
    return [line(found[one], known, on) for one in wanted if one in found]


def _groups(actor: Actor, asked: Filter, known: Names, on: date) -> dict[str, Group]:
    column = {"topic": "topic", "lead": "lead_unit_id", "light": "colour"}[asked.group]
    groups: dict[str, Group] = {}
    for key, colour, n in tally(select(visible_entries(actor), asked, on), column, "colour"):
        name = known.unit(key) if asked.group == "lead" else key
        groups.setdefault(key, Group(key, name, {})).counts[colour] = n
    return groups


def group_key(one: Line, group: str) -> str:
    """Which group a row stands in."""
    return {"topic": one.topic, "lead": one.lead, "light": one.light.colour}.get(group, "")


@dataclass(frozen=True, slots=True)
class Choices:
    """What the filters offer: only values that occur in accounts this person may see."""

    books: tuple[str, ...]
    topics: tuple[str, ...]
    leads: tuple[tuple[str, str], ...]
    leaders: tuple[tuple[str, str], ...]


def choices(actor: Actor, known: Names) -> Choices:
    """One query over the accounts a person may see."""
    rows = set(visible_entries(actor).order_by().values_list("book", "topic", "lead_unit_id", "leader_id").distinct())

    def units(codes: set[str]) -> tuple[tuple[str, str], ...]:
        return tuple((u.code, u.short or u.name) for u in known.units.values() if u.code in codes)

    return Choices(
        books=tuple(sorted({row[0] for row in rows})),
        topics=tuple(sorted({row[1] for row in rows if row[1]})),
        leads=units({row[2] for row in rows}),
        leaders=units({row[3] for row in rows if row[3]}),
    )


@dataclass(frozen=True, slots=True)
class Picked:
    """Accounts picked by hand, in the order of the book."""

    lines: tuple[Line, ...]
    names: Names


def picked(actor: Actor, ids: Iterable[str], *, on: date) -> Picked:
    """Those of the accounts this person may see; whoever asks compares the number."""
    mine = visible_entries(actor).filter(id__in=list(ids)).order_by("book", "year", "serial")
    known = names()
    return Picked(tuple(lines(mine.values_list("id", flat=True), known, on)), known)
