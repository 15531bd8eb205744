"""时限：一笔账在走哪几个钟，哪天到，该提醒了没有。Which clocks of an account run, and when they are due.

A clock runs from the day the account came into its state, or from the last day of the act it names; it stops while
the account is suspended (停表) and ends once its act is done. The due date of the account itself is a clock too, but a
suspension does not move it: a date on a paper is moved by an extension alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from taizhang.ledger.book import Book, Clock, Days
from taizhang.ledger.calendar import Calendar, Pause
from taizhang.ledger.entry import ACT_OF, Entry, evolve, fold
from taizhang.ledger.posting import Posting, Urged

DEADLINE = "due"
"""The name of the clock that is the account's own due date (时限)."""
SAME = {"unchanged": "report"}
"""无变化 is a report (DESIGN, "Report once")."""
RUNNING = ("open", "deliver")
"""The accounts in which the due date still presses: what was delivered waits for others."""


@dataclass(frozen=True, slots=True)
class Standing:
    """What clocks ask of an account. ``acted``: the last day of each act; ``urged``: papers sent, with their days."""

    state: str
    entered: date
    due: date
    acted: Mapping[str, date] = field(default_factory=dict)
    paused: tuple[Pause, ...] = ()
    urged: tuple[tuple[str, date], ...] = ()

    @property
    def suspended(self) -> bool:
        return any(until is None for _, until in self.paused)


@dataclass(frozen=True, slots=True)
class ClockDue:
    """A clock that runs. ``due`` is its last day, ``None`` while it stands still; ``provisional`` is 暂."""

    name: str
    act: str
    start: date
    due: date | None
    calendar: Days
    provisional: bool = False
    remind: tuple[int, ...] = ()
    overdue: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Reminder:
    """``offset`` days from ``due`` (−3: three days before, in the clock's own days), to be sent from ``day`` on."""

    clock: str
    act: str
    due: date
    offset: int
    day: date
    provisional: bool


def standing(entry: Entry, urged: tuple[tuple[str, date], ...] = ()) -> Standing:
    """What an entry itself tells its clocks. It forgets on what day it came into a state it was suspended from, and
    acts that move no balance; :func:`told` does not.
    """
    entered = entry.entered or entry.opened.date()
    return Standing(entry.state, entered, entry.due.last, _remembered(entry), entry.paused, urged)


def told(book: Book, postings: Sequence[Posting]) -> Standing:
    """What all postings of an account tell its clocks: a suspension does not begin a clock anew."""
    entry, since = fold(book, postings[:1]), postings[0].at.date()
    for posting in postings[1:]:
        before, entry = entry, evolve(book, entry, posting)
        if entry.state != before.state and not {entry.state, before.state} & _rests(book):
            since = posting.at.date()
    urged = tuple((p.fact.step, p.effective) for p in postings if isinstance(p.fact, Urged))
    return Standing(entry.state, since, entry.due.last, days_of(postings), entry.paused, urged)


def _rests(book: Book) -> frozenset[str]:
    """The states that 暂停 leads into."""
    act = book.acts.get("suspend")
    return frozenset(act.moves.values()) if act else frozenset()


def _remembered(entry: Entry) -> dict[str, date]:
    found = {ACT_OF[m.kind]: m.recorded.date() for m in entry.moves if m.kind in ACT_OF and not m.undone}
    if entry.reported:
        found["report"] = max(entry.reported, found.get("report", entry.reported))
    return found


def days_of(postings: Iterable[Posting]) -> dict[str, date]:
    """The last day of each act, in the order of versions; a report of no change is a report."""
    kinds = ((ACT_OF.get(p.kind, p.kind), p.at.date()) for p in postings)
    return {SAME.get(act, act): day for act, day in kinds}


def clocks(book: Book, one: Standing, calendar: Calendar) -> tuple[ClockDue, ...]:
    """Every clock that runs for an account, the earliest due first, those that stand still last."""
    found = [*_in_state(book, one, calendar), *_deadline(book, one)]
    return tuple(sorted(found, key=lambda c: (c.due or date.max, c.name)))


def _in_state(book: Book, one: Standing, calendar: Calendar) -> Iterator[ClockDue]:
    for clock in book.clocks:
        start = one.acted.get(clock.since) if clock.since else one.entered
        if clock.state != one.state or start is None or _done(book, clock, one, start):
            continue
        yield _run(clock, start, one, calendar)


def _done(book: Book, clock: Clock, one: Standing, start: date) -> bool:
    """Whether an act that leaves the state as it is was done since the clock began; any other act leads out of it."""
    last = one.acted.get(clock.act)
    stays = book.acts[clock.act].moves.get(clock.state) == clock.state
    return stays and clock.act != clock.since and last is not None and last >= start


def _run(clock: Clock, start: date, one: Standing, calendar: Calendar) -> ClockDue:
    end = calendar.run(start, clock.days, clock.calendar, one.paused)
    due, provisional = (end.day, end.provisional) if end else (None, False)
    name = f"{clock.act}.{clock.since}" if clock.since else clock.act
    return ClockDue(name, clock.act, start, due, clock.calendar, provisional, clock.remind, clock.overdue)


def _deadline(book: Book, one: Standing) -> Iterator[ClockDue]:
    """The account's own date, while it is still to be delivered."""
    if book.account(one.state) in RUNNING:
        rule = book.deadline
        yield ClockDue(DEADLINE, "", one.entered, one.due, rule.calendar, False, rule.remind, rule.overdue)


def reminders(book: Book, one: Standing, on: date, calendar: Calendar) -> tuple[Reminder, ...]:
    """What is to be called to mind on a day: of each clock the latest reminder whose day has come.

    A reminder that would fall on the clock's first day or before it is none; a suspended account is left in peace.
    """
    if one.suspended:
        return ()
    running = clocks(book, one, calendar)
    latest = (_latest(clock, on, calendar) for clock in running if clock.due)
    return tuple(r for r in latest if r is not None)


def _latest(clock: ClockDue, on: date, calendar: Calendar) -> Reminder | None:
    assert clock.due is not None
    found = None
    for offset in sorted([*(-n for n in clock.remind), *clock.overdue]):
        at = calendar.add(clock.due, offset, clock.calendar)
        if clock.start < at.day <= on:
            provisional = clock.provisional or at.provisional
            found = Reminder(clock.name, clock.act, clock.due, offset, at.day, provisional)
    return found
