"""抽查：照种子抽，结果记在账上。Draw for a site visit; the seed and the result stand on the account."""

from __future__ import annotations

from typing import Unpack

from taizhang.books import book as book_named
from taizhang.ledger import requests as r
from taizhang.ledger import sampling
from taizhang.ledger.account import Entry
from taizhang.operations.perform import Given, Outcome, perform


def sample(*, entry: str, seed: str, **given: Unpack[Given]) -> Outcome:
    """Draw one account by the book's share and its own risk; whoever has the seed can draw again."""

    def drawn(before: Entry) -> r.Request:
        share = book_named(before.book).limits.sampled
        found = sampling.draw(before, seed=seed, on=given["at"].date(), share=share)
        return r.Sample(found.seed, found.risk, found.drawn, found.reasons)

    return perform(entry, drawn, given)
