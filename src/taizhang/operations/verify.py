"""核账：别人来核，核到多少记多少。Verify: somebody else confirms what was found."""

from __future__ import annotations

from typing import Unpack

from taizhang.ledger import requests as r
from taizhang.operations.perform import Given, Outcome, perform
from taizhang.store import journal, persons


def verify(
    *, entry: str, found: int, unit: str, method: str, opinion: str = "", second: str = "", **given: Unpack[Given]
) -> Outcome:
    """Confirm ``found`` sub-units on top of what was; ``second`` is the other signer: a user code, or a
    name, which is kept beside the journal."""
    with journal.writing():
        signer = persons.pseudonym(second, at=given["at"])
        return perform(entry, r.Verify(found, unit, method, opinion, signer), given)
