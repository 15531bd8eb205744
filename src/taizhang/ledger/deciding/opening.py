"""开账的裁决。Deciding what opens an account."""

from __future__ import annotations

from taizhang.ledger import posting as p
from taizhang.ledger import requests as r
from taizhang.ledger.account import Entry
from taizhang.ledger.book import Act, Book
from taizhang.ledger.dates import PartialDate
from taizhang.ledger.deciding.common import Circumstance, Table, needs, same_kind
from taizhang.ledger.refusal import PostingRefused
from taizhang.ledger.target import Target


def _assign(act: Act, entry: Entry, request: r.Assign, case: Circumstance) -> p.Fact:
    return p.Assigned(paper=request.paper, due=entry.due, lead_unit=entry.lead_unit, note=request.note)


def _accept(act: Act, entry: Entry, request: r.Accept, case: Circumstance) -> p.Fact:
    return p.Accepted(note=request.note)


def _decline(act: Act, entry: Entry, request: r.Decline, case: Circumstance) -> p.Fact:
    needs(act, "reason", request.reason)
    return p.Declined(reason=request.reason.strip(), proposes=request.proposes)


def _bring_forward(act: Act, entry: Entry, request: r.BringForward, case: Circumstance) -> p.Fact:
    same_kind(entry, request.unit)
    if entry.claimed.amount is not None:
        raise PostingRefused("forward.late")
    if entry.target.counts_up and request.verified > request.claimed:
        raise PostingRefused("forward.more_verified")
    return p.BroughtForward(request.claimed, request.verified, request.unit, request.as_of, request.verified_by)


def open_entry(book: Book, act: Act, request: r.Open) -> p.Fact:
    """建账: everything an account cannot do without, and nothing that contradicts itself."""
    target, due = _whole(act, request)
    _consistent(request, target, due)
    return p.Opened(
        book=book.name,
        number=request.number,
        title=request.title.strip(),
        target=target,
        lead_unit=request.lead_unit,
        due=due,
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
        carried_from=request.carried_from,
        edition=book.edition,
        object=request.object,
        mandate=request.mandate,
        state=book.proposal if request.proposed else "",
    )


def _whole(act: Act, request: r.Open) -> tuple[Target, PartialDate]:
    if not request.title.strip():
        raise PostingRefused("need.title")
    if request.target is None:
        raise PostingRefused("need.target")
    if not request.lead_unit:
        raise PostingRefused("need.lead_unit")
    if request.due is None:
        raise PostingRefused("need.due")
    needs(act, "leader", request.leader)
    needs(act, "mandate", request.mandate or request.basis)
    return request.target, request.due


def _consistent(request: r.Open, target: Target, due: PartialDate) -> None:
    if request.lead_unit in request.co_units:
        raise PostingRefused("open.co_is_lead", unit=request.lead_unit)
    if request.start.first > due.last:
        raise PostingRefused("open.dates", start=request.start.iso, due=due.iso)
    for stone in request.milestones:
        beyond = stone.amount is not None and target.counts_up and stone.amount > target.amount
        if stone.due.last > due.last or beyond:
            raise PostingRefused("open.milestone", due=stone.due.iso, title=stone.title)


def _approve(act: Act, entry: Entry, request: r.Approve, case: Circumstance) -> p.Fact:
    needs(act, "leader", request.approver)
    return p.Approved(request.approver, request.note)


def _refuse(act: Act, entry: Entry, request: r.Refuse, case: Circumstance) -> p.Fact:
    needs(act, "leader", request.approver)
    needs(act, "reason", request.reason)
    return p.Refused(request.approver, request.reason.strip())


def _decompose(act: Act, entry: Entry, request: r.Decompose, case: Circumstance) -> p.Fact:
    """The parts of a decomposed target sum to it, or the difference stands on the parent (DESIGN, "Quantities")."""
    if request.parts < 1:
        raise PostingRefused("decompose.nothing")
    difference = entry.target.amount - request.total
    return p.Decomposed(request.parts, request.total, difference, entry.target.unit, request.note)


def _confirm_duty(act: Act, entry: Entry, request: r.ConfirmDuty, case: Circumstance) -> p.Fact:
    return p.DutyConfirmed(_own(entry, case), request.note)


def _object_duty(act: Act, entry: Entry, request: r.ObjectDuty, case: Circumstance) -> p.Fact:
    needs(act, "reason", request.reason)
    return p.DutyObjected(_own(entry, case), request.reason.strip())


def _own(entry: Entry, case: Circumstance) -> str:
    """The co-unit that speaks."""
    unit = case.behalf.unit if case.behalf else case.by.unit
    if unit not in entry.co_units:
        raise PostingRefused("act.not_yours", act="confirm_duty", roles="co")
    return unit


DECIDERS: Table = {
    r.Assign: _assign,
    r.Accept: _accept,
    r.Decline: _decline,
    r.BringForward: _bring_forward,
    r.Approve: _approve,
    r.Refuse: _refuse,
    r.Decompose: _decompose,
    r.ConfirmDuty: _confirm_duty,
    r.ObjectDuty: _object_duty,
}
