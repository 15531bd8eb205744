"""发件箱：要发的先留在这里，同一件只留一次，只发一次。The outbox: each thing is left once and sent once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from itertools import islice
from typing import Any

from django.conf import settings
from django.db import transaction
from django.utils.module_loading import import_string
from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from taizhang.store.models import OutboxRow

BATCH = 100
"""Letters in one transaction; a process that is killed loses at most the batch at hand, and finds it again."""


@dataclass(frozen=True, slots=True)
class Letter:
    """Something to send to a unit; ``key`` says what makes it the same thing twice."""

    key: str
    kind: str
    unit: str
    entry: str = ""
    params: dict[str, Any] = field(default_factory=dict)


def leave(letters: Iterable[Letter], *, at: datetime) -> int:
    """Leave letters that are not there yet; how many were new."""
    coming, left = iter(letters), 0
    while some := list(islice(coming, BATCH)):
        left += _leave({letter.key: letter for letter in some}, at)
    return left


def _leave(new: dict[str, Letter], at: datetime) -> int:
    for key in OutboxRow.objects.filter(key__in=list(new)).values_list("key", flat=True):
        del new[key]
    rows = [
        OutboxRow(key=x.key, kind=x.kind, unit=x.unit, entry=x.entry, params=x.params, made_at=at) for x in new.values()
    ]
    OutboxRow.objects.bulk_create(rows, batch_size=BATCH, ignore_conflicts=True)
    return len(rows)


def deliver(*, at: datetime, most: int = BATCH) -> list[str]:
    """Put the oldest letters into their units' inboxes on the desks; the keys of those delivered, none when all are.

    The inbox is this table: a letter is in it from the moment it is sent. Picking and marking are one transaction, so
    whoever is killed in between has sent nothing, and two at once never send the same letter.
    """
    with transaction.atomic():
        waiting = OutboxRow.objects.select_for_update(skip_locked=_can_skip()).filter(sent_at=None).order_by("id")
        found = dict(waiting.values_list("id", "key")[:most])
        OutboxRow.objects.filter(id__in=list(found), sent_at=None).update(sent_at=at)
    return list(found.values())


def _can_skip() -> bool:
    """SQLite locks the whole file instead."""
    return bool(transaction.get_connection().features.has_select_for_update_skip_locked)


def wake() -> bool:
    """Ask the worker to send what waits, unless it is asked already; whether it had to be."""
    path = str(settings.TAIZHANG["sender"])
    asked = DBTaskResult.objects.filter(task_path=path, status=TaskResultStatus.READY)
    if asked.exists() or not OutboxRow.objects.filter(sent_at=None).exists():
        return False
    import_string(path).enqueue()
    return True


def sent(key: str, *, at: datetime) -> bool:
    """Mark one letter as sent; false when it was before, or is not there."""
    return bool(OutboxRow.objects.filter(key=key, sent_at=None).update(sent_at=at))
