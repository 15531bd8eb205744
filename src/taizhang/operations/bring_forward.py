"""期初：年中建账，把以前的数带进来。Opening balance: a year half over is taken in."""

from __future__ import annotations

from datetime import date
from typing import Unpack

from taizhang.ledger import requests as r
from taizhang.operations.perform import Given, Outcome, perform


def bring_forward(
    *, entry: str, claimed: int, verified: int, unit: str, as_of: date, verified_by: str = "", **given: Unpack[Given]
) -> Outcome:
    """Take in what was claimed and verified up to ``as_of``, with evidence."""
    return perform(entry, r.BringForward(claimed, verified, unit, as_of, verified_by), given)
