"""销账：已核满目标，或有领导免余额，才销得了。Close: only what is verified in full, or waived by a leader."""

from __future__ import annotations

from typing import Unpack

from taizhang.ledger import requests as r
from taizhang.operations.perform import Given, Outcome, perform
from taizhang.store import journal, numbers


def close(*, entry: str, grade: str = "", note: str = "", certificate: str = "", **given: Unpack[Given]) -> Outcome:
    """Close one account; without a ``certificate`` number the next closing slip of the year is taken."""
    with journal.writing():
        number = certificate.strip() or numbers.next_papers("close", given["at"].year)[0]
        return perform(entry, r.Close(number, grade, note), given)
