"""作用：一条记账怎样改变一笔账。Effects: how each kind of posting changes an account."""

from __future__ import annotations

from taizhang.ledger.effects import balances, course, verdicts, words
from taizhang.ledger.effects.apply import apply

__all__ = ["apply", "balances", "course", "verdicts", "words"]
