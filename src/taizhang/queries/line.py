"""表里的一行：一笔账在某一天的样子。One account as a row of a table, on a day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from taizhang.ledger.book import Label
from taizhang.ledger.dates import PartialDate
from taizhang.ledger.entry import Entry
from taizhang.ledger.light import Light, light, planned
from taizhang.ledger.quantity import Quantity
from taizhang.ledger.target import outstanding
from taizhang.queries.accounts import Account
from taizhang.queries.names import Names

STEPS = {"open": "open", "deliver": "deliver", "verify": "verify", "close": "closed", "end": "end"}
"""The account a state belongs to, as the stepper of the look names it."""


@dataclass(frozen=True, slots=True)
class Line:
    """``None`` claimed or verified is 未报, ``None`` planned means that there is no curve."""

    id: str
    number: str
    title: str
    book: str
    state: str
    state_label: Label
    step: str
    light: Light
    lead: str
    lead_name: str
    leader: str
    leader_name: str
    co_names: tuple[str, ...]
    topic: str
    target: Quantity
    kind: str
    bound: str
    measure: str
    claimed: Quantity | None
    verified: Quantity | None
    planned: Quantity | None
    due: PartialDate
    original_due: PartialDate
    overdue: int
    reported: date | None
    closed: date | None
    digest: str
    sourced: bool
    version: int

    @property
    def counts_up(self) -> bool:
        return self.kind == "amount"

    @property
    def moved(self) -> bool:
        return self.due != self.original_due

    @property
    def places(self) -> int:
        """Decimals of the whole row of figures: as many as target, claim and verification need, four at most."""
        figures = (q.text().rstrip("…") for q in (self.target, self.claimed, self.verified) if q)
        return min(4, max(len(text.partition(".")[2]) for text in figures))

    @property
    def unchecked(self) -> Quantity | None:
        """Claimed and not verified; nothing when all is."""
        left = (self.claimed.amount if self.claimed else 0) - (self.verified.amount if self.verified else 0)
        return Quantity(left, self.target.symbol) if left > 0 else None


def line(account: Account, known: Names, on: date) -> Line:
    """What a table says of an account."""
    entry = account.entry
    state = account.book.states[entry.state]
    closing = account.latest("Closed")
    return Line(
        id=entry.id,
        number=entry.number,
        title=entry.title,
        book=entry.book,
        state=entry.state,
        state_label=state.label,
        step=STEPS[state.account],
        light=light(account.book, entry, on),
        lead=entry.lead_unit,
        lead_name=known.unit(entry.lead_unit),
        leader=entry.leader,
        leader_name=known.unit(entry.leader) if entry.leader else "",
        co_names=known.several(entry.co_units),
        topic=entry.topic,
        target=entry.target.quantity,
        kind=entry.target.kind,
        bound=entry.target.bound,
        measure=entry.target.measure,
        claimed=amount_of(entry, entry.claimed.amount),
        verified=amount_of(entry, entry.verified.amount),
        planned=planned_on(entry, on),
        due=entry.due,
        original_due=entry.original_due,
        overdue=_overdue(entry, account, on),
        reported=entry.reported,
        closed=entry.closed,
        digest=closing.digest if closing else "",
        sourced=entry.source is not None,
        version=entry.version,
    )


def amount_of(entry: Entry, amount: int | None) -> Quantity | None:
    return None if amount is None else Quantity(amount, entry.target.unit)


def planned_on(entry: Entry, on: date) -> Quantity | None:
    """今日应到, in whole sub-units; nothing for an account that is reached or not."""
    if not entry.target.counts_up:
        return None
    return Quantity(int(planned(entry, on) * entry.target.amount / 100), entry.target.unit)


def missing(entry: Entry) -> Quantity:
    """What verification still lacks."""
    return Quantity(outstanding(entry.target, entry.verified), entry.target.unit)


def _overdue(entry: Entry, account: Account, on: date) -> int:
    """Days past the present deadline while the account is not settled; 0 otherwise."""
    settled = account.book.account(entry.state) in ("close", "end")
    return 0 if settled else max(0, (on - entry.due.last).days)


def share(part: int, whole: int) -> Fraction | None:
    """A percentage, or nothing where there is no whole."""
    return Fraction(part * 100, whole) if whole else None
