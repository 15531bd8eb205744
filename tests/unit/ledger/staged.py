"""A book with stages, made of the task book, and an account in it."""

from __future__ import annotations

from dataclasses import replace

from taizhang.ledger import requests as r
from taizhang.ledger.book import Act, Label, Stage
from tests.unit.ledger import desk

ADVANCE = Act("advance", Label("推进", "Advance"), {"doing": "doing"}, frozenset({"lead", "office"}))
STAGED = replace(
    desk.TASK,
    stages=tuple(Stage(n, Label(n, n)) for n in ("talk", "signed", "built")),
    acts=desk.TASK.acts
    | {
        "advance": ADVANCE,
        "close": replace(desk.TASK.acts["close"], needs=frozenset({"covered", "last_stage"})),
    },
)


def staged(*stages: str, to: str = "doing") -> desk.Account:
    """An account that was taken through these stages; ``closing`` verifies it besides."""
    account = desk.Account(book=STAGED).do(desk.CLERK, desk.opening())
    account.do(desk.CLERK, r.Assign("督办1号")).do(desk.FORESTER, r.Accept())
    for stage in stages:
        account.do(desk.FORESTER, r.Advance(stage))
    if to == "closing":
        account.do(desk.FORESTER, r.Report(desk.mu("6"), "万亩"), evidence=(desk.PHOTO,)).do(desk.FORESTER, r.Submit())
        account.do(desk.INSPECTOR, r.Verify(desk.mu("6"), "万亩", "现场"))
    return account
