"""台账的时限和方案合到一起。A book's clocks with its profile's numbers; the book's own come first."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from taizhang.books.fault import Fault
from taizhang.books.marked import Marked
from taizhang.books.profile import Profile, climbing
from taizhang.books.shape import BookShape, ClockShape
from taizhang.ledger.book import Clock, Deadline, Label, Step, Term


@dataclass(frozen=True, slots=True)
class Timing:
    """Everything of a book that counts days."""

    clocks: tuple[Clock, ...]
    terms: Mapping[str, Term]
    deadline: Deadline
    ladder: tuple[Step, ...]


def timing(book: BookShape, profile: Profile | None) -> Timing:
    """The clocks of a book that :func:`faults` found nothing wrong with."""
    deadline = book.deadline.value() if book.deadline else profile.deadline if profile else Deadline()
    own = tuple(step.value() for step in book.ladder) if book.ladder is not None else None
    return Timing(
        clocks=tuple(_clock(clock, profile) for clock in book.clocks),
        terms=profile.terms if profile else {},
        deadline=deadline,
        ladder=own if own is not None else profile.ladder if profile else (),
    )


def _clock(clock: ClockShape, profile: Profile | None) -> Clock:
    term = profile.terms[clock.term] if profile and clock.term else Term(clock.days or 0, clock.calendar or "calendar")
    remind = clock.remind if clock.remind is not None else profile.remind if profile else ()
    overdue = clock.overdue if clock.overdue is not None else profile.overdue if profile else ()
    label = Label(clock.label.zh, clock.label.en)
    return Clock(clock.state, clock.act, term.days, term.calendar, label, clock.since, tuple(remind), tuple(overdue))


def faults(marked: Marked, book: BookShape, profiles: Mapping[str, Profile]) -> Iterator[Fault]:
    """A profile or term nobody defined, a clock without a calendar or with two, a clock that can never be met."""
    profile = profiles.get(book.profile)
    if book.profile and profile is None:
        cure = f"没有“{book.profile}”这个方案。No such profile. 可用 use: {' '.join(sorted(profiles))}"
        yield Fault("unknown_profile", marked.line("profile"), cure)
        return
    for index, clock in enumerate(book.clocks):
        line = marked.line("clocks", index)
        yield from _lengthless(clock, profile, line)
        yield from _unmeetable(book, clock, line)
    yield from climbing(marked, book.ladder or [])


def _lengthless(clock: ClockShape, profile: Profile | None, line: int) -> Iterator[Fault]:
    said = [clock.days is not None, clock.calendar is not None]
    if clock.term and any(said):
        cure = "写了 term 就不要再写 days、calendar。A clock takes its days from term, or says them, not both."
        yield Fault("clock_twice", line, cure)
    elif clock.term and (profile is None or clock.term not in profile.terms):
        known = " ".join(sorted(profile.terms)) if profile else "先写 profile name a profile first"
        yield Fault("unknown_term", line, f"方案里没有“{clock.term}”。No such term. 可用 use: {known}")
    elif not clock.term and not all(said):
        cure = "时钟要写 term，或写 days 和 calendar。A clock needs a term, or days and a calendar."
        yield Fault("missing_key", line, cure)


def _unmeetable(book: BookShape, clock: ClockShape, line: int) -> Iterator[Fault]:
    act = book.acts.get(clock.act)
    if act and clock.state in book.states and clock.state not in act.moves:
        cure = f"在“{clock.state}”做不了“{clock.act}”，这个钟停不下来。The act cannot be done there."
        yield Fault("clock", line, cure)
    if clock.since and clock.since not in book.acts:
        cure = f"since 里的“{clock.since}”没有定义。The clock runs from an unknown act."
        yield Fault("clock", line, cure)
