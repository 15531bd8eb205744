"""无变化：一次点击就是一次上报。No change: one click is a report."""

from __future__ import annotations

from typing import Unpack

from taizhang.ledger import requests as r
from taizhang.operations.perform import Given, Outcome, perform


def unchanged(*, entry: str, note: str = "", **given: Unpack[Given]) -> Outcome:
    """Report that nothing moved."""
    return perform(entry, r.NoChange(note), given)
