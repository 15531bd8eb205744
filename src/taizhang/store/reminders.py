"""该提醒谁：变黄、变红的账，快到的时限，等人点头的文书。Whom to remind: lights that changed, clocks, papers that wait.

Each letter's key says what makes it the same thing twice: the account, the clock and the day. A new date reminds anew.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import QuerySet

from taizhang.books import load
from taizhang.ledger.book import Book
from taizhang.ledger.calendar import Calendar
from taizhang.ledger.clocks import DEADLINE, Reminder, Standing, reminders
from taizhang.ledger.ladder import PaperDue, papers_of
from taizhang.store import calendars, timing
from taizhang.store.models import EntryRow, Unit
from taizhang.store.outbox import Letter

_MORE = ("book", "number", "title", "lead_unit_id", "leader_id", "amber_on", "red_on", "due")
Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class _Day:
    """What all letters of one day share."""

    on: date
    calendar: Calendar
    books: dict[str, Book]
    units: dict[str, list[str]]


def letters(on: date, rows: QuerySet[EntryRow] | None = None) -> Iterator[Letter]:
    """Everything that stands to be said on a day, said before or not; of all accounts, or of these."""
    day = _Day(on, calendars.in_force(), load(), _units())
    rows = EntryRow.objects.filter(fixed="") if rows is None else rows.filter(fixed="")
    for row, one in timing.standings(rows, timing.marks(rows), *_MORE):
        yield from _light(row, one, day)
        yield from _clocks(row, one, day)
        yield from _papers(row, one, day)


_KINDS = ("office", "team")


def _units() -> dict[str, list[str]]:
    found: dict[str, list[str]] = {kind: [] for kind in _KINDS}
    for kind, code in Unit.objects.filter(kind__in=_KINDS, until=None).values_list("kind", "code"):
        found[kind].append(code)
    return found


def _light(row: Row, one: Standing, day: _Day) -> Iterator[Letter]:
    """An account to be delivered that turned amber or red."""
    if day.books[row["book"]].account(one.state) not in ("open", "deliver"):
        return
    kind = "red" if _since(row["red_on"], day.on) else "amber" if _since(row["amber_on"], day.on) else ""
    if kind:
        since = row[f"{kind}_on"].isoformat()
        yield _letter(f"{kind}:{row['id']}:{since}", kind, row["lead_unit_id"], row, since=since)


def _since(changed: date | None, on: date) -> bool:
    return changed is not None and changed <= on


def _clocks(row: Row, one: Standing, day: _Day) -> Iterator[Letter]:
    for found in reminders(day.books[row["book"]], one, day.on, day.calendar):
        for unit in _to(found, row, day):
            key = f"clock:{row['id']}:{found.clock}:{found.due.isoformat()}:{found.offset}:{unit}"
            more = {"clock": found.clock, "act": found.act, "offset": found.offset, "provisional": found.provisional}
            kind = DEADLINE if found.clock == DEADLINE else "clock"
            yield _letter(key, kind, unit, row, since=found.day.isoformat(), by=found.due.isoformat(), **more)


def _to(found: Reminder, row: Row, day: _Day) -> list[str]:
    """Whoever may do the act: the lead unit first, else the leader, the teams, the office."""
    act = day.books[row["book"]].acts.get(found.act)
    if act is None or "lead" in act.roles:
        return [row["lead_unit_id"]]
    if "leader" in act.roles and row["leader_id"]:
        return [row["leader_id"]]
    return [unit for kind in _KINDS if kind in act.roles for unit in day.units[kind]]


def _papers(row: Row, one: Standing, day: _Day) -> Iterator[Letter]:
    """To the office: a paper waits for a person's yes. Nothing is sent to the unit before that."""
    for found in papers_of(day.books[row["book"]], one, day.on, day.calendar):
        for unit in day.units["office"]:
            yield _paper(found, row, unit)


def _paper(found: PaperDue, row: Row, unit: str) -> Letter:
    since, missed = found.since.isoformat(), found.missed.isoformat()
    more = {"step": found.step, "clock": found.clock, "missed": missed, "provisional": found.provisional}
    return _letter(f"paper:{row['id']}:{found.step}:{since}:{unit}", "paper", unit, row, since=since, **more)


def _letter(key: str, kind: str, unit: str, row: Row, **more: object) -> Letter:
    params = {"number": row["number"], "title": row["title"], "due": row["due"], **more}
    return Letter(key, kind, unit, row["id"], params)
