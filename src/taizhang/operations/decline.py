"""退回：说清职责冲突，提出该由谁办。Decline, naming the conflict of duties and who it should be."""

from __future__ import annotations

from typing import Unpack

from taizhang.ledger import requests as r
from taizhang.operations.perform import Given, Outcome, perform


def decline(*, entry: str, reason: str, proposes: str = "", **given: Unpack[Given]) -> Outcome:
    """Hand the account back; ``proposes`` is the code of the unit it should go to."""
    return perform(entry, r.Decline(reason, proposes), given)
