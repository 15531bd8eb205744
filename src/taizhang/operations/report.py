"""上报累计。Report the cumulative amount."""

from __future__ import annotations

from typing import Unpack

from taizhang.ledger import requests as r
from taizhang.operations.perform import Given, Outcome, perform


def report(*, entry: str, cumulative: int, unit: str, note: str = "", **given: Unpack[Given]) -> Outcome:
    """Report the cumulative figure in sub-units of the base of ``unit``; the posting holds the difference."""
    return perform(entry, r.Report(cumulative, unit, note), given)
