"""审核：先看材料。Desk check, before anybody goes on site."""

from __future__ import annotations

from typing import Unpack

from taizhang.ledger import requests as r
from taizhang.operations.perform import Given, Outcome, perform


def check(*, entry: str, conclusion: str, **given: Unpack[Given]) -> Outcome:
    """审核通过, with what was concluded."""
    return perform(entry, r.Check(conclusion), given)
