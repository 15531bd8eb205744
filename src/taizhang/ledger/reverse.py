"""冲正：记错了，另记一笔把它抵掉。A mistake is answered by a reversal that names what it reverses."""

from __future__ import annotations

from typing import Protocol

from taizhang.ledger import posting as p
from taizhang.ledger import requests as r
from taizhang.ledger.book import Act
from taizhang.ledger.entry import Entry, Move
from taizhang.ledger.refusal import PostingRefused

REVERSIBLE = frozenset({"Reported", "Verified", "BroughtForward", "Returned"})
"""Kinds whose figures a reversal takes back; states are moved by their own acts."""


class _Case(Protocol):
    @property
    def by(self) -> r.Actor: ...


def reverse(act: Act, entry: Entry, request: r.Reverse, case: _Case) -> p.Reversed:
    """The reversal of one posting of this entry.

    Raises:
        PostingRefused: ``need.reason``, ``reverse.unknown``, ``reverse.kind``, ``reverse.twice``,
            ``reverse.not_yours``, ``reverse.after_verified``.
    """
    if not request.reason.strip():
        raise PostingRefused("need.reason")
    move = _found(entry, request.version)
    if not (case.by.user == move.user or "office" in case.by.roles):
        raise PostingRefused("reverse.not_yours")
    left_claimed = (entry.claimed.amount or 0) - move.claimed
    if entry.target.counts_up and left_claimed < (entry.verified.amount or 0) - move.verified:
        raise PostingRefused("reverse.after_verified")
    return p.Reversed(move.version, move.kind, request.reason.strip(), -move.claimed, -move.verified)


def _found(entry: Entry, version: int) -> Move:
    if not 1 <= version <= entry.version:
        raise PostingRefused("reverse.unknown", version=version)
    move = next((m for m in entry.moves if m.version == version), None)
    if move is None or move.kind not in REVERSIBLE:
        raise PostingRefused("reverse.kind", version=version)
    if move.undone:
        raise PostingRefused("reverse.twice", version=version)
    return move
