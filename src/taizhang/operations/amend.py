"""更正：只改描述，不改数和原定时限。Amend a descriptive field; never a figure or the original date."""

from __future__ import annotations

from typing import Unpack

from taizhang.ledger import requests as r
from taizhang.operations.perform import Given, Outcome, perform


def amend(*, entry: str, field: str, after: str, reason: str, **given: Unpack[Given]) -> Outcome:
    """Set a descriptive field anew."""
    return perform(entry, r.Amend(field, after, reason), given)
