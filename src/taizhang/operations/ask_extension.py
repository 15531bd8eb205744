"""申请延期、分管领导同意、不同意。More time: asked for, endorsed, refused."""

from __future__ import annotations

from typing import Unpack

from taizhang.ledger import requests as r
from taizhang.ledger.dates import PartialDate
from taizhang.operations.perform import Given, Outcome, perform


def ask_extension(
    *, entry: str, after: PartialDate, reason: str, progress: str = "", **given: Unpack[Given]
) -> Outcome:
    """The lead unit asks, with reason, new date and progress (DOMAIN §1.4, row 9)."""
    return perform(entry, r.AskExtension(after, reason, progress), given)


def endorse(*, entry: str, leader: str, note: str = "", **given: Unpack[Given]) -> Outcome:
    """The line leader agrees; the office then decides with ``extend``."""
    return perform(entry, r.Endorse(leader, note), given)


def refuse_extension(*, entry: str, reason: str, **given: Unpack[Given]) -> Outcome:
    """不同意延期."""
    return perform(entry, r.RefuseExtension(reason), given)
