"""灯号：由进度与序时推出来，从不存颜色。Lights are derived, never stored; only the dates they change on are.

DOMAIN §1.6: gap = actual % − planned %; green ≥ −10, amber to −30, red below, or a hard milestone missed, or a zero
target breached; blue is closed, grey is not yet due. The colour follows what is claimed until the verification window
ends, then what is verified (DESIGN, "Time").
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from itertools import pairwise
from typing import Literal

from taizhang.ledger.book import Book, LightRules
from taizhang.ledger.entry import Entry
from taizhang.ledger.target import covers

Colour = Literal["red", "amber", "green", "done", "grey"]
WORST_FIRST: tuple[Colour, ...] = ("red", "amber", "green", "done", "grey")


@dataclass(frozen=True, slots=True)
class Light:
    """``rule`` names what made it; percentages are exact, gap in points; ``basis`` is claimed or verified."""

    colour: Colour
    rule: str
    basis: Literal["claimed", "verified", ""] = ""
    actual: Fraction | None = None
    planned: Fraction | None = None

    @property
    def gap(self) -> Fraction | None:
        return self.actual - self.planned if self.actual is not None and self.planned is not None else None


@dataclass(frozen=True, slots=True)
class LightDates:
    """When the light changes if nothing more is posted: grey before ``green``, then green, amber, red from these days.

    ``None`` means never; a closed or ended entry has ``fixed`` instead.
    """

    green: date | None = None
    amber: date | None = None
    red: date | None = None
    fixed: Colour | None = None


def light(book: Book, entry: Entry, on: date) -> Light:
    """The light of an entry on a day, with the rule that made it."""
    account = book.account(entry.state)
    if account == "close":
        return Light("done", "closed")
    if account == "end":
        return Light("grey", "ended")
    if entry.paused and entry.paused[-1][1] is None and on >= entry.paused[-1][0]:
        return Light("grey", "suspended")
    if entry.target.kind == "zero" and (entry.claimed.amount or entry.verified.amount):
        return Light("red", "breached")
    if on < entry.start.first and entry.claimed.amount is None:
        return Light("grey", "not_started")
    if entry.target.counts_up:
        return _on_curve(book.lights, entry, on)
    return _by_the_day(book.lights, entry, on)


def _on_curve(rules: LightRules, entry: Entry, on: date) -> Light:
    done, basis = counted(rules, entry, on)
    actual = Fraction(done * 100, entry.target.amount)
    plan = planned(entry, on)
    late = _missed_hard(rules, entry, on, done)
    gap = actual - plan
    if gap < rules.red or late:
        return Light("red", "hard_milestone" if late else "behind", basis, actual, plan)
    if gap < rules.amber:
        return Light("amber", "lagging", basis, actual, plan)
    return Light("green", "on_plan", basis, actual, plan)


def counted(rules: LightRules, entry: Entry, on: date) -> tuple[int, Literal["claimed", "verified"]]:
    """What counts on a day, in sub-units: verified, plus claims whose verification window is still open."""
    moves = [m for m in entry.moves if m.effective <= on]
    verified = sum(m.verified for m in moves)
    fresh = sum(
        m.claimed for m in moves if m.claimed > 0 and not m.undone and on <= _window_end(rules, m.recorded.date())
    )
    claimed = sum(m.claimed for m in moves)
    settled = min(claimed, max(verified, verified + min(fresh, claimed - verified)))
    return settled, "claimed" if settled > verified else "verified"


def _window_end(rules: LightRules, recorded: date) -> date:
    return recorded + timedelta(days=rules.window)


def still(entry: Entry, on: date) -> timedelta:
    """How long the clock has stood still before a day."""
    runs = ((since, min(until or on, on)) for since, until in entry.paused if since < on)
    return sum((until - since for since, until in runs), timedelta())


def planned(entry: Entry, on: date) -> Fraction:
    """Planned progress (序时进度) in per cent: along the milestones with amounts, straight between them.

    Days on which the clock stood still do not count.
    """
    on -= still(entry, on)
    knots = [(entry.start.first, Fraction(0))]
    knots += [
        (m.due.last, Fraction(m.amount * 100, entry.target.amount)) for m in entry.milestones if m.amount is not None
    ]
    if knots[-1][0] < entry.due.last:
        knots.append((entry.due.last, Fraction(100)))
    if on <= knots[0][0]:
        return Fraction(0)
    for (left, low), (right, high) in pairwise(knots):
        if on <= right:
            return low + (high - low) * Fraction((on - left).days, max(1, (right - left).days))
    return knots[-1][1]


def _missed_hard(rules: LightRules, entry: Entry, on: date, done: int) -> bool:
    return any(
        m.hard and (m.amount or 0) > done and on > m.due.last + timedelta(days=rules.hard) for m in entry.milestones
    )


def _by_the_day(rules: LightRules, entry: Entry, on: date) -> Light:
    """An account that is reached or not: amber as its day comes near, red once it has passed."""
    due = entry.due.last + still(entry, on)
    reached = covers(entry.target, entry.verified, period_ended=on > due)
    if reached or (entry.target.kind == "zero" and not entry.claimed.amount):
        return Light("green", "reached" if reached else "no_breach")
    if on > due and not _delivered(rules, entry, on):
        return Light("red", "overdue")
    if on > due - timedelta(days=rules.notice) and entry.claimed.amount is None:
        return Light("amber", "due_soon")
    return Light("green", "in_time")


def _delivered(rules: LightRules, entry: Entry, on: date) -> bool:
    """Claimed and still inside the window in which somebody must look."""
    return any(m.claimed > 0 and not m.undone and on <= _window_end(rules, m.recorded.date()) for m in entry.moves)


def light_dates(book: Book, entry: Entry) -> LightDates:
    """The days on which the light changes if nothing more is posted. Projections store these."""
    account = book.account(entry.state)
    if account in ("close", "end"):
        return LightDates(fixed="done" if account == "close" else "grey")
    if entry.paused and entry.paused[-1][1] is None:
        return LightDates(fixed="grey")
    since = max([entry.start.first, *(m.effective for m in entry.moves)])
    until = _horizon(book.lights, entry)
    amber = _first(book, entry, since, until, ("amber", "red"))
    return LightDates(
        green=entry.start.first if entry.claimed.amount is None else entry.opened.date(),
        amber=amber,
        red=_first(book, entry, amber, until, ("red",)) if amber else None,
    )


def _horizon(rules: LightRules, entry: Entry) -> date:
    last = max([entry.due.last, *(m.recorded.date() for m in entry.moves)])
    return last + still(entry, date.max) + timedelta(days=max(rules.window, rules.hard) + 2)


def _first(book: Book, entry: Entry, since: date, until: date, colours: tuple[Colour, ...]) -> date | None:
    """Bisect: without new postings the light only gets worse."""
    low, high = 0, (until - since).days
    if high < 0 or light(book, entry, until).colour not in colours:
        return None
    while low < high:
        middle = (low + high) // 2
        if light(book, entry, since + timedelta(days=middle)).colour in colours:
            high = middle
        else:
            low = middle + 1
    return since + timedelta(days=low)


def colour_on(dates: LightDates, on: date) -> Colour:
    """The colour that the stored days give; equals :func:`light` when nothing is posted after them."""
    if dates.fixed:
        return dates.fixed
    if dates.red and on >= dates.red:
        return "red"
    if dates.amber and on >= dates.amber:
        return "amber"
    return "green" if dates.green is None or on >= dates.green else "grey"
