"""免余额：领导署名，写明理由。Waive the rest: a named leader, with a reason."""

from __future__ import annotations

from typing import Unpack

from taizhang.ledger import requests as r
from taizhang.operations.perform import Given, Outcome, perform


def waive(*, entry: str, leader: str, reason: str, **given: Unpack[Given]) -> Outcome:
    """Let the outstanding rest go."""
    return perform(entry, r.Waive(leader, reason), given)
