"""谁看得见哪笔账。Who may see which account.

督查室、督导组、县领导看全部；承办人看本单位（含下属）牵头或配合的；其余的人只看已公开的。
"""

from __future__ import annotations

from django.db.models import Exists, OuterRef, Q, QuerySet

from taizhang.ledger.requests import Actor
from taizhang.store import registry
from taizhang.store.models import EntryRow, EntryUnitRow

ALL = frozenset({"office", "team", "leader"})
"""Roles that see every account."""


class EntryNotFound(LookupError):
    """There is no such account, or this person may not see it: to the asker both are the same."""


def visible_to(actor: Actor) -> Q:
    """The filter over ``EntryRow`` for what this person may see; everybody sees what is published."""
    if actor.roles & ALL:
        return Q()
    published = Q(published=True)
    if "handler" in actor.roles and actor.unit:
        duties = EntryUnitRow.objects.filter(entry=OuterRef("pk"), unit_id__in=registry.below(actor.unit))
        return published | Q(Exists(duties))
    return published


def visible_entries(actor: Actor) -> QuerySet[EntryRow]:
    """The accounts this person may see."""
    return EntryRow.objects.filter(visible_to(actor))


def see(actor: Actor, ids: list[str]) -> None:
    """Raise :class:`EntryNotFound` unless every one of these accounts is there for this person."""
    if actor.roles & ALL:
        return
    seen = set(visible_entries(actor).filter(id__in=ids).values_list("id", flat=True))
    for id in ids:
        if id not in seen:
            raise EntryNotFound(id)
