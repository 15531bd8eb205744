"""撤销：经批准不办了。Cancel with approval."""

from __future__ import annotations

from typing import Unpack

from taizhang.ledger import requests as r
from taizhang.operations.perform import Given, Outcome, perform


def cancel(*, entry: str, approved_by: str, reason: str, **given: Unpack[Given]) -> Outcome:
    """End the account without closing it."""
    return perform(entry, r.Cancel(approved_by, reason), given)
