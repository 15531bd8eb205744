"""签收：牵头单位接下这笔账。Accept: the lead unit takes the account."""

from __future__ import annotations

from typing import Unpack

from taizhang.ledger import requests as r
from taizhang.operations.perform import Given, Outcome, perform


def accept(*, entry: str, note: str = "", **given: Unpack[Given]) -> Outcome:
    """The lead unit takes the account on."""
    return perform(entry, r.Accept(note), given)
