"""放假安排也记账：哪天起用哪一份，过去的看板还用过去的。The calendar is journalled: a past board keeps its own.

What is in force are the days of the last ``CalendarAdopted`` of each year. A county's own notices lie in
``TAIZHANG_HOME/calendars`` and come before those we ship; a year nobody adopted is 暂.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from django.conf import settings

from taizhang.books import Notice, notices
from taizhang.ledger import registry as r
from taizhang.ledger.calendar import Calendar, Year
from taizhang.ledger.requests import Actor
from taizhang.store import journal
from taizhang.store.registry import record

STREAM = "calendar:years"
"""All years in one stream: one look-up of the journal gives the calendar."""


def own() -> Path:
    """Where a county puts its notices."""
    return Path(settings.HOME) / "calendars"


def adopt(*, by: Actor, at: datetime) -> list[int]:
    """Record the years whose days are not those in force; which were recorded.

    Raises:
        BookInvalid: a file of the county's is wrong; nothing was recorded.
    """
    found = notices(own())
    adopted = []
    with journal.writing():
        standing = {fact.year: fact for fact in _facts()}
        for number, notice in sorted(found.items()):
            fact = _fact(notice)
            if standing.get(number) != fact:
                record(STREAM, fact, by=by, at=at)
                adopted.append(number)
    return adopted


def _fact(notice: Notice) -> r.CalendarAdopted:
    year = notice.year
    off, work = tuple(sorted(year.off)), tuple(sorted(year.work))
    return r.CalendarAdopted(notice.number, notice.digest, year.announced, year.notice, off, work)


def in_force(*, as_of: datetime | None = None) -> Calendar:
    """The calendar as it was known at a moment; now, when none is given.

    Before any was adopted it is the one we ship, so that a new installation counts right from its first day.
    """
    facts = list(_facts(as_of))
    if not facts:
        return Calendar({number: notice.year for number, notice in notices().items()})
    return Calendar({f.year: Year(f.announced, frozenset(f.off), frozenset(f.work), f.notice) for f in facts})


def _facts(as_of: datetime | None = None) -> Iterator[r.CalendarAdopted]:
    """In the order of adoption: of one year the last counts."""
    for posting in journal.load(STREAM):
        if isinstance(posting.fact, r.CalendarAdopted) and (as_of is None or posting.at <= as_of):
            yield posting.fact
