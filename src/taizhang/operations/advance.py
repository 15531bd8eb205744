"""阶段推进：签约、落地、开工，一步一记。Advance: the matter reaches a stage, each with its day and evidence."""

from __future__ import annotations

from typing import Unpack

from taizhang.ledger import requests as r
from taizhang.operations.perform import Given, Outcome, perform


def advance(*, entry: str, stage: str, reason: str = "", **given: Unpack[Given]) -> Outcome:
    """Record that the matter came to ``stage`` of its book on ``effective``; back or over a stage needs a reason."""
    return perform(entry, r.Advance(stage, reason), given)
