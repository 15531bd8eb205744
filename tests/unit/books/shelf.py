"""Every book there is: the shipped ones and the drafts; and one proper step on the way to a closed account."""

from __future__ import annotations

from importlib.resources import files

from taizhang import books
from taizhang.ledger import requests as r
from taizhang.ledger.book import Book
from taizhang.ledger.entry import Entry
from taizhang.ledger.target import Target
from tests.unit.ledger import desk

FIRST_EIGHT = {"task", "instruction", "meeting", "problem", "investment", "enterprise", "indicator", "project"}
LATER_SIX = {"household", "dispute", "hazard", "patrol", "rating", "points"}
FRESH = r.Actor("fresh", "team", frozenset({"team"}))


def drafts() -> dict[str, Book]:
    folder = files("taizhang.books") / "drafts"
    found = (books.read_book(f.read_text("utf-8"), f.name) for f in folder.iterdir() if f.name.endswith(".yaml"))
    return {book.name: book for book in found}


SHELF = books.load() | drafts()


def opened(book: Book, **more: object) -> desk.Account:
    """An account in this book, from a proposal where it has one."""
    given = {"mandate": "第 3 次常务会议", "proposed": bool(book.proposal), "target": Target()} | more
    return desk.Account(book=book).do(desk.CLERK, desk.opening(**given))


def onward(book: Book, entry: Entry) -> tuple[r.Actor, r.Request]:
    """Who does what next, the straight way to closing."""
    state, acts = entry.state, book.acts
    if "approve" in acts and state in acts["approve"].moves:
        return desk.LEADER, r.Approve("leader")
    if state == "doing":
        return _doing(book, entry)
    if "close" in acts and state in acts["close"].moves and entry.verified.amount:
        return desk.CLERK, r.Close("销1号")
    if "check" in acts and state in acts["check"].moves:
        return desk.CLERK, r.Check("材料齐全")
    if state in acts["verify"].moves:
        return desk.INSPECTOR, r.Verify(entry.target.amount, entry.target.unit, "现场", second="other")
    return _from_aside(book, state)


def _doing(book: Book, entry: Entry) -> tuple[r.Actor, r.Request]:
    names = [stage.name for stage in book.stages]
    if names and entry.stage != names[-1]:
        ahead = names[names.index(entry.stage) + 1] if entry.stage else names[0]
        return desk.FORESTER, r.Advance(ahead)
    if not entry.claimed.amount:
        return desk.FORESTER, r.Report(entry.target.amount, entry.target.unit)
    return desk.FORESTER, r.Submit()


def _from_aside(book: Book, state: str) -> tuple[r.Actor, r.Request]:
    return {
        "opened": (desk.CLERK, r.Assign("督办1号")),
        "decomposed": (desk.CLERK, r.Assign("督办1号")),
        "declined": (desk.CLERK, r.Assign("督办1号")),
        "assigned": (desk.FORESTER, r.Accept()),
        "suspended": (desk.CLERK, r.Resume()),
        "objected": (FRESH, r.Review(True, "复测无误")),
        "archived": (desk.CLERK, r.Reopen("回头看")),
        "closed": (desk.CLERK, r.Reopen("回头看")),
    }[state]
