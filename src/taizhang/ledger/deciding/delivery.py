"""交账的裁决：报数、问题、延期、暂停。Deciding what happens on the way: figures, problems, dates, pauses."""

from __future__ import annotations

from taizhang.ledger import posting as p
from taizhang.ledger import requests as r
from taizhang.ledger.account import Entry
from taizhang.ledger.book import Act
from taizhang.ledger.dates import PartialDate
from taizhang.ledger.deciding.common import Circumstance, Table, needs, same_kind
from taizhang.ledger.refusal import PostingRefused


def _report(act: Act, entry: Entry, request: r.Report, case: Circumstance) -> p.Fact:
    same_kind(entry, request.unit)
    last = entry.claimed.amount or 0
    if request.cumulative < last and entry.target.counts_up:
        raise PostingRefused("report.backwards", last=last, unit=entry.target.unit)
    return p.Reported(request.cumulative - last, request.cumulative, request.unit, request.note)


def _no_change(act: Act, entry: Entry, request: r.NoChange, case: Circumstance) -> p.Fact:
    return p.Unchanged(note=request.note)


def _advance(act: Act, entry: Entry, request: r.Advance, case: Circumstance) -> p.Fact:
    """The next stage on the day it was reached; whoever goes back or leaves one out says why."""
    if request.stage not in case.stages:
        raise PostingRefused("stage.unknown", stage=request.stage)
    if request.stage == entry.stage:
        raise PostingRefused("stage.same", stage=request.stage)
    since = entry.course.stages[-1].day if entry.course.stages else case.effective
    if case.effective < since:
        raise PostingRefused("stage.day", date=since.isoformat())
    if not _next(entry, request, case) and not request.reason.strip():
        raise PostingRefused("stage.reason", stage=request.stage)
    return p.StageReached(request.stage, entry.stage, request.reason.strip())


def _next(entry: Entry, request: r.Advance, case: Circumstance) -> bool:
    """Taken into the ledger half way, a matter may begin at any stage."""
    return not entry.stage or case.stages.index(request.stage) == case.stages.index(entry.stage) + 1


def _submit(act: Act, entry: Entry, request: r.Submit, case: Circumstance) -> p.Fact:
    if "claimed" in act.needs and entry.claimed.amount is None:
        raise PostingRefused("need.claimed")
    return p.Submitted(statement=request.statement)


def _extend(act: Act, entry: Entry, request: r.Extend, case: Circumstance) -> p.Fact:
    """延期. Where the book wants it asked for and endorsed, the office grants only what was asked."""
    needs(act, "reason", request.reason)
    needs(act, "leader", request.approved_by)
    ask = entry.course.ask
    if "asked" in act.needs and ask is None:
        raise PostingRefused("need.asked")
    if "endorsed" in act.needs and not (ask and ask.endorsed):
        raise PostingRefused("need.endorsed")
    _later(entry, request.after, case)
    return p.Extended(entry.due, request.after, request.reason.strip(), request.approved_by)


def _raise_problem(act: Act, entry: Entry, request: r.RaiseProblem, case: Circumstance) -> p.Fact:
    if not request.words.strip() or not request.owner:
        raise PostingRefused("problem.incomplete")
    if request.due is None:
        raise PostingRefused("need.due")
    number = len(entry.course.problems) + 1
    return p.ProblemRaised(number, request.words.strip(), request.owner, request.due)


def _settle_problem(act: Act, entry: Entry, request: r.SettleProblem, case: Circumstance) -> p.Fact:
    waiting = {problem.number for problem in entry.course.problems if problem.settled is None}
    if request.problem not in waiting:
        raise PostingRefused("problem.unknown", problem=request.problem)
    needs(act, "reason", request.how)
    return p.ProblemSettled(request.problem, request.how.strip())


def _ask_extension(act: Act, entry: Entry, request: r.AskExtension, case: Circumstance) -> p.Fact:
    """Before the due date, with reason, new date and progress (DOMAIN §1.4, row 9)."""
    needs(act, "reason", request.reason)
    if entry.course.ask is not None:
        raise PostingRefused("extend.asked")
    _later(entry, request.after, case)
    return p.ExtensionAsked(request.after, request.reason.strip(), request.progress.strip())


def _later(entry: Entry, after: PartialDate, case: Circumstance) -> None:
    if after.last <= entry.due.last:
        raise PostingRefused("extend.backwards", due=entry.due.iso)
    if entry.extensions >= case.limits.extensions:
        raise PostingRefused("extend.limit", limit=case.limits.extensions)


def _endorse(act: Act, entry: Entry, request: r.Endorse, case: Circumstance) -> p.Fact:
    if entry.course.ask is None:
        raise PostingRefused("need.asked")
    needs(act, "leader", request.leader)
    return p.ExtensionEndorsed(request.leader, request.note)


def _refuse_extension(act: Act, entry: Entry, request: r.RefuseExtension, case: Circumstance) -> p.Fact:
    if entry.course.ask is None:
        raise PostingRefused("need.asked")
    needs(act, "reason", request.reason)
    return p.ExtensionRefused(request.reason.strip())


def _suspend(act: Act, entry: Entry, request: r.Suspend, case: Circumstance) -> p.Fact:
    needs(act, "reason", request.reason)
    needs(act, "leader", request.approved_by)
    return p.Suspended(request.reason.strip(), request.approved_by)


def _resume(act: Act, entry: Entry, request: r.Resume, case: Circumstance) -> p.Fact:
    since = entry.paused[-1][0] if entry.paused else case.effective
    if case.effective < since:
        raise PostingRefused("resume.backwards", date=since.isoformat())
    return p.Resumed((case.effective - since).days, request.note)


DECIDERS: Table = {
    r.Report: _report,
    r.NoChange: _no_change,
    r.Advance: _advance,
    r.Submit: _submit,
    r.Extend: _extend,
    r.RaiseProblem: _raise_problem,
    r.SettleProblem: _settle_problem,
    r.AskExtension: _ask_extension,
    r.Endorse: _endorse,
    r.RefuseExtension: _refuse_extension,
    r.Suspend: _suspend,
    r.Resume: _resume,
}
