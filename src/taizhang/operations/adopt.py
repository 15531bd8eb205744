"""起用规矩：台账、时限方案、放假安排，变了的记一笔。Adopt the rules that changed, each a posting."""

from __future__ import annotations

from datetime import datetime

from taizhang.ledger.requests import Actor
from taizhang.store import calendars, registry


def adopt_rules(*, by: Actor, at: datetime) -> list[str]:
    """Record what changed since it was last adopted; its names.

    Raises:
        BookInvalid: a file of the county's own is wrong; it names the line and the cure.
    """
    years = calendars.adopt(by=by, at=at)
    return [
        *registry.adopt_books(by=by, at=at),
        *registry.adopt_profiles(by=by, at=at),
        *(str(year) for year in years),
    ]
