"""数的变动：报、核、退、冲怎样动两本数。How reports, verifications, returns and reversals move the two balances."""

from __future__ import annotations

from dataclasses import replace

from taizhang.ledger import posting as p
from taizhang.ledger.account import NOTHING, Entry, Move
from taizhang.ledger.effects.apply import apply
from taizhang.ledger.posting import Posting


@apply.register
def _(fact: p.Reported, entry: Entry, posting: Posting) -> Entry:
    moved = _move(entry, posting, claimed=fact.change)
    return replace(_claimed_by(moved, posting), reported=posting.effective)


@apply.register
def _(fact: p.Unchanged, entry: Entry, posting: Posting) -> Entry:
    return replace(entry, reported=posting.effective)


@apply.register
def _(fact: p.Submitted, entry: Entry, posting: Posting) -> Entry:
    return _claimed_by(entry, posting)


@apply.register
def _(fact: p.Returned, entry: Entry, posting: Posting) -> Entry:
    judged = replace(entry.judgement, deciders=entry.judgement.deciders | {posting.by.user})
    after = replace(entry, judgement=judged)
    return _move(after, posting, claimed=fact.change) if fact.change else after


@apply.register
def _(fact: p.Verified, entry: Entry, posting: Posting) -> Entry:
    judged = replace(entry.judgement, deciders=entry.judgement.deciders | {posting.by.user})
    return _move(replace(entry, judgement=judged), posting, verified=fact.change)


@apply.register
def _(fact: p.BroughtForward, entry: Entry, posting: Posting) -> Entry:
    moved = _move(entry, posting, claimed=fact.claimed, verified=fact.verified)
    return replace(_claimed_by(moved, posting), reported=fact.as_of)


@apply.register
def _(fact: p.Reversed, entry: Entry, posting: Posting) -> Entry:
    moved = _move(entry, posting, claimed=fact.claimed, verified=fact.verified)
    marked = tuple(replace(m, undone=True) if m.version == fact.version else m for m in moved.moves)
    undone = replace(moved, moves=marked, undone=moved.undone | {fact.version})
    return replace(
        undone,
        claimed=undone.claimed if _stands(undone, CLAIMS) else NOTHING,
        verified=undone.verified if _stands(undone, VERIFICATIONS) else NOTHING,
    )


CLAIMS = frozenset({"Reported", "BroughtForward"})
VERIFICATIONS = frozenset({"Verified", "BroughtForward"})
"""Kinds after which a balance is known; when the last of them is reversed it is 未报 again, not zero."""


def _stands(entry: Entry, kinds: frozenset[str]) -> bool:
    return any(move.kind in kinds and not move.undone for move in entry.moves)


def _move(entry: Entry, posting: Posting, *, claimed: int = 0, verified: int = 0) -> Entry:
    move = Move(
        posting.version,
        posting.kind,
        claimed,
        verified,
        posting.by.unit,
        posting.by.user,
        posting.at,
        posting.effective,
    )
    # 零目标的核实可以是零：那也是核过 a verified zero is verified, not unknown
    touches_verified = verified or posting.kind in VERIFICATIONS
    touches_claimed = claimed or posting.kind in CLAIMS
    return replace(
        entry,
        moves=(*entry.moves, move),
        claimed=entry.claimed.plus(claimed) if touches_claimed else entry.claimed,
        verified=entry.verified.plus(verified) if touches_verified else entry.verified,
    )


def _claimed_by(entry: Entry, posting: Posting) -> Entry:
    unit = posting.behalf.unit if posting.behalf else posting.by.unit
    return replace(entry, reporters=entry.reporters | {unit}, recorders=entry.recorders | {posting.by.user})
