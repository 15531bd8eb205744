"""核账的裁决：退回、核实、认定、异议。Deciding what verifiers record."""

from __future__ import annotations

from taizhang.ledger import posting as p
from taizhang.ledger import requests as r
from taizhang.ledger.account import Entry
from taizhang.ledger.book import Act
from taizhang.ledger.deciding.common import Circumstance, Table, needs, same_kind, unverified
from taizhang.ledger.refusal import PostingRefused
from taizhang.ledger.reverse import reverse


def _return(act: Act, entry: Entry, request: r.Return, case: Circumstance) -> p.Fact:
    needs(act, "reason", request.reason)
    if request.takes_back > unverified(entry):
        raise PostingRefused("return.too_much", open=unverified(entry), unit=entry.target.unit)
    return p.Returned(reason=request.reason.strip(), change=-request.takes_back, unit=entry.target.unit)


def _verify(act: Act, entry: Entry, request: r.Verify, case: Circumstance) -> p.Fact:
    same_kind(entry, request.unit)
    needs(act, "method", request.method)
    _second(act, request.second, case)
    if entry.judgement.drawn and request.method != ON_SITE:
        raise PostingRefused("verify.drawn", method=ON_SITE)
    if entry.claimed.amount is None:
        raise PostingRefused("need.claimed")
    left = unverified(entry)
    if entry.target.counts_up and request.found > left:
        raise PostingRefused("verify.too_much", open=left, unit=entry.target.unit)
    if entry.target.counts_up and request.found <= 0:
        raise PostingRefused("verify.nothing")
    cumulative = (entry.verified.amount or 0) + request.found
    return p.Verified(request.found, cumulative, request.unit, request.method, request.opinion, request.second)


def _second(act: Act, second: str, case: Circumstance) -> None:
    """双人签: two people where the book wants two, and two different ones."""
    needs(act, "second", second)
    if second and second == case.by.user:
        raise PostingRefused("second.same")


def _check(act: Act, entry: Entry, request: r.Check, case: Circumstance) -> p.Fact:
    needs(act, "reason", request.conclusion)
    return p.Checked(request.conclusion.strip())


def _sample(act: Act, entry: Entry, request: r.Sample, case: Circumstance) -> p.Fact:
    if not request.seed.strip():
        raise PostingRefused("sample.seed")
    return p.Sampled(request.seed, request.risk, request.drawn, request.reasons)


def _confirm(act: Act, entry: Entry, request: r.Confirm, case: Circumstance) -> p.Fact:
    if entry.verified.amount is None:
        raise PostingRefused("need.verified")
    if case.grades and request.grade not in case.grades:
        raise PostingRefused("confirm.grade", grades="、".join(case.grades))
    _second(act, request.second, case)
    return p.Confirmed(request.grade, request.opinion, request.second)


def _object(act: Act, entry: Entry, request: r.Object, case: Circumstance) -> p.Fact:
    """督查条例: within 30 days of the conclusion, by default."""
    needs(act, "reason", request.reason)
    since = entry.judgement.concluded
    if since is not None and (case.today - since).days > case.limits.objection:
        raise PostingRefused("object.late", days=case.limits.objection)
    return p.Objected(request.reason.strip())


def _review(act: Act, entry: Entry, request: r.Review, case: Circumstance) -> p.Fact:
    needs(act, "reason", request.reason)
    return p.Reviewed(request.upheld, request.reason.strip())


ON_SITE = "现场"
"""The method a drawn account is verified by."""


DECIDERS: Table = {
    r.Return: _return,
    r.Verify: _verify,
    r.Reverse: reverse,
    r.Check: _check,
    r.Sample: _sample,
    r.Confirm: _confirm,
    r.Object: _object,
    r.Review: _review,
}
