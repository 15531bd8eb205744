"""批准立项、不予立项。Approve a proposal, or refuse it."""

from __future__ import annotations

from typing import Unpack

from taizhang.ledger import requests as r
from taizhang.operations.perform import Given, Outcome, perform


def approve(*, entry: str, approver: str, note: str = "", **given: Unpack[Given]) -> Outcome:
    """A named leader decides that this is supervised."""
    return perform(entry, r.Approve(approver, note), given)


def refuse(*, entry: str, approver: str, reason: str, **given: Unpack[Given]) -> Outcome:
    """不予立项, with the reason."""
    return perform(entry, r.Refuse(approver, reason), given)
