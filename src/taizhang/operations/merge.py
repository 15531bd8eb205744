"""并入他项、转为常态工作。Side ends: merged into another account, made standing work."""

from __future__ import annotations

from typing import Unpack

from taizhang.ledger import requests as r
from taizhang.operations.perform import Given, Outcome, perform
from taizhang.queries.visibility import see
from taizhang.store import journal


def merge(*, entry: str, into: str, reason: str, **given: Unpack[Given]) -> Outcome:
    """并入: the other account must be there for this person.

    Raises:
        EntryNotFound: it is not.
    """
    with journal.writing():
        see(given["by"], [into])
        return perform(entry, r.Merge(into, reason), given)


def make_standing(*, entry: str, approved_by: str, reason: str, **given: Unpack[Given]) -> Outcome:
    """转为常态工作."""
    return perform(entry, r.MakeStanding(approved_by, reason), given)
