"""工作台：等这个人办的事，最早到期的在前。The desk of one person: what waits, oldest due first."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import Count, Q, QuerySet

from taizhang.books import load as load_books
from taizhang.ledger.journal import posting_of
from taizhang.ledger.quantity import Quantity
from taizhang.ledger.requests import Actor
from taizhang.queries.accounts import Account, accounts
from taizhang.queries.clocks import due_by
from taizhang.queries.course import Owed, owed
from taizhang.queries.line import Line, line
from taizhang.queries.names import Names, names
from taizhang.queries.selection import tally, with_colour
from taizhang.queries.visibility import visible_entries
from taizhang.queries.waiting import REASONS, waits
from taizhang.store.calendars import in_force
from taizhang.store.models import DraftRow, EntryRow, PostingRow
from taizhang.store.timing import marks, standings

AT_MOST = 7
"""Rows of a list on this page: what does not fit is one press away."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """One matter: the act that waits, on which account, since when and until when (nothing: no clock)."""

    act: str
    line: Line
    since: date
    due: date | None
    left: int | None


@dataclass(frozen=True, slots=True)
class Unread:
    """A document with proposals nobody has decided on."""

    document: str
    title: str
    drafts: int


@dataclass(frozen=True, slots=True)
class News:
    """A posting since yesterday."""

    at: datetime
    id: str
    title: str
    kind: str
    change: Quantity | None
    unit: str
    digest: str


@dataclass(frozen=True, slots=True)
class Day:
    """A day on which accounts fall due."""

    day: date
    accounts: int
    behind: int


@dataclass(frozen=True, slots=True)
class Burden:
    """How often units were asked for figures this month (国办函〔2026〕12号: what is asked is counted)."""

    reports: int
    unchanged: int


@dataclass(frozen=True, slots=True)
class Home:
    """``waiting`` holds at most seven matters of ``total``."""

    waiting: tuple[Waiting, ...]
    total: int
    unread: tuple[Unread, ...]
    days: tuple[Day, ...]
    reddening: tuple[Line, date] | None
    news: tuple[News, ...]
    news_total: int
    whole: int
    burden: Burden
    owed: tuple[Owed, ...]


def home(actor: Actor, *, on: date, since: datetime) -> Home:
    """What one person's desk shows on a day; ``since`` is the moment from which postings are news."""
    mine = visible_entries(actor)
    waiting, total, known = _waiting(actor, on)
    fresh = PostingRow.objects.filter(recorded_at__gte=since, stream__in=mine.values("id")).order_by("-number")
    return Home(
        waiting=waiting,
        total=total,
        unread=_unread() if "office" in actor.roles else (),
        days=_days(mine, on),
        reddening=_reddening(mine, known, on),
        news=_news(fresh[:AT_MOST], known),
        news_total=fresh.count(),
        whole=mine.exclude(account="end").count(),
        burden=_burden(mine, since),
        owed=owed(actor, known, on),
    )


def _waiting(actor: Actor, on: date) -> tuple[tuple[Waiting, ...], int, Names]:
    """The rows of every reason, then the accounts behind the first few of them."""
    found: list[tuple[date | None, date, str, str]] = []
    books, calendar, marked = load_books(), in_force(), marks(visible_entries(actor).filter(fixed=""))
    for reason in REASONS:
        for act, rows in waits(actor, reason, on):
            for row, one in standings(rows, marked, "book"):
                found.append((due_by(books[row["book"]], one, act, calendar), one.due, row["id"], act))
    found.sort(key=lambda f: (f[0] or date.max, f[1], f[2]))
    once = {id: (due, act) for due, _last, id, act in reversed(found)}
    first = [f for f in found if once[f[2]] == (f[0], f[3])][:AT_MOST]
    loaded = accounts(f[2] for f in first)
    known = names()
    told = tuple(_wait(loaded[id], known, act, due, on) for due, _last, id, act in first)
    return told, len(once), known


def _wait(account: Account, known: Names, act: str, due: date | None, on: date) -> Waiting:
    since = account.last.posting.effective
    return Waiting(act, line(account, known, on), since, due, (due - on).days if due else None)


def _unread() -> tuple[Unread, ...]:
    pending = DraftRow.objects.filter(state="pending").order_by().values_list("document_id", "document__title")
    counted = pending.annotate(n=Count("id")).order_by("document__uploaded_at")
    return tuple(Unread(*row) for row in counted[:2])


def _days(mine: QuerySet[EntryRow], on: date) -> tuple[Day, ...]:
    """The next three days on which something falls due."""
    ahead = with_colour(mine.exclude(account__in=["close", "end"]).filter(due_last__gte=on), on)
    found: dict[date, Day] = {}
    for day, colour, n in sorted(tally(ahead, "due_last", "colour")):
        old = found.get(day, Day(day, 0, 0))
        found[day] = Day(day, old.accounts + n, old.behind + (n if colour in ("red", "amber") else 0))
    return tuple(found.values())[:3]


def _reddening(mine: QuerySet[EntryRow], known: Names, on: date) -> tuple[Line, date] | None:
    """The next account that turns red within seven days if nothing more is posted."""
    soon = mine.filter(fixed="", red_on__gt=on, red_on__lte=on + timedelta(days=7)).order_by("red_on", "due_last", "id")
    first = soon.values_list("id", "red_on").first()
    if first is None or first[1] is None:
        return None
    return line(accounts([first[0]])[first[0]], known, on), first[1]


def _news(rows: QuerySet[PostingRow], known: Names) -> tuple[News, ...]:
    found = [(row, posting_of(row.body)) for row in rows]
    entries = {row.id: row for row in EntryRow.objects.filter(id__in=[row.stream for row, _ in found])}
    return tuple(
        News(
            at=posting.at,
            id=row.stream,
            title=entries[row.stream].title,
            kind=posting.kind,
            change=_change(posting.fact, entries[row.stream].unit),
            unit=known.unit(posting.behalf.unit if posting.behalf else posting.by.unit),
            digest=row.digest,
        )
        for row, posting in found
    )


def _change(fact: object, unit: str) -> Quantity | None:
    change = getattr(fact, "change", None) or getattr(fact, "verified", None) or getattr(fact, "claimed", None)
    return Quantity(change, unit) if isinstance(change, int) and change else None


def _burden(mine: QuerySet[EntryRow], since: datetime) -> Burden:
    month = since.replace(day=1, hour=0, minute=0, second=0, microsecond=0)
    asked = PostingRow.objects.filter(recorded_at__gte=month, stream__in=mine.values("id"))
    counted = asked.aggregate(
        reports=Count("number", filter=Q(kind="Reported")), unchanged=Count("number", filter=Q(kind="Unchanged"))
    )
    return Burden(counted["reports"] + counted["unchanged"], counted["unchanged"])
