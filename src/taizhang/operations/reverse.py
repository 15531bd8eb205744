"""冲正：另记一笔把记错的抵掉。Reverse a mistaken posting by another."""

from __future__ import annotations

from typing import Unpack

from taizhang.ledger import requests as r
from taizhang.operations.perform import Given, Outcome, perform


def reverse(*, entry: str, version: int, reason: str, **given: Unpack[Given]) -> Outcome:
    """Undo the figures of one posting of this account."""
    return perform(entry, r.Reverse(version, reason), given)
