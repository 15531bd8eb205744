"""销账的裁决。Deciding what ends an account."""

from __future__ import annotations

from taizhang.ledger import posting as p
from taizhang.ledger import requests as r
from taizhang.ledger.account import Entry
from taizhang.ledger.book import Act
from taizhang.ledger.deciding.common import Circumstance, Table, needs
from taizhang.ledger.quantity import Quantity
from taizhang.ledger.refusal import PostingRefused
from taizhang.ledger.target import covers, outstanding


def _waive(act: Act, entry: Entry, request: r.Waive, case: Circumstance) -> p.Fact:
    needs(act, "reason", request.reason)
    needs(act, "leader", request.leader)
    left = outstanding(entry.target, entry.verified)
    if not left:
        raise PostingRefused("waive.nothing")
    return p.Waived(leader=request.leader, reason=request.reason.strip(), amount=left)


def _close(act: Act, entry: Entry, request: r.Close, case: Circumstance) -> p.Fact:
    """销账 only when verified covers the target, or a leader's waiver stands on the entry."""
    settled = covers(entry.target, entry.verified, period_ended=case.today > entry.due.last)
    if not settled and entry.waived is None:
        left = Quantity(outstanding(entry.target, entry.verified), entry.target.unit)
        raise PostingRefused("need.covered", figure=left.text(), unit=left.symbol)
    if "last_stage" in act.needs and case.stages and entry.stage != case.stages[-1]:
        raise PostingRefused("need.last_stage", stage=case.stages[-1])
    return p.Closed(certificate=request.certificate, grade=request.grade, note=request.note)


def _reopen(act: Act, entry: Entry, request: r.Reopen, case: Circumstance) -> p.Fact:
    needs(act, "reason", request.reason)
    return p.Reopened(reason=request.reason.strip())


def _cancel(act: Act, entry: Entry, request: r.Cancel, case: Circumstance) -> p.Fact:
    needs(act, "reason", request.reason)
    needs(act, "leader", request.approved_by)
    return p.Cancelled(request.approved_by, request.reason.strip())


def _archive(act: Act, entry: Entry, request: r.Archive, case: Circumstance) -> p.Fact:
    return p.Archived(request.file)


def _look_back(act: Act, entry: Entry, request: r.LookBack, case: Circumstance) -> p.Fact:
    needs(act, "reason", request.found)
    return p.LookedBack(request.held, request.found.strip())


def _merge(act: Act, entry: Entry, request: r.Merge, case: Circumstance) -> p.Fact:
    needs(act, "reason", request.reason)
    if not request.into or request.into == entry.id:
        raise PostingRefused("merge.into")
    return p.Merged(request.into, request.reason.strip())


def _make_standing(act: Act, entry: Entry, request: r.MakeStanding, case: Circumstance) -> p.Fact:
    needs(act, "reason", request.reason)
    needs(act, "leader", request.approved_by)
    return p.MadeStanding(request.approved_by, request.reason.strip())


def _carry_over(act: Act, entry: Entry, request: r.CarryOver, case: Circumstance) -> p.Fact:
    """The rest goes on in another account; both name each other."""
    if not request.into or request.into == entry.id:
        raise PostingRefused("merge.into")
    return p.CarriedOver(request.into, outstanding(entry.target, entry.verified), entry.target.unit)


DECIDERS: Table = {
    r.Waive: _waive,
    r.Close: _close,
    r.Reopen: _reopen,
    r.Cancel: _cancel,
    r.Archive: _archive,
    r.LookBack: _look_back,
    r.Merge: _merge,
    r.MakeStanding: _make_standing,
    r.CarryOver: _carry_over,
}
