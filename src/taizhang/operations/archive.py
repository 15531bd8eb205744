"""归档、回头看。Archive, and look back some months later."""

from __future__ import annotations

from typing import Unpack

from taizhang.ledger import requests as r
from taizhang.operations.perform import Given, Outcome, perform


def archive(*, entry: str, file: str = "", **given: Unpack[Given]) -> Outcome:
    """归档."""
    return perform(entry, r.Archive(file), given)


def look_back(*, entry: str, held: bool, found: str, **given: Unpack[Given]) -> Outcome:
    """回头看: what was found; reopening is an act of its own."""
    return perform(entry, r.LookBack(held, found), given)
