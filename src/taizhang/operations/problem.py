"""问题：提出、销号。Problems: raised with owner and date, settled with how."""

from __future__ import annotations

from typing import Unpack

from taizhang.ledger import requests as r
from taizhang.ledger.dates import PartialDate
from taizhang.operations.perform import Given, Outcome, perform


def raise_problem(*, entry: str, words: str, owner: str, due: PartialDate | None, **given: Unpack[Given]) -> Outcome:
    """提出问题: its own small account on this entry."""
    return perform(entry, r.RaiseProblem(words, owner, due), given)


def settle_problem(*, entry: str, problem: int, how: str, **given: Unpack[Given]) -> Outcome:
    """问题销号."""
    return perform(entry, r.SettleProblem(problem, how), given)
