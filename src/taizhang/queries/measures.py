"""一次一个口径：目标、已报、已核、还差，分单位和全县。One measure at a time, per unit and in all.

Figures add only within one measure and dimension (DESIGN, "Quantities"). An account decomposed within its measure is
represented by its parts.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from taizhang.ledger.entry import Entry
from taizhang.ledger.quantity import Quantity
from taizhang.ledger.requests import Actor
from taizhang.queries.accounts import accounts
from taizhang.queries.curve import Point, curve
from taizhang.queries.filter import Filter
from taizhang.queries.line import planned_on
from taizhang.queries.names import Names
from taizhang.queries.selection import leaves, select, tally
from taizhang.queries.visibility import visible_entries
from taizhang.store.models import EntryRow


@dataclass(frozen=True, slots=True)
class Kind:
    """A measure that can be chosen: its name, its dimension, how many accounts count it."""

    measure: str
    dimension: str
    accounts: int


@dataclass(frozen=True, slots=True)
class Sums:
    """The balances of some accounts of one measure, all printed in ``unit``. ``code`` is a unit, empty for all."""

    code: str
    name: str
    accounts: int
    target: Quantity
    claimed: Quantity
    verified: Quantity
    planned: Quantity

    @property
    def open(self) -> Quantity:
        """只报未核."""
        return Quantity(max(0, self.claimed.amount - self.verified.amount), self.target.symbol)

    @property
    def outstanding(self) -> Quantity:
        """按已核还差."""
        return Quantity(max(0, self.target.amount - self.verified.amount), self.target.symbol)


@dataclass(frozen=True, slots=True)
class Measure:
    """One measure: a row a unit, the sum, and the curve. ``split`` accounts are represented by their parts."""

    kind: Kind
    unit: str
    rows: tuple[Sums, ...]
    whole: Sums
    points: tuple[Point, ...]
    split: int

    @property
    def places(self) -> int:
        """Decimals that every figure of the table needs to stand as it was posted, four at most."""
        figures = (q.text() for row in self.rows for q in (row.target, row.claimed, row.verified))
        return min(4, max((len(text.rstrip("…").partition(".")[2]) for text in figures), default=0))


def kinds(actor: Actor) -> tuple[Kind, ...]:
    """Measures with a counted target among the accounts a person may see, the most used first."""
    found = [Kind(*row) for row in tally(_counted(actor), "measure", "dimension")]
    return tuple(sorted(found, key=lambda kind: (-kind.accounts, kind.measure, kind.dimension)))


def _counted(actor: Actor) -> QuerySet[EntryRow]:
    """Accounts whose figures add; an upper bound (≤) does not count up."""
    rows = visible_entries(actor).exclude(account="end").filter(target_kind="amount").exclude(measure="")
    return leaves(rows.exclude(bound="le"))


def measure(actor: Actor, kind: Kind, known: Names, *, on: date, asked: Filter | None = None) -> Measure | None:
    """The table of one measure; nothing when no account counts it."""
    wanted = (asked or Filter()).but(measure=kind.measure, dim=kind.dimension, kind="amount", leaf="1")
    rows = select(visible_entries(actor), wanted, on).exclude(bound="le")
    entries = [account.entry for account in accounts(rows.values_list("id", flat=True)).values()]
    if not entries:
        return None
    unit = Counter(entry.target.unit for entry in entries).most_common(1)[0][0]
    units = [code for code in known.units if any(entry.lead_unit == code for entry in entries)]
    sums = [_sums(code, known.unit(code), (e for e in entries if e.lead_unit == code), unit, on) for code in units]
    whole = select(visible_entries(actor), wanted.but(leaf=""), on).exclude(bound="le").count()
    return Measure(
        kind=kind,
        unit=unit,
        rows=tuple(sorted(sums, key=lambda row: -row.open.amount)),
        whole=_sums("", "", entries, unit, on),
        points=curve(entries, unit, on),
        split=whole - len(entries),
    )


def _sums(code: str, name: str, some: Iterable[Entry], unit: str, on: date) -> Sums:
    entries = list(some)
    due = (planned_on(entry, on) for entry in entries)
    return Sums(
        code=code,
        name=name,
        accounts=len(entries),
        target=Quantity(sum(entry.target.amount for entry in entries), unit),
        claimed=Quantity(sum(entry.claimed.amount or 0 for entry in entries), unit),
        verified=Quantity(sum(entry.verified.amount or 0 for entry in entries), unit),
        planned=Quantity(sum(quantity.amount for quantity in due if quantity), unit),
    )
