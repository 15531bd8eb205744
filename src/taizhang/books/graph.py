"""可达性：每个状态走得到，销账绕不过核账。Reachability, proved on the graph before any entry is opened.

Three promises: every state can be reached from the start; every state but an end has a way on; and no way leads into
an account of ``close`` except by an act that needs ``covered`` (verified covers the target, or a leader's waiver).
"""

from __future__ import annotations

from collections.abc import Iterator

from taizhang.books.fault import Fault
from taizhang.books.marked import Marked
from taizhang.books.shape import BookShape

INDEPENDENT = {"lead", "reporter", "recorder"}
"""核账不得由这些人做。Who may never verify."""


def faults(marked: Marked, book: BookShape) -> Iterator[Fault]:
    """Everything wrong with the graph of a book whose shape is whole."""
    unnamed = list(_unnamed(marked, book))
    yield from unnamed
    if unnamed:
        return
    yield from _unreachable(marked, book)
    yield from _dead_ends(marked, book)
    yield from _around_verification(marked, book)
    yield from _dependent_verifier(marked, book)
    yield from _idle_stages(marked, book)


def _unnamed(marked: Marked, book: BookShape) -> Iterator[Fault]:
    for key, state in (("start", book.start), ("proposal", book.proposal)):
        if state and state not in book.states:
            yield Fault("unknown_state", marked.line(key), f"起始状态“{state}”没有定义。The start is no state.")
    if "open" not in book.acts or book.acts["open"].moves:
        yield Fault(
            "open", marked.line("acts"), "要有 open（建账），且不写 moves。An act open without moves is needed."
        )
    for name, act in book.acts.items():
        for source, target in act.moves.items():
            for state in {source, target} - book.states.keys():
                cure = f"状态“{state}”没有定义，请在 states 里加上。Unknown state: define it under states."
                yield Fault("unknown_state", marked.line("acts", name, "moves", source), cure)
    for index, clock in enumerate(book.clocks):
        if clock.state not in book.states or clock.act not in book.acts:
            cure = "时钟指的状态或动作没有定义。The clock names an unknown state or act."
            yield Fault("clock", marked.line("clocks", index), cure)


def reachable(book: BookShape) -> set[str]:
    """The states that some run of acts leads to."""
    ahead = [state for state in (book.start, book.proposal) if state]
    seen = set(ahead)
    while ahead:
        state = ahead.pop()
        onward = {act.moves[state] for act in book.acts.values() if state in act.moves} - seen
        seen |= onward
        ahead += onward
    return seen


def _unreachable(marked: Marked, book: BookShape) -> Iterator[Fault]:
    for state in sorted(book.states.keys() - reachable(book)):
        cure = f"没有动作能走到“{state}”，请补一个动作或删去它。No act leads here: add one or remove the state."
        yield Fault("unreachable", marked.line("states", state), cure)
    if not any(s.account == "close" for s in book.states.values()):
        yield Fault("no_close", marked.line("states"), "没有销账的状态。No state of account close.")


def _dead_ends(marked: Marked, book: BookShape) -> Iterator[Fault]:
    for name, state in book.states.items():
        leaves = any(act.moves.get(name, name) != name for act in book.acts.values())
        if state.account not in ("close", "end") and not leaves:
            cure = f"进了“{name}”就出不来，请补一个动作。Nothing leads out of this state: add an act."
            yield Fault("dead_end", marked.line("states", name), cure)


def _around_verification(marked: Marked, book: BookShape) -> Iterator[Fault]:
    for name, act in book.acts.items():
        for source, target in act.moves.items():
            into = book.states[target].account == "close" and book.states[source].account != "close"
            if into and not (name == "close" and "covered" in act.needs):
                cure = f"“{name}”能绕过核账进“{target}”：只有 close 能销账，且 needs 里要有 covered。"
                cure += "Only close may lead here, and it needs covered."
                yield Fault("around_verification", marked.line("acts", name, "moves", source), cure)


def _dependent_verifier(marked: Marked, book: BookShape) -> Iterator[Fault]:
    verify = book.acts.get("verify")
    if verify is None:
        yield Fault("no_verify", marked.line("acts"), "要有 verify（核账）。An act verify is needed.")
    elif INDEPENDENT - set(verify.not_by):
        missing = " ".join(sorted(INDEPENDENT - set(verify.not_by)))
        cure = f"核账的 not_by 还要写 {missing}：谁报谁不核，谁代录谁不核。Add these to not_by of verify."
        yield Fault("dependent_verifier", marked.line("acts", "verify"), cure)


def _idle_stages(marked: Marked, book: BookShape) -> Iterator[Fault]:
    """Stages and the act that reaches them come together; closing at the last stage needs stages."""
    if bool(book.stages) != ("advance" in book.acts):
        cure = "stages 和 advance（阶段推进）要么都写，要么都不写。Write both stages and the act advance, or neither."
        yield Fault("stages", marked.line("stages" if book.stages else "acts"), cure)
    closing = book.acts.get("close")
    if closing and "last_stage" in closing.needs and not book.stages:
        cure = "close 要走到最后阶段，却没有写 stages。Closing needs the last stage: write stages."
        yield Fault("stages", marked.line("acts", "close", "needs"), cure)
