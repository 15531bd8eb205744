"""催办的梯子：逾期了，下一张该发什么文书。The ladder: which paper is due next for an account that is late.

催办 → 提醒函 → 督办函 → 约谈 → 通报 (DOMAIN §1.4). It never changes the state; what is due here is a proposal, and a
person says yes. Rung by rung: the next is counted from the day the one below went out, so that nobody is summoned who
was never urged. One ladder an account, begun by whatever its lead unit missed first: no matter is supervised twice
(督查条例, DOMAIN §1.1).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from taizhang.ledger.book import Book, Step
from taizhang.ledger.calendar import Calendar
from taizhang.ledger.clocks import DEADLINE, ClockDue, Standing, clocks, standing
from taizhang.ledger.entry import Entry


@dataclass(frozen=True, slots=True)
class PaperDue:
    """``step`` may go out since ``since``; ``clock`` was missed on ``missed``; ``rule`` is the rung that says so."""

    step: str
    since: date
    clock: str
    missed: date
    rule: Step
    provisional: bool


def due_papers(
    book: Book, entry: Entry, on: date, calendar: Calendar, *, urged: tuple[tuple[str, date], ...] = ()
) -> tuple[PaperDue, ...]:
    """The papers that wait for a person's yes on a day; ``urged`` are those that went out, with their days."""
    return papers_of(book, standing(entry, urged), on, calendar)


def papers_of(book: Book, one: Standing, on: date, calendar: Calendar) -> tuple[PaperDue, ...]:
    """The same for what is known of an account without folding it; none while it is suspended."""
    missed = [c for c in clocks(book, one, calendar) if c.due and c.due < on and _by_lead(book, c)]
    if one.suspended or not missed or not book.ladder:
        return ()
    found = _next(book.ladder, missed[0], one, calendar)
    return (found,) if found and found.since <= on else ()


def _by_lead(book: Book, clock: ClockDue) -> bool:
    """Whether it is the lead unit that is late; papers are not sent to it for what others owe."""
    return clock.name == DEADLINE or "lead" in book.acts[clock.act].roles


def _next(ladder: tuple[Step, ...], clock: ClockDue, one: Standing, calendar: Calendar) -> PaperDue | None:
    """The rung above the highest that went out since the date was missed."""
    assert clock.due is not None
    steps = [rung.step for rung in ladder]
    sent = [(steps.index(step), day) for step, day in one.urged if step in steps and day > clock.due]
    height, since = max(sent, default=(-1, clock.due))
    if height + 1 == len(ladder):
        return None
    rung = ladder[height + 1]
    at = calendar.run(since, rung.after, rung.calendar, one.paused)
    if at is None:
        return None
    return PaperDue(rung.step, at.day, clock.name, clock.due, rung, clock.provisional or at.provisional)
