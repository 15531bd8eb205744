"""配合单位认领或异议。A co-unit takes part, or objects."""

from __future__ import annotations

from typing import Unpack

from taizhang.ledger import requests as r
from taizhang.operations.perform import Given, Outcome, perform


def confirm_duty(*, entry: str, note: str = "", **given: Unpack[Given]) -> Outcome:
    """认领."""
    return perform(entry, r.ConfirmDuty(note), given)


def object_duty(*, entry: str, reason: str, **given: Unpack[Given]) -> Outcome:
    """异议: it is not this unit's."""
    return perform(entry, r.ObjectDuty(reason), given)
