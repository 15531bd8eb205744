"""责任调整：换牵头、配合、包联领导或专班。Move a duty to another unit, leader or task force."""

from __future__ import annotations

from typing import Unpack

from taizhang.ledger import requests as r
from taizhang.operations.perform import Given, Outcome, perform
from taizhang.operations.refusal import ActRefused
from taizhang.store import registry


def reassign(*, entry: str, role: str, after: str, reason: str, **given: Unpack[Given]) -> Outcome:
    """Set ``role`` (lead_unit, leader, task_force, co_units) to ``after``; several co-units stand apart by blanks.

    Raises:
        PostingRefused: the ledger's rule, or :class:`ActRefused` ``open.no_unit``.
    """
    unknown = registry.unknown(after.split()) if role != "task_force" else []
    if unknown:
        raise ActRefused("open.no_unit", unit=unknown[0])
    return perform(entry, r.Reassign(role, after, reason), given)
