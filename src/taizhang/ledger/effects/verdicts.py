"""审核、认定、异议与销账的变动。How checks, conclusions, objections and endings change an account."""

from __future__ import annotations

from dataclasses import replace

from taizhang.ledger import posting as p
from taizhang.ledger.account import NO_ENDING, NO_JUDGEMENT, Entry
from taizhang.ledger.effects.apply import apply
from taizhang.ledger.posting import Posting


@apply.register
def _(_fact: p.Checked, entry: Entry, posting: Posting) -> Entry:
    deciders = entry.judgement.deciders | {posting.by.user}
    return replace(entry, judgement=replace(entry.judgement, checked=posting.effective, deciders=deciders))


@apply.register
def _(fact: p.Sampled, entry: Entry, _posting: Posting) -> Entry:
    return replace(entry, judgement=replace(entry.judgement, drawn=fact.drawn, seed=fact.seed))


@apply.register
def _(fact: p.Confirmed, entry: Entry, posting: Posting) -> Entry:
    deciders = entry.judgement.deciders | {posting.by.user}
    judged = replace(entry.judgement, grade=fact.grade, concluded=posting.effective, deciders=deciders)
    return replace(entry, judgement=judged)


@apply.register
def _(_fact: p.Objected, entry: Entry, posting: Posting) -> Entry:
    return replace(entry, judgement=replace(entry.judgement, objected=posting.effective, upheld=None))


@apply.register
def _(fact: p.Reviewed, entry: Entry, _posting: Posting) -> Entry:
    grade = entry.judgement.grade if fact.upheld else ""
    return replace(entry, judgement=replace(entry.judgement, upheld=fact.upheld, grade=grade))


@apply.register
def _(fact: p.Waived, entry: Entry, _posting: Posting) -> Entry:
    return replace(entry, waived=fact.amount)


@apply.register
def _(fact: p.Closed, entry: Entry, posting: Posting) -> Entry:
    graded = replace(entry.judgement, grade=fact.grade or entry.judgement.grade)
    return replace(entry, closed=posting.effective, certificate=fact.certificate, judgement=graded)


@apply.register
def _(_fact: p.Reopened, entry: Entry, _posting: Posting) -> Entry:
    deciders = replace(NO_JUDGEMENT, deciders=entry.judgement.deciders)
    return replace(entry, closed=None, certificate="", waived=None, judgement=deciders, ending=NO_ENDING)


@apply.register
def _(_fact: p.Archived, entry: Entry, posting: Posting) -> Entry:
    return replace(entry, ending=replace(entry.ending, archived=posting.effective))


@apply.register
def _(fact: p.LookedBack, entry: Entry, posting: Posting) -> Entry:
    return replace(entry, ending=replace(entry.ending, looked_back=posting.effective, held=fact.held))


@apply.register
def _(fact: p.Merged, entry: Entry, _posting: Posting) -> Entry:
    return replace(entry, ending=replace(entry.ending, merged_into=fact.into))


@apply.register
def _(fact: p.CarriedOver, entry: Entry, _posting: Posting) -> Entry:
    return replace(entry, ending=replace(entry.ending, carried_into=fact.into))
