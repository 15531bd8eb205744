"""认定、异议、复核。Conclude with a grade; object to it; review it."""

from __future__ import annotations

from typing import Unpack

from taizhang.ledger import requests as r
from taizhang.operations.perform import Given, Outcome, perform


def confirm(*, entry: str, grade: str, opinion: str = "", second: str = "", **given: Unpack[Given]) -> Outcome:
    """认定 with one of the book's grades."""
    return perform(entry, r.Confirm(grade, opinion, second), given)


def object_to(*, entry: str, reason: str, **given: Unpack[Given]) -> Outcome:
    """异议 by the lead unit, in the days the book allows (督查条例: 30)."""
    return perform(entry, r.Object(reason), given)


def review(*, entry: str, upheld: bool, reason: str, **given: Unpack[Given]) -> Outcome:
    """复核 by somebody who had no hand in the conclusion."""
    return perform(entry, r.Review(upheld, reason), given)
