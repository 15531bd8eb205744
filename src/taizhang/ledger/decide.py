"""裁决：请求来了，记什么，还是不记。decide: a request against an entry gives facts, or a refusal with its rule."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from taizhang.ledger import posting as p
from taizhang.ledger import requests as r
from taizhang.ledger.book import Act, Book
from taizhang.ledger.entry import AMENDABLE, DUTIES, Entry
from taizhang.ledger.permission import permit
from taizhang.ledger.posting import Evidence, Fact, OnBehalf
from taizhang.ledger.quantity import Quantity
from taizhang.ledger.refusal import PostingRefused
from taizhang.ledger.requests import ACT, Actor, Request
from taizhang.ledger.reverse import reverse
from taizhang.ledger.target import covers, outstanding
from taizhang.text.units import unit

EXTENSIONS = 2
"""How often a date may be put off by default (DOMAIN §1.4, row 9)."""


@dataclass(frozen=True, slots=True)
class Circumstance:
    """Everything around a request that is not its content. ``today`` is the day it is recorded on."""

    by: Actor
    today: date
    effective: date
    evidence: tuple[Evidence, ...] = ()
    behalf: OnBehalf | None = None


def decide(book: Book, entry: Entry | None, request: Request, case: Circumstance) -> Fact:
    """The fact that a request makes true.

    Raises:
        PostingRefused: with the rule that stands against it.
    """
    name = ACT[type(request)]
    if isinstance(request, r.Open) and entry is not None:
        raise PostingRefused("open.again")
    act = permit(book, entry, name, by=case.by, behalf=case.behalf)
    if case.effective > case.today:
        raise PostingRefused("report.future", date=case.effective.isoformat())
    _papers(act, case)
    if isinstance(request, r.Open):
        return _open(book, act, request)
    if entry is None:
        raise PostingRefused("act.not_now", act=name, state="")
    return _DECIDERS[type(request)](act, entry, request, case)


def _papers(act: Act, case: Circumstance) -> None:
    if "evidence" in act.needs and not case.evidence:
        raise PostingRefused("need.evidence")
    scanned = any(e.kind in ("paper", "file") for e in case.evidence)
    if (case.behalf or "paper" in act.needs) and not scanned:
        raise PostingRefused("need.paper")


def _needs(act: Act, need: str, given: object) -> None:
    if need in act.needs and not (given.strip() if isinstance(given, str) else given):
        raise PostingRefused(f"need.{need}")


def _open(book: Book, act: Act, request: r.Open) -> Fact:
    if not request.title.strip():
        raise PostingRefused("need.title")
    if request.target is None:
        raise PostingRefused("need.target")
    if not request.lead_unit:
        raise PostingRefused("need.lead_unit")
    if request.due is None:
        raise PostingRefused("need.due")
    _needs(act, "leader", request.leader)
    if request.lead_unit in request.co_units:
        raise PostingRefused("open.co_is_lead", unit=request.lead_unit)
    _consistent_dates(request)
    return p.Opened(
        book=book.name,
        number=request.number,
        title=request.title.strip(),
        target=request.target,
        lead_unit=request.lead_unit,
        due=request.due,
        start=request.start,
        co_units=request.co_units,
        leader=request.leader,
        task_force=request.task_force,
        milestones=tuple(sorted(request.milestones, key=lambda m: m.due.last)),
        source=request.source,
        basis=request.basis,
        parent=request.parent,
        topic=request.topic,
        standard=request.standard,
    )


def _consistent_dates(request: r.Open) -> None:
    assert request.due is not None
    assert request.target is not None
    if request.start.first > request.due.last:
        raise PostingRefused("open.dates", start=request.start.iso, due=request.due.iso)
    for stone in request.milestones:
        beyond = stone.amount is not None and request.target.counts_up and stone.amount > request.target.amount
        if stone.due.last > request.due.last or beyond:
            raise PostingRefused("open.milestone", due=stone.due.iso, title=stone.title)


def _assign(act: Act, entry: Entry, request: r.Assign, case: Circumstance) -> Fact:
    return p.Assigned(paper=request.paper, due=entry.due, lead_unit=entry.lead_unit, note=request.note)


def _accept(act: Act, entry: Entry, request: r.Accept, case: Circumstance) -> Fact:
    return p.Accepted(note=request.note)


def _decline(act: Act, entry: Entry, request: r.Decline, case: Circumstance) -> Fact:
    _needs(act, "reason", request.reason)
    return p.Declined(reason=request.reason.strip(), proposes=request.proposes)


def _report(act: Act, entry: Entry, request: r.Report, case: Circumstance) -> Fact:
    _same_kind(entry, request.unit)
    last = entry.claimed.amount or 0
    if request.cumulative < last and entry.target.counts_up:
        raise PostingRefused("report.backwards", last=last, unit=entry.target.unit)
    return p.Reported(request.cumulative - last, request.cumulative, request.unit, request.note)


def _same_kind(entry: Entry, symbol: str) -> None:
    mine = entry.target.quantity.unit
    if unit(symbol).dimension != mine.dimension:
        raise PostingRefused("report.unit", unit=symbol, other=mine.symbol)


def _no_change(act: Act, entry: Entry, request: r.NoChange, case: Circumstance) -> Fact:
    return p.Unchanged(note=request.note)


def _submit(act: Act, entry: Entry, request: r.Submit, case: Circumstance) -> Fact:
    if "claimed" in act.needs and entry.claimed.amount is None:
        raise PostingRefused("need.claimed")
    return p.Submitted(statement=request.statement)


def _return(act: Act, entry: Entry, request: r.Return, case: Circumstance) -> Fact:
    _needs(act, "reason", request.reason)
    if request.takes_back > _unverified(entry):
        raise PostingRefused("return.too_much", open=_unverified(entry), unit=entry.target.unit)
    return p.Returned(reason=request.reason.strip(), change=-request.takes_back, unit=entry.target.unit)


def _unverified(entry: Entry) -> int:
    return (entry.claimed.amount or 0) - (entry.verified.amount or 0)


def _verify(act: Act, entry: Entry, request: r.Verify, case: Circumstance) -> Fact:
    _same_kind(entry, request.unit)
    _needs(act, "method", request.method)
    if entry.claimed.amount is None:
        raise PostingRefused("need.claimed")
    left = _unverified(entry)
    if entry.target.counts_up and request.found > left:
        raise PostingRefused("verify.too_much", open=left, unit=entry.target.unit)
    if entry.target.counts_up and request.found <= 0:
        raise PostingRefused("verify.nothing")
    cumulative = (entry.verified.amount or 0) + request.found
    return p.Verified(request.found, cumulative, request.unit, request.method, request.opinion, request.second)


def _waive(act: Act, entry: Entry, request: r.Waive, case: Circumstance) -> Fact:
    _needs(act, "reason", request.reason)
    _needs(act, "leader", request.leader)
    left = outstanding(entry.target, entry.verified)
    if not left:
        raise PostingRefused("waive.nothing")
    return p.Waived(leader=request.leader, reason=request.reason.strip(), amount=left)


def _close(act: Act, entry: Entry, request: r.Close, case: Circumstance) -> Fact:
    """销账 only when verified covers the target, or a leader's waiver stands on the entry."""
    settled = covers(entry.target, entry.verified, period_ended=case.today > entry.due.last)
    if not settled and entry.waived is None:
        left = Quantity(outstanding(entry.target, entry.verified), entry.target.unit)
        raise PostingRefused("need.covered", figure=left.text(), unit=left.symbol)
    return p.Closed(certificate=request.certificate, grade=request.grade, note=request.note)


def _reopen(act: Act, entry: Entry, request: r.Reopen, case: Circumstance) -> Fact:
    _needs(act, "reason", request.reason)
    return p.Reopened(reason=request.reason.strip())


def _bring_forward(act: Act, entry: Entry, request: r.BringForward, case: Circumstance) -> Fact:
    _same_kind(entry, request.unit)
    if entry.claimed.amount is not None:
        raise PostingRefused("forward.late")
    if entry.target.counts_up and request.verified > request.claimed:
        raise PostingRefused("forward.more_verified")
    return p.BroughtForward(request.claimed, request.verified, request.unit, request.as_of, request.verified_by)


def _amend(act: Act, entry: Entry, request: r.Amend, case: Circumstance) -> Fact:
    _needs(act, "reason", request.reason)
    if request.field not in AMENDABLE:
        raise PostingRefused("amend.field", field=request.field)
    before = str(getattr(entry, request.field))
    if before == request.after.strip():
        raise PostingRefused("amend.same")
    return p.Amended(request.field, before, request.after.strip(), request.reason.strip())


def _reassign(act: Act, entry: Entry, request: r.Reassign, case: Circumstance) -> Fact:
    _needs(act, "reason", request.reason)
    if request.role not in DUTIES:
        raise PostingRefused("amend.field", field=request.role)
    standing = getattr(entry, request.role)
    before = " ".join(standing) if isinstance(standing, tuple) else standing
    if before == request.after.strip():
        raise PostingRefused("amend.same")
    if request.role == "lead_unit" and not request.after.strip():
        raise PostingRefused("need.lead_unit")
    return p.Reassigned(request.role, before, request.after.strip(), request.reason.strip())


def _extend(act: Act, entry: Entry, request: r.Extend, case: Circumstance) -> Fact:
    _needs(act, "reason", request.reason)
    _needs(act, "leader", request.approved_by)
    if request.after.last <= entry.due.last:
        raise PostingRefused("extend.backwards", due=entry.due.iso)
    if entry.extensions >= EXTENSIONS:
        raise PostingRefused("extend.limit", limit=EXTENSIONS)
    return p.Extended(entry.due, request.after, request.reason.strip(), request.approved_by)


def _cancel(act: Act, entry: Entry, request: r.Cancel, case: Circumstance) -> Fact:
    _needs(act, "reason", request.reason)
    _needs(act, "leader", request.approved_by)
    return p.Cancelled(request.approved_by, request.reason.strip())


_DECIDERS: dict[type, Callable[[Act, Entry, Any, Circumstance], Fact]] = {
    r.Assign: _assign,
    r.Accept: _accept,
    r.Decline: _decline,
    r.Report: _report,
    r.NoChange: _no_change,
    r.Submit: _submit,
    r.Return: _return,
    r.Verify: _verify,
    r.Waive: _waive,
    r.Close: _close,
    r.Reopen: _reopen,
    r.BringForward: _bring_forward,
    r.Amend: _amend,
    r.Reverse: reverse,
    r.Reassign: _reassign,
    r.Extend: _extend,
    r.Cancel: _cancel,
}
