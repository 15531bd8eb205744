"""A small county without a database: one book, its people, and an account one can talk to."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone

from taizhang import books
from taizhang.ledger import requests as r
from taizhang.ledger.book import Book
from taizhang.ledger.dates import PartialDate
from taizhang.ledger.decide import Circumstance, decide
from taizhang.ledger.entry import Entry, evolve
from taizhang.ledger.posting import By, Evidence, OnBehalf, Posting
from taizhang.ledger.quantity import parse
from taizhang.ledger.target import Target

SHANGHAI = timezone(timedelta(hours=8))
TASK = books.book("task")
CLERK = r.Actor("clerk", "office", frozenset({"office"}))
OTHER_CLERK = r.Actor("clerk2", "office", frozenset({"office", "team"}))
FORESTER = r.Actor("forester", "forestry", frozenset({"handler"}))
FARMER = r.Actor("farmer", "agriculture", frozenset({"handler"}))
INSPECTOR = r.Actor("inspector", "team", frozenset({"team"}))
LEADER = r.Actor("leader", "county", frozenset({"leader"}))
STRANGER = r.Actor("stranger", "culture", frozenset({"handler"}))
PHOTO = Evidence("link", "https://example.invalid/report", "监理周报")
SCAN = Evidence("file", "ab" * 32, "签字件")
DAY = date(2026, 3, 2)


def mu(figure: str) -> int:
    return parse(figure, "万亩").amount


def opening(**changed: object) -> r.Open:
    given: dict[str, object] = {
        "number": "26-0001",
        "title": "营造生态林 6 万亩",
        "target": Target("amount", "ge", mu("6"), "万亩", "造林面积"),
        "lead_unit": "forestry",
        "due": PartialDate(2026, 11, 30),
        "start": PartialDate(2026, 3, 1),
        "co_units": ("agriculture",),
        "leader": "leader",
    }
    return r.Open(**(given | changed))  # type: ignore[arg-type]


class Account:
    """An entry with its postings so far."""

    def __init__(self, entry: Entry | None = None, book: Book = TASK) -> None:
        self.book = book
        self.now: Entry | None = entry
        self.postings: list[Posting] = []

    @property
    def entry(self) -> Entry:
        assert self.now is not None
        return self.now

    def do(
        self,
        by: r.Actor,
        request: r.Request,
        day: date = DAY,
        *,
        evidence: tuple[Evidence, ...] = (),
        behalf: OnBehalf | None = None,
        effective: date | None = None,
    ) -> Account:
        case = Circumstance(by, day, effective or day, evidence, behalf)
        fact = decide(self.book, self.now, request, case)
        at = datetime(day.year, day.month, day.day, 9, tzinfo=SHANGHAI)
        version = len(self.postings) + 1
        posting = Posting("entry", version, fact, By(by.user, by.unit), at, case.effective, behalf, evidence)
        self.postings.append(posting)
        self.now = evolve(self.book, self.now, posting)
        return self


def opened(**changed: object) -> Account:
    return Account().do(CLERK, opening(**changed))


def doing(**changed: object) -> Account:
    return opened(**changed).do(CLERK, r.Assign("督办1号")).do(FORESTER, r.Accept())


def reported(figure: str = "6") -> Account:
    return doing().do(FORESTER, r.Report(mu(figure), "万亩"), evidence=(PHOTO,))


def submitted(figure: str = "6") -> Account:
    return reported(figure).do(FORESTER, r.Submit())


def verified(figure: str = "6") -> Account:
    return submitted(figure).do(INSPECTOR, r.Verify(mu(figure), "万亩", "现场"))


def closed() -> Account:
    return verified().do(CLERK, r.Close("销1号"))
