"""延期：经批准换新时限，原定时限留着。Extend: a new date by approval; the original one stays."""

from __future__ import annotations

from typing import Unpack

from taizhang.ledger import requests as r
from taizhang.ledger.dates import PartialDate
from taizhang.operations.perform import Given, Outcome, perform


def extend(*, entry: str, after: PartialDate, reason: str, approved_by: str, **given: Unpack[Given]) -> Outcome:
    """Put the due date off; ``approved_by`` is the code of the leader."""
    return perform(entry, r.Extend(after, reason, approved_by), given)
