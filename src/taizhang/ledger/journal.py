"""流水：一条条记账连成的链。The journal: postings in one gap-free, digest-chained order.

``digest = H(prev + "\\n" + canonical)``, where canonical is the JSON of all envelope fields with sorted keys, no spaces
and UTF-8 bytes. Anyone can recompute it with a standard library (see tools/recount.py).
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime

from taizhang.ledger.plain import Plain, from_plain, to_plain
from taizhang.ledger.posting import FACTS, By, Evidence, OnBehalf, Posting

GENESIS = "0" * 64
ALGORITHMS = ("sha256", "sm3")


@dataclass(frozen=True, slots=True)
class Record:
    """A posting as it stands in the journal. ``body`` is canonical JSON text of the whole envelope."""

    number: int
    stream: str
    version: int
    kind: str
    body: str
    prev: str
    digest: str
    algorithm: str


@dataclass(frozen=True, slots=True)
class Break:
    """Where a chain does not hold: ``code`` is ``gap``, ``link``, ``digest``, ``version`` or ``body``."""

    number: int
    code: str


def canonical(envelope: Plain) -> str:
    """The one way to write an envelope down."""
    return json.dumps(envelope, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)


def digest(algorithm: str, prev: str, body: str) -> str:
    """Hex digest of a record; ``algorithm`` is sha256 or sm3 (GB/T 32905)."""
    return hashlib.new(algorithm, f"{prev}\n{body}".encode()).hexdigest()


def envelope(number: int, posting: Posting) -> dict[str, Plain]:
    """All that the digest covers, as plain values."""
    return {
        "number": number,
        "stream": posting.stream,
        "version": posting.version,
        "kind": posting.kind,
        "fact": to_plain(posting.fact),
        "by": to_plain(posting.by),
        "at": to_plain(posting.at),
        "effective": to_plain(posting.effective),
        "behalf": to_plain(posting.behalf),
        "evidence": to_plain(posting.evidence),
    }


def chain(postings: Iterable[Posting], *, number: int, prev: str, algorithm: str) -> Iterator[Record]:
    """Records for postings that follow record ``number`` whose digest is ``prev``."""
    for offset, posting in enumerate(postings, start=1):
        body = canonical(envelope(number + offset, posting))
        mine = digest(algorithm, prev, body)
        yield Record(number + offset, posting.stream, posting.version, posting.kind, body, prev, mine, algorithm)
        prev = mine


def posting_of(body: str) -> Posting:
    """Read a record's body back; facts of kinds this ledger does not know raise ``KeyError``."""
    plain = json.loads(body)
    return Posting(
        stream=plain["stream"],
        version=plain["version"],
        fact=from_plain(FACTS[plain["kind"]], plain["fact"]),
        by=from_plain(By, plain["by"]),
        at=datetime.fromisoformat(plain["at"]),
        effective=date.fromisoformat(plain["effective"]),
        behalf=from_plain(OnBehalf, plain["behalf"]) if plain["behalf"] else None,
        evidence=tuple(from_plain(Evidence, e) for e in plain["evidence"]),
    )


def verify(records: Iterable[Record]) -> Iterator[Break]:
    """Walk a journal from its first record and yield every break: gaps, links, digests, versions, bodies."""
    prev, number, versions = GENESIS, 0, dict[str, int]()
    for record in records:
        number += 1
        yield from _breaks(record, number, prev, versions)
        prev, number = record.digest, record.number
        versions[record.stream] = record.version


def _breaks(record: Record, number: int, prev: str, versions: dict[str, int]) -> Iterator[Break]:
    if record.number != number:
        yield Break(record.number, "gap")
    if record.prev != prev:
        yield Break(record.number, "link")
    if record.digest != digest(record.algorithm, record.prev, record.body):
        yield Break(record.number, "digest")
    if record.version != versions.get(record.stream, 0) + 1:
        yield Break(record.number, "version")
    plain = json.loads(record.body)
    stated = (plain["number"], plain["stream"], plain["version"], plain["kind"])
    if stated != (record.number, record.stream, record.version, record.kind):
        yield Break(record.number, "body")
