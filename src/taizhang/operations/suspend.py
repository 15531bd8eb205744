"""暂停与恢复：时钟停、时钟走。Suspend and resume: the clock stops and goes on."""

from __future__ import annotations

from typing import Unpack

from taizhang.ledger import requests as r
from taizhang.operations.perform import Given, Outcome, perform


def suspend(*, entry: str, reason: str, approved_by: str, **given: Unpack[Given]) -> Outcome:
    """暂停, approved by a leader."""
    return perform(entry, r.Suspend(reason, approved_by), given)


def resume(*, entry: str, note: str = "", **given: Unpack[Given]) -> Outcome:
    """恢复."""
    return perform(entry, r.Resume(note), given)
