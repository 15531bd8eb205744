"""一条记账对一笔账的作用。What a posting does to an account; most facts move the state alone."""

from __future__ import annotations

from functools import singledispatch

from taizhang.ledger.account import Entry
from taizhang.ledger.posting import Posting


@singledispatch
def apply(_fact: object, entry: Entry, _posting: Posting) -> Entry:
    """The entry's values after a fact, its state aside. Registered by kind in the files beside this one."""
    return entry
