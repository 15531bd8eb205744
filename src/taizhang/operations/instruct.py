"""领导批示、催办文书。Leaders' instructions, and papers that urge."""

from __future__ import annotations

from datetime import date
from typing import Unpack

from taizhang.ledger import requests as r
from taizhang.operations.perform import Given, Outcome, perform


def instruct(*, entry: str, leader: str, words: str, on: date, **given: Unpack[Given]) -> Outcome:
    """批示 on this account."""
    return perform(entry, r.Instruct(leader, words, on), given)


def urge(*, entry: str, step: str, paper: str, to: str, words: str = "", **given: Unpack[Given]) -> Outcome:
    """A paper of the ladder goes out on a person's yes (催办 → 提醒函 → 督办函 → 约谈 → 通报)."""
    return perform(entry, r.Urge(step, paper, to, words), given)
