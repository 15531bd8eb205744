"""分解：分给乡镇、季度或项目，合计要对得上。Decompose over townships, quarters or projects."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Unpack

from taizhang.ledger import requests as r
from taizhang.operations.open import open_many
from taizhang.operations.perform import Given, Outcome, perform
from taizhang.store import journal


def decompose(*, entry: str, parts: Sequence[r.Open], note: str = "", **given: Unpack[Given]) -> list[Outcome]:
    """Open the parts under their parent and record their sum on it; returns the parent first.

    The parts of a target sum to it, or the difference stands on the parent (DESIGN, "Quantities").

    Raises:
        ManyRefused, PostingRefused: a part or the parent is refused; then nothing is recorded.
    """
    with journal.writing():
        before = journal.entries([entry])[entry]
        below = [replace(part, parent=entry) for part in parts]
        plain = {name: value for name, value in given.items() if name != "expected"}
        opened = open_many(book=before.book, requests=below, **plain)  # type: ignore[arg-type]
        same = before.target.quantity.unit.dimension
        amounts = [o.entry.target.amount for o in opened if o.entry.target.quantity.unit.dimension == same]
        return [perform(entry, r.Decompose(len(opened), sum(amounts), note), given), *opened]
