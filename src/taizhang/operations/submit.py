"""交账：办完了，请人来核。Submit: the unit delivers its account for verification."""

from __future__ import annotations

from typing import Unpack

from taizhang.ledger import requests as r
from taizhang.operations.perform import Given, Outcome, perform


def submit(*, entry: str, statement: str = "", **given: Unpack[Given]) -> Outcome:
    """Deliver the account."""
    return perform(entry, r.Submit(statement), given)
