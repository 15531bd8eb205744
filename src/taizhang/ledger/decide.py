"""裁决：请求来了，记什么，还是不记。decide: a request against an entry gives facts, or a refusal with its rule."""

from __future__ import annotations

from dataclasses import replace

from taizhang.ledger import requests as r
from taizhang.ledger.account import Entry
from taizhang.ledger.book import Book
from taizhang.ledger.deciding import DECIDERS
from taizhang.ledger.deciding.common import Circumstance, papers
from taizhang.ledger.deciding.opening import open_entry
from taizhang.ledger.permission import permit
from taizhang.ledger.posting import Fact
from taizhang.ledger.refusal import PostingRefused
from taizhang.ledger.requests import ACT, Request

__all__ = ["Circumstance", "decide"]


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
    papers(act, case)
    if isinstance(request, r.Open):
        return open_entry(book, act, request)
    if entry is None:
        raise PostingRefused("act.not_now", act=name, state="")
    ruled = replace(case, limits=book.limits, grades=book.grades, stages=tuple(s.name for s in book.stages))
    return DECIDERS[type(request)](act, entry, request, ruled)
