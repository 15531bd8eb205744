"""封账：把流水的头和所有账的根记下来，印到通报上。Seal the journal: its head and the root over all accounts."""

from __future__ import annotations

from datetime import datetime

from django.conf import settings

from taizhang.ledger.registry import Sealed
from taizhang.ledger.requests import Actor
from taizhang.operations.refusal import ActRefused
from taizhang.store import inspect, journal, registry


def seal(*, by: Actor, at: datetime) -> Sealed:
    """Post a seal; keep its head (number and digest) somewhere this database is not.

    Raises:
        ActRefused: ``seal.not_yours`` for anybody but the office and the administrator.
    """
    if not by.roles & {"office", "admin"}:
        raise ActRefused("seal.not_yours")
    with journal.writing():
        number, head = journal.head()
        standing = inspect.standing()
        fact = Sealed(number, head, inspect.root(standing, str(settings.TAIZHANG["digest"])), len(standing))
        registry.record(inspect.STREAM, fact, by=by, at=at)
        return fact
