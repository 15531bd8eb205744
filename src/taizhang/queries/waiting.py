"""谁在等谁：按角色，哪些账等这个人做哪个动作。Which accounts wait for which act of this person."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta

from django.db.models import F, OuterRef, Q, QuerySet, Subquery

from taizhang.books import load as load_books
from taizhang.ledger.book import Act
from taizhang.ledger.requests import Actor
from taizhang.queries.accounts import accounts
from taizhang.queries.visibility import visible_entries
from taizhang.store.models import EntryRow, PostingRow

WEEK = timedelta(days=7)
"""A lead unit is reminded of an account on which it said nothing for a week; 无变化 is an answer."""

Rows = QuerySet[EntryRow]
Narrow = Callable[[Rows, Actor, date], Rows]


def _lead(rows: Rows, by: Actor, on: date) -> Rows:
    return rows.filter(lead_unit_id=by.unit)


def _quiet(rows: Rows, by: Actor, on: date) -> Rows:
    return _lead(rows, by, on).filter(Q(reported__isnull=True) | Q(reported__lte=on - WEEK))


def _full(rows: Rows, by: Actor, on: date) -> Rows:
    return _lead(rows, by, on).filter(target_kind="amount", claimed__gte=F("target"))


def _any(rows: Rows, by: Actor, on: date) -> Rows:
    return rows


def _settled(rows: Rows, by: Actor, on: date) -> Rows:
    return rows.filter(Q(covered=True) | Q(waived__isnull=False)).exclude(units__unit_id=by.unit)


def _unchecked(rows: Rows, by: Actor, on: date) -> Rows:
    open_claim = Q(claimed__gt=0) & (Q(verified__isnull=True) | Q(claimed__gt=F("verified")))
    return rows.filter(open_claim).exclude(units__unit_id=by.unit)


def _short(rows: Rows, by: Actor, on: date) -> Rows:
    """The line leader's own, delivered and verified as far as claimed, but not covered: the rest may be waived."""
    checked = Q(verified__isnull=False, claimed__lte=F("verified"))
    return rows.filter(checked, leader_id=by.unit, covered=False, waived__isnull=True, account="verify")


ASKS = ("ExtensionAsked", "ExtensionEndorsed", "ExtensionRefused", "Extended")
"""Postings about more time; the last of them says whose turn it is."""


def _asked(rows: Rows, *last: str) -> Rows:
    """Accounts whose last posting about more time is of one of these kinds."""
    about = PostingRow.objects.filter(kind__in=ASKS, stream=OuterRef("pk")).order_by("-version").values("kind")
    some = PostingRow.objects.filter(kind="ExtensionAsked").values("stream")
    return rows.filter(id__in=some).annotate(ask=Subquery(about[:1])).filter(ask__in=last)


def _to_endorse(rows: Rows, by: Actor, on: date) -> Rows:
    return _asked(rows, "ExtensionAsked").filter(leader_id=by.unit)


def _to_extend(rows: Rows, by: Actor, on: date) -> Rows:
    """Endorsed, or asked where no leader follows the account."""
    waiting = _asked(rows, "ExtensionAsked", "ExtensionEndorsed")
    return waiting.filter(Q(ask="ExtensionEndorsed") | Q(leader__isnull=True))


def _own_line(rows: Rows, by: Actor, on: date) -> Rows:
    return rows.filter(Q(leader_id=by.unit) | Q(leader__isnull=True))


def _reviewable(rows: Rows, by: Actor, on: date) -> Rows:
    """Under objection, for those who had no hand in the conclusion; there are few, so they are folded."""
    ids = list(rows.exclude(units__unit_id=by.unit).values_list("id", flat=True))
    found = accounts(ids) if ids else {}
    return rows.filter(id__in=[id for id, one in found.items() if by.user not in one.entry.judgement.deciders])


REASONS: dict[str, tuple[str, Narrow]] = {
    "assign": ("office", _any),
    "close": ("office", _settled),
    "accept": ("handler", _lead),
    "report": ("handler", _quiet),
    "submit": ("handler", _full),
    "verify": ("team", _unchecked),
    "waive": ("leader", _short),
    "approve": ("leader", _own_line),
    "endorse": ("leader", _to_endorse),
    "extend": ("office", _to_extend),
    "review": ("office", _reviewable),
}
"""By act: the role it waits for, and what narrows the accounts beyond their state."""
HELD = {"handler": "lead"}
"""A handler acts as the lead of its own unit's accounts."""


def waits(by: Actor, reason: str, on: date) -> Iterator[tuple[str, Rows]]:
    """The accounts that wait for this act of this person, over all books that know the act."""
    role, narrow = REASONS[reason]
    if role not in by.roles:
        return
    states = Q()
    for name, act in _acts(reason, HELD.get(role, role)):
        states |= Q(book=name, state__in=list(act.moves))
    if states:
        yield reason, narrow(visible_entries(by).filter(states), by, on)


def _acts(name: str, role: str) -> Iterator[tuple[str, Act]]:
    for book in load_books().values():
        act = book.acts.get(name)
        if act and role in act.roles:
            yield book.name, act
