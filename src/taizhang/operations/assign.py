"""交办：一张交办单发给一个单位，可带多笔账。Assign: one order goes to one unit and may carry many accounts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Unpack

from taizhang.ledger import requests as r
from taizhang.ledger.entry import Entry
from taizhang.operations.perform import Given, Outcome, perform, perform_many
from taizhang.store import journal, numbers


def assign(*, entry: str, paper: str = "", note: str = "", **given: Unpack[Given]) -> Outcome:
    """Assign one account; without a ``paper`` number the next of the year is taken."""
    with journal.writing():
        number = paper.strip() or numbers.next_papers("assign", given["at"].year)[0]
        return perform(entry, r.Assign(number, note), given)


def assign_many(*, entries: Sequence[tuple[str, int | None]], note: str = "", **given: Unpack[Given]) -> list[Outcome]:
    """Assign many accounts, given with the versions they were seen at: one paper number for each lead unit."""
    with journal.writing():
        fresh = iter(numbers.next_papers("assign", given["at"].year, len(entries)))
        papers: dict[str, str] = {}

        def order(entry: Entry) -> r.Request:
            if entry.lead_unit not in papers:
                papers[entry.lead_unit] = next(fresh)
            return r.Assign(papers[entry.lead_unit], note)

        return perform_many([(entry, expected, order) for entry, expected in entries], given)
