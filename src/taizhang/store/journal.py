"""流水的门：记进去只有这一条路。The journal's door: the only way in.

One head row is locked by whoever writes, so numbers have no gaps and the chain has one end; each stream is compared
and swapped on its version; projections move in the same transaction.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime

from django.conf import settings
from django.db import transaction
from django.db.models import Exists, Max, OuterRef

from taizhang.ledger.entry import Entry, evolve
from taizhang.ledger.journal import GENESIS, Record, chain, posting_of
from taizhang.ledger.posting import Posting
from taizhang.store import projections
from taizhang.store.models import HeadRow, PostingRow

Head = HeadRow
"""The journal's end, held."""
BATCH = 500
"""Rows in one INSERT; SQLite allows 32,766 parameters."""


class Conflict(Exception):
    """Somebody else posted to this stream first: who, and when. Nothing was recorded."""

    def __init__(self, stream: str, expected: int, version: int, by: str = "", at: datetime | None = None) -> None:
        super().__init__(f"{stream}: expected version {expected}, stands at {version}")
        self.stream = stream
        self.expected = expected
        self.version = version
        self.by = by
        self.at = at


@contextmanager
def writing() -> Iterator[HeadRow]:
    """A transaction that holds the journal's head: what is read inside stays true until it ends."""
    with transaction.atomic():
        yield _head()


def _head() -> HeadRow:
    head = HeadRow.objects.select_for_update().first()
    if head is None:
        last = PostingRow.objects.order_by("-number").values_list("number", "digest").first()
        number, digest = last or (0, GENESIS)
        HeadRow.objects.get_or_create(id=1, defaults={"number": number, "digest": digest})
        head = HeadRow.objects.select_for_update().get(id=1)
    return head


def append(
    postings: Sequence[Posting],
    expected: Mapping[str, int],
    *,
    entries: Mapping[str, Entry] | None = None,
    head: HeadRow | None = None,
) -> list[Record]:
    """Record postings in their order, or nothing at all.

    ``expected`` holds the version each stream stands at; ``head`` is what ``writing`` gave, when the caller is inside
    it; ``entries`` may hand over entries folded under that head, to spare reading and comparing them again.

    Raises:
        Conflict: a stream stands at another version.
        ValueError: a posting's version does not follow, or its stream is not in ``expected``.
    """
    if head is None:
        with writing() as held:
            return append(postings, expected, head=held)
    known = entries or {}
    _compare({s: v for s, v in expected.items() if s not in known or known[s].version != v})
    _follow(postings, expected)
    records = list(_chained(postings, head))
    if records:
        rows = [_row(record, posting) for record, posting in zip(records, postings, strict=True)]
        PostingRow.objects.bulk_create(rows, batch_size=BATCH)
        head.number, head.digest = records[-1].number, records[-1].digest
        head.save(update_fields=["number", "digest"])
        projections.move(records, postings, known)
    return records


def _chained(postings: Iterable[Posting], head: HeadRow) -> Iterator[Record]:
    algorithm = str(settings.TAIZHANG["digest"])
    return chain(postings, number=head.number, prev=head.digest, algorithm=algorithm)


def _compare(expected: Mapping[str, int]) -> None:
    """Compare-and-swap; the head is held, so what is compared stays."""
    standing = versions(expected) if expected else {}
    for stream, version in expected.items():
        if standing.get(stream, 0) != version:
            raise conflict(stream, version, standing.get(stream, 0))


def conflict(stream: str, expected: int, version: int) -> Conflict:
    """The conflict, with who posted last and when."""
    last = PostingRow.objects.filter(stream=stream, version=version).first()
    if last is None:
        return Conflict(stream, expected, version)
    posting = posting_of(last.body)
    return Conflict(stream, expected, version, posting.by.user, posting.at)


def versions(streams: Iterable[str]) -> dict[str, int]:
    """The last version of each stream that has any."""
    found: dict[str, int] = {}
    wanted = list(streams)
    for start in range(0, len(wanted), BATCH):
        some = PostingRow.objects.filter(stream__in=wanted[start : start + BATCH])
        found.update(some.order_by().values_list("stream").annotate(last=Max("version")))
    return found


def _follow(postings: Sequence[Posting], expected: Mapping[str, int]) -> None:
    at = dict(expected)
    for posting in postings:
        if posting.stream not in at:
            raise ValueError(f"no expected version for {posting.stream}")
        at[posting.stream] += 1
        if posting.version != at[posting.stream]:
            raise ValueError(f"{posting.stream} {posting.version} does not follow {at[posting.stream] - 1}")


def _row(record: Record, posting: Posting) -> PostingRow:
    return PostingRow(
        number=record.number,
        stream=record.stream,
        version=record.version,
        kind=record.kind,
        body=record.body,
        prev=record.prev,
        digest=record.digest,
        algorithm=record.algorithm,
        recorded_at=posting.at,
        effective=posting.effective,
    )


def load(stream: str) -> list[Posting]:
    """All postings of a stream, in order of version; empty when there is none."""
    rows = PostingRow.objects.filter(stream=stream).order_by("version")
    return [posting_of(body) for body in rows.values_list("body", flat=True)]


def entries(streams: Iterable[str]) -> dict[str, Entry]:
    """The entries of these streams, folded; those without postings are left out."""
    found: dict[str, Entry] = {}
    wanted = list(dict.fromkeys(streams))
    for start in range(0, len(wanted), BATCH):
        rows = PostingRow.objects.filter(stream__in=wanted[start : start + BATCH]).order_by("stream", "version")
        for body in rows.values_list("body", flat=True):
            posting = posting_of(body)
            before = found.get(posting.stream)
            found[posting.stream] = evolve(projections.book_of(before, posting), before, posting)
    return found


def history(stream: str) -> list[tuple[Record, Posting]]:
    """The postings of a stream with their records (number, digest), for the page that shows them."""
    rows = PostingRow.objects.filter(stream=stream).order_by("version")
    return [(_record(row), posting_of(row.body)) for row in rows]


def load_all(after: int = 0) -> Iterator[Record]:
    """The whole journal in order, from record ``after`` + 1 on, in steady memory."""
    rows = PostingRow.objects.filter(number__gt=after).order_by("number")
    fields = ("number", "stream", "version", "kind", "body", "prev", "digest", "algorithm")
    for values in rows.values_list(*fields).iterator(chunk_size=2_000):
        yield Record(*values)


def head() -> tuple[int, str]:
    """Number and digest of the last record; 0 and zeros for an empty journal."""
    last = PostingRow.objects.order_by("-number").values_list("number", "digest").first()
    return last or (0, GENESIS)


def tips() -> Iterator[tuple[str, int, str]]:
    """Every stream with its last version and that record's digest, in no order."""
    newer = PostingRow.objects.filter(stream=OuterRef("stream"), version__gt=OuterRef("version"))
    rows = PostingRow.objects.filter(~Exists(newer)).order_by()
    yield from rows.values_list("stream", "version", "digest").iterator(chunk_size=5_000)


def _record(row: PostingRow) -> Record:
    return Record(row.number, row.stream, row.version, row.kind, row.body, row.prev, row.digest, row.algorithm)
