"""跨年结转：旧账结到新账，两边互指。Carry over to the next year; both accounts name each other."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Unpack

from taizhang.ledger import requests as r
from taizhang.ledger.account import Entry
from taizhang.ledger.dates import PartialDate
from taizhang.ledger.target import outstanding
from taizhang.operations.open import open_entry
from taizhang.operations.perform import Given, Outcome, perform
from taizhang.store import journal


def carry_over(*, entry: str, due: PartialDate, **given: Unpack[Given]) -> tuple[Outcome, Outcome]:
    """Open the account that goes on with the rest and end this one; returns the old and the new, in that order.

    Raises:
        PostingRefused: the ledger's rule against either; then neither is recorded.
    """
    with journal.writing():
        before = journal.entries([entry])[entry]
        plain = {name: value for name, value in given.items() if name != "expected"}
        opened = open_entry(book=before.book, request=_rest(before, due, given["at"].date()), **plain)  # type: ignore[arg-type]
        return perform(entry, r.CarryOver(opened.entry.id), given), opened


def _rest(before: Entry, due: PartialDate, today: date) -> r.Open:
    """What is left of the target, with the same duties."""
    left = outstanding(before.target, before.verified)
    target = replace(before.target, amount=left) if before.target.counts_up else before.target
    return r.Open(
        number="",
        title=before.title,
        target=target,
        lead_unit=before.lead_unit,
        due=due,
        start=PartialDate.of(today),
        co_units=before.co_units,
        leader=before.leader,
        task_force=before.task_force,
        source=before.source,
        basis=before.basis,
        topic=before.topic,
        standard=before.standard,
        carried_from=before.id,
        object=before.object,
        mandate=before.mandate,
    )
