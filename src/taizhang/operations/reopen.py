"""反弹重开：销了又反弹，重新立起来。Reopen what relapsed after it was closed."""

from __future__ import annotations

from typing import Unpack

from taizhang.ledger import requests as r
from taizhang.operations.perform import Given, Outcome, perform


def reopen(*, entry: str, reason: str, **given: Unpack[Given]) -> Outcome:
    """Open a closed account again; the closing stays in its history."""
    return perform(entry, r.Reopen(reason), given)
