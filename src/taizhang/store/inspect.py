"""查账：链断没断，封没封住，表和流水对不对。Inspection: does the chain hold, do the seals, do the tables agree.

The chain alone tells careless or partial change. Whoever rewrites the whole database can chain it anew, and whoever
cuts its end leaves a whole shorter chain: that only a seal kept elsewhere tells (DESIGN, "Integrity"). So the report
says which of the two was checked.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from django.db import connection

from taizhang.ledger import merkle
from taizhang.ledger.journal import Break, Record, posting_of, verify
from taizhang.ledger.registry import Sealed, is_registry
from taizhang.store import files, journal, rebuild, triggers

STREAM = "seal:journal"
"""The stream seals are posted to."""


@dataclass(frozen=True, slots=True)
class Kept:
    """A seal somebody kept elsewhere, as printed on a bulletin: number and digest of the journal's head."""

    number: int
    digest: str

    @classmethod
    def read(cls, written: str) -> Kept:
        """From ``1234:9f3a…``; at least 16 characters of the digest.

        Raises:
            ValueError: it is not written so.
        """
        number, _, digest = written.strip().lower().partition(":")
        if not number.isdecimal() or len(digest) < 16 or set(digest) - set("0123456789abcdef"):
            raise ValueError(written)
        return cls(int(number), digest)


@dataclass(slots=True)
class Report:
    """What an inspection found. ``seals`` stand in the journal; ``kept`` are those given, each with whether it fits."""

    records: int = 0
    head: str = ""
    breaks: list[Break] = field(default_factory=list)
    seals: int = 0
    broken_seals: list[int] = field(default_factory=list)
    kept: list[tuple[Kept, bool]] = field(default_factory=list)
    triggers: list[str] = field(default_factory=list)
    differences: list[rebuild.Difference] = field(default_factory=list)
    damaged_files: list[str] = field(default_factory=list)

    @property
    def sound(self) -> bool:
        faults = (self.breaks, self.broken_seals, self.triggers, self.differences, self.damaged_files)
        return not any(faults) and all(fits for _, fits in self.kept)


def inspect(
    kept: tuple[Kept, ...] = (), *, chain_only: bool = False, progress: Callable[[int], None] = lambda _: None
) -> Report:
    """Walk the journal once; unless ``chain_only``, also compare the tables and every stored file."""
    report = Report(triggers=triggers.missing(connection))
    fits = dict.fromkeys(kept, False)
    report.breaks = list(verify(_watched(report, fits, progress)))
    report.kept = list(fits.items())
    if not chain_only and not report.breaks:
        report.differences = rebuild.differences()
        report.damaged_files = files.damaged()
    return report


def _watched(report: Report, fits: dict[Kept, bool], progress: Callable[[int], None]) -> Iterator[Record]:
    """Pass the records on, and hold each seal against what came before it."""
    digests, last = dict[int, str](), dict[str, tuple[int, str]]()
    for record in journal.load_all():
        if record.kind == "Sealed":
            _seal(report, record, digests, last)
        if not is_registry(record.stream):
            last[record.stream] = (record.version, record.digest)
        for seal in fits:
            if seal.number == record.number:
                fits[seal] = record.digest.startswith(seal.digest)
        digests[record.number] = record.digest
        report.records, report.head = record.number, record.digest
        if record.number % 10_000 == 0:
            progress(record.number)
        yield record


def _seal(report: Report, record: Record, digests: dict[int, str], last: dict[str, tuple[int, str]]) -> None:
    report.seals += 1
    fact = posting_of(record.body).fact
    assert isinstance(fact, Sealed)
    stands = digests.get(fact.number) == fact.head and root(last, record.algorithm) == fact.root
    if not stands:
        report.broken_seals.append(record.number)


def root(last: dict[str, tuple[int, str]], algorithm: str) -> str:
    """The Merkle root over entries, each with its last version and digest, in the order of their ids."""
    leaves = [merkle.leaf(stream, *last[stream], algorithm) for stream in sorted(last)]
    return merkle.root(leaves, algorithm)


def standing() -> dict[str, tuple[int, str]]:
    """Every entry's last version and digest now."""
    rows = journal.tips()
    return {stream: (version, digest) for stream, version, digest in rows if not is_registry(stream)}
