"""发件箱：要发的先留在这里，同一件只留一次。The outbox: what must go out is left here, each thing once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from taizhang.store.models import OutboxRow


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
    new = {letter.key: letter for letter in letters}
    for key in OutboxRow.objects.filter(key__in=list(new)).values_list("key", flat=True):
        del new[key]
    rows = [
        OutboxRow(key=x.key, kind=x.kind, unit=x.unit, entry=x.entry, params=x.params, made_at=at) for x in new.values()
    ]
    OutboxRow.objects.bulk_create(rows, batch_size=500, ignore_conflicts=True)
    return len(rows)


def sent(key: str, *, at: datetime) -> bool:
    """Mark one letter as sent; false when it was before, or is not there."""
    return bool(OutboxRow.objects.filter(key=key, sent_at=None).update(sent_at=at))
