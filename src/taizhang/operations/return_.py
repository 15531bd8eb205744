"""退回补办：没核到的数退回去。Return an account; what was not found is taken back."""

from __future__ import annotations

from typing import Unpack

from taizhang.ledger import requests as r
from taizhang.operations.perform import Given, Outcome, perform


def return_(*, entry: str, reason: str, takes_back: int = 0, unit: str = "", **given: Unpack[Given]) -> Outcome:
    """Send the account back; ``takes_back`` sub-units of the claim were not found."""
    return perform(entry, r.Return(reason, takes_back, unit), given)
