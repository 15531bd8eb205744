"""筛选条件变成查询；灯由存着的日子推出来。Filters become a query; the light is derived from the stored days."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db.models import Case, CharField, Count, Exists, F, IntegerField, OuterRef, Q, QuerySet, Value, When

from taizhang.ledger.dates import NotADate, PartialDate
from taizhang.ledger.light import WORST_FIRST
from taizhang.queries.filter import Filter
from taizhang.store.models import EntryRow, EntryUnitRow

ORDER = {
    "due": ("due_last",),
    "number": ("book", "year", "serial"),
    "light": ("rank", "due_last"),
    "title": ("title",),
    "lead": ("lead_unit__order", "lead_unit_id"),
    "gap": ("rank", "due_last"),
    "updated": ("last_number",),
}
GROUP = {"topic": ("topic",), "lead": ("lead_unit__order", "lead_unit_id"), "light": ("rank",)}


def with_colour(rows: QuerySet[EntryRow], on: date) -> QuerySet[EntryRow]:
    """Adds ``colour`` (as ``ledger.light.colour_on``) and ``rank``, worst first."""
    colour = Case(
        When(~Q(fixed=""), then=F("fixed")),
        When(red_on__lte=on, then=Value("red")),
        When(amber_on__lte=on, then=Value("amber")),
        When(Q(green_on__isnull=True) | Q(green_on__lte=on), then=Value("green")),
        default=Value("grey"),
        output_field=CharField(),
    )
    coloured = rows.annotate(colour=colour)
    ranks = [When(colour=name, then=Value(at)) for at, name in enumerate(WORST_FIRST)]
    return coloured.annotate(rank=Case(*ranks, default=Value(9), output_field=IntegerField()))


def select(rows: QuerySet[EntryRow], asked: Filter, on: date) -> QuerySet[EntryRow]:
    """The rows a filter means, coloured for the day, unordered."""
    found = with_colour(rows, on)
    found = _account(found, asked.account)
    found = found.filter(**_plain(asked))
    if asked.light:
        wanted = {"colour__in": ["red", "amber"] if asked.light == "warn" else [asked.light]}
        found = found.filter(**wanted)
    if asked.unit:
        found = found.filter(Exists(EntryUnitRow.objects.filter(entry=OuterRef("pk"), unit_id=asked.unit)))
    return _search(_numbers(_days(found, asked), asked), asked.q)


def _account(rows: QuerySet[EntryRow], account: str) -> QuerySet[EntryRow]:
    """``live`` is neither closed nor ended; without a word the ended alone stay out."""
    if account == "live":
        return rows.exclude(account__in=["close", "end"])
    return rows.filter(account=account) if account else rows.exclude(account="end")


def _plain(asked: Filter) -> dict[str, str]:
    """Conditions that are one equal column each."""
    columns = {
        "book": "book",
        "state": "state",
        "lead": "lead_unit_id",
        "leader": "leader_id",
        "topic": "topic",
        "measure": "measure",
        "dim": "dimension",
        "kind": "target_kind",
        "doc": "document",
        "parent": "parent_id",
    }
    return {column: value for name, column in columns.items() if (value := getattr(asked, name))}


def _days(rows: QuerySet[EntryRow], asked: Filter) -> QuerySet[EntryRow]:
    if asked.since and (since := _day(asked.since)):
        rows = rows.filter(due_last__gte=since.first)
    if asked.until and (until := _day(asked.until)):
        rows = rows.filter(due_last__lte=until.last)
    if asked.stalled and (before := _day(asked.stalled)):
        rows = stalled(rows, before.first)
    return rows


def stalled(rows: QuerySet[EntryRow], since: date) -> QuerySet[EntryRow]:
    """Accounts being delivered on which no figure, not even 无变化, was recorded after a day."""
    quiet = Q(reported__lt=since) | Q(reported__isnull=True, opened_on__lt=since)
    return rows.filter(quiet, account="deliver")


def _day(written: str) -> PartialDate | None:
    try:
        return PartialDate.read(written)
    except NotADate:
        return None


def _numbers(rows: QuerySet[EntryRow], asked: Filter) -> QuerySet[EntryRow]:
    if asked.open:
        rows = rows.filter(claimed__gt=0).filter(Q(verified__isnull=True) | Q(claimed__gt=F("verified")))
    if asked.leaf:
        rows = leaves(rows)
    return rows


def leaves(rows: QuerySet[EntryRow]) -> QuerySet[EntryRow]:
    """Without accounts that were decomposed within their own measure: their parts are counted instead."""
    # 不用相关子查询：同一口径的账多时它是平方级的 a correlated one grows with the square of a measure's accounts
    parts = EntryRow.objects.filter(measure=F("parent__measure"), dimension=F("parent__dimension"))
    return rows.exclude(id__in=parts.exclude(account="end").filter(parent__isnull=False).values("parent_id"))


def _search(rows: QuerySet[EntryRow], words: str) -> QuerySet[EntryRow]:
    """Every word must occur in the title, number, basis, standard or measure."""
    for word in words.split()[:6]:
        rows = rows.filter(
            Q(title__icontains=word)
            | Q(number__icontains=word)
            | Q(basis__icontains=word)
            | Q(standard__icontains=word)
            | Q(measure__icontains=word)
            | Q(lead_unit__name__icontains=word)
        )
    return rows


def ordered(rows: QuerySet[EntryRow], asked: Filter) -> QuerySet[EntryRow]:
    """Group first, then the order asked for, then the number, so that pages never overlap."""
    name = asked.sort.lstrip("-")
    columns = ORDER.get(name, ("book", "year", "serial"))
    back = "-" if asked.sort.startswith("-") else ""
    wanted = [*GROUP.get(asked.group, ()), *(f"{back}{column}" for column in columns), "book", "year", "serial"]
    return rows.order_by(*dict.fromkeys(wanted))


def tally(rows: QuerySet[EntryRow], *columns: str) -> list[tuple[Any, ...]]:
    """How many rows there are of each combination of columns; the count stands last."""
    return list(rows.order_by().values_list(*columns).annotate(n=Count("id")).values_list(*columns, "n"))
