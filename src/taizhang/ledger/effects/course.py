"""办理中的变动：问题、延期申请、暂停。What happens on the way: problems, extensions asked for, the clock stopped."""

from __future__ import annotations

from dataclasses import replace

from taizhang.ledger import posting as p
from taizhang.ledger.account import Ask, Entry, Problem, Reached
from taizhang.ledger.effects.apply import apply
from taizhang.ledger.posting import Posting


@apply.register
def _(fact: p.ProblemRaised, entry: Entry, posting: Posting) -> Entry:
    problem = Problem(fact.problem, fact.words, fact.owner, fact.due, posting.effective)
    return replace(entry, course=replace(entry.course, problems=(*entry.course.problems, problem)))


@apply.register
def _(fact: p.ProblemSettled, entry: Entry, posting: Posting) -> Entry:
    settled = tuple(
        replace(problem, settled=posting.effective, how=fact.how) if problem.number == fact.problem else problem
        for problem in entry.course.problems
    )
    return replace(entry, course=replace(entry.course, problems=settled))


@apply.register
def _(fact: p.ExtensionAsked, entry: Entry, posting: Posting) -> Entry:
    ask = Ask(fact.after, fact.reason, fact.progress, posting.effective)
    return replace(entry, course=replace(entry.course, ask=ask))


@apply.register
def _(fact: p.ExtensionEndorsed, entry: Entry, _posting: Posting) -> Entry:
    ask = replace(entry.course.ask, endorsed=fact.leader) if entry.course.ask else None
    return replace(entry, course=replace(entry.course, ask=ask))


@apply.register
def _(_fact: p.ExtensionRefused, entry: Entry, _posting: Posting) -> Entry:
    return replace(entry, course=replace(entry.course, ask=None))


@apply.register
def _(_fact: p.Suspended, entry: Entry, posting: Posting) -> Entry:
    paused = (*entry.course.paused, (posting.effective, None))
    return replace(entry, course=replace(entry.course, paused=paused))


@apply.register
def _(_fact: p.Resumed, entry: Entry, posting: Posting) -> Entry:
    *before, (since, _until) = entry.course.paused
    return replace(entry, course=replace(entry.course, paused=(*before, (since, posting.effective))))


@apply.register
def _(fact: p.StageReached, entry: Entry, posting: Posting) -> Entry:
    stages = (*entry.course.stages, Reached(fact.stage, posting.effective))
    return replace(entry, course=replace(entry.course, stages=stages))
