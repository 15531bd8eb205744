"""从流水折出许多笔账。Many accounts folded out of the journal at once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from taizhang.books import book as load_book
from taizhang.ledger.book import Book
from taizhang.ledger.entry import Entry, fold
from taizhang.ledger.journal import posting_of
from taizhang.ledger.posting import Opened, Posting
from taizhang.store.models import PostingRow

FIELDS = ("number", "digest", "algorithm", "stream", "body")
BATCH = 5_000
"""Accounts in one query: SQLite allows 32,766 parameters."""


@dataclass(frozen=True, slots=True)
class Recorded:
    """A posting with its place in the journal."""

    number: int
    digest: str
    algorithm: str
    posting: Posting


@dataclass(frozen=True, slots=True)
class Account:
    """An entry, the rules it was opened under, and every posting that made it, oldest first."""

    entry: Entry
    book: Book
    postings: tuple[Recorded, ...]

    @property
    def last(self) -> Recorded:
        return self.postings[-1]

    def latest(self, kind: str) -> Recorded | None:
        """The last posting of a kind that no reversal has undone."""
        standing = (r for r in reversed(self.postings) if r.posting.kind == kind)
        return next((r for r in standing if r.posting.version not in self.entry.undone), None)


def accounts(ids: Iterable[str]) -> dict[str, Account]:
    """The accounts of these ids; unknown ids are left out. One query for a page, several only for a whole sheet."""
    wanted = list(ids)
    if not wanted:
        return {}
    streams: dict[str, list[Recorded]] = {}
    for start in range(0, len(wanted), BATCH):
        rows = PostingRow.objects.filter(stream__in=wanted[start : start + BATCH]).order_by("stream", "version")
        for number, digest, algorithm, stream, body in rows.values_list(*FIELDS).iterator():
            streams.setdefault(stream, []).append(Recorded(number, digest, algorithm, posting_of(body)))
    return {stream: account_of(records) for stream, records in streams.items()}


def account_of(records: list[Recorded]) -> Account:
    """Raises ValueError when the first posting opens nothing."""
    first = records[0].posting.fact
    if not isinstance(first, Opened):
        raise ValueError("the first posting of an entry opens it")
    rules = load_book(first.book)
    return Account(fold(rules, (r.posting for r in records)), rules, tuple(records))
