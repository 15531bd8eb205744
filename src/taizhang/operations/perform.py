"""办理：每个动作走的同一条路。The one way every act takes: load, compare, decide, record, project."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Required, TypedDict

from taizhang.books import book as book_named
from taizhang.ledger.decide import Circumstance, decide
from taizhang.ledger.entry import Entry, evolve
from taizhang.ledger.posting import By, Evidence, OnBehalf, Posting
from taizhang.ledger.refusal import PostingRefused
from taizhang.ledger.requests import Actor, Request
from taizhang.operations import limits
from taizhang.operations.refusal import ActRefused
from taizhang.queries.visibility import EntryNotFound, see
from taizhang.store import files, journal, persons
from taizhang.store.clock import ZONE
from taizhang.store.journal import Conflict, Head
from taizhang.store.projections import book_of

__all__ = ["Conflict", "EntryNotFound", "Given", "ManyRefused", "Outcome", "PostingRefused", "perform", "perform_many"]


class Given(TypedDict, total=False):
    """What comes with every act besides its content.

    ``by`` and ``at`` always; ``expected`` is the version the form was filled in against (checked when given);
    ``effective`` the day it is true of (today); ``behalf`` whose decision it was (代录), with the scanned paper.
    """

    by: Required[Actor]
    at: Required[datetime]
    expected: int | None
    effective: date | None
    evidence: Sequence[Evidence]
    behalf: OnBehalf | None


@dataclass(frozen=True, slots=True)
class Outcome:
    """The entry as it now stands, and the number and digest of its record in the journal."""

    entry: Entry
    number: int
    digest: str


class ManyRefused(Exception):
    """Some acts of a batch are refused, so none was recorded; ``refusals`` maps place in the batch to the reason."""

    def __init__(self, refusals: Mapping[int, PostingRefused]) -> None:
        super().__init__(", ".join(f"{place}: {refusal.code}" for place, refusal in refusals.items()))
        self.refusals = dict(refusals)


Builder = Callable[[Entry], Request]
"""A request that can be made only once the entry and the numbers are held."""


def perform(entry: str, request: Request | Builder, given: Given) -> Outcome:
    """Do one act on one entry.

    Raises:
        EntryNotFound: it is not there for this person.
        Conflict: somebody posted after the form was opened.
        PostingRefused: the ledger's rule against it.
    """
    with journal.writing() as head:
        before = _standing([entry], given["by"])[entry]
        _compare(before, given.get("expected"))
        made = request(before) if callable(request) else request
        return record([(before, _judged(before, made, given))], head)[0]


def perform_many(acts: Sequence[tuple[str, int | None, Request | Builder]], given: Given) -> list[Outcome]:
    """Do many acts, one each on different entries, in one transaction: all or none.

    Raises:
        ManyRefused: with every refusal, by place in ``acts``.
        EntryNotFound, Conflict: as for one; the first stops all.
    """
    with journal.writing() as head:
        standing = _standing([entry for entry, _, _ in acts], given["by"])
        judged: list[tuple[Entry | None, Posting]] = []
        refusals: dict[int, PostingRefused] = {}
        for place, (entry, expected, request) in enumerate(acts):
            before = standing[entry]
            _compare(before, expected)
            try:
                made = request(before) if callable(request) else request
                judged.append((before, _judged(before, made, given)))
            except PostingRefused as refusal:
                refusals[place] = refusal
        if refusals:
            raise ManyRefused(refusals)
        return record(judged, head)


def _standing(entries: Sequence[str], by: Actor) -> dict[str, Entry]:
    see(by, list(entries))
    found = journal.entries(entries)
    for entry in entries:
        if entry not in found:
            raise EntryNotFound(entry)
    return found


def _compare(before: Entry, expected: int | None) -> None:
    if expected is not None and expected != before.version:
        raise journal.conflict(before.id, expected, before.version)


def _judged(before: Entry, request: Request, given: Given) -> Posting:
    return judged(before.id, before, book_named(before.book).name, request, given)


def judged(stream: str, before: Entry | None, book: str, request: Request, given: Given) -> Posting:
    """The posting that a request makes, or the refusal."""
    by, at = given["by"], given["at"].astimezone(ZONE)
    limits.check(request)
    case = Circumstance(
        by=by,
        today=at.date(),
        effective=given.get("effective") or at.date(),
        evidence=_evidence(given.get("evidence") or ()),
        behalf=given.get("behalf"),
    )
    fact = decide(book_named(book), before, request, case)
    version = before.version + 1 if before else 1
    behalf = replace(case.behalf, person=persons.pseudonym(case.behalf.person, at=at)) if case.behalf else None
    return Posting(stream, version, fact, By(by.user, by.unit), at, case.effective, behalf, case.evidence)


def _evidence(given: Iterable[Evidence]) -> tuple[Evidence, ...]:
    """Files must be in the store, links must lead somewhere on the web."""
    for evidence in given:
        if evidence.kind == "file" and files.find(evidence.ref) is None:
            raise ActRefused("evidence.unknown", title=evidence.title or evidence.ref)
        if evidence.kind == "link" and not evidence.ref.startswith(("https://", "http://")):
            raise ActRefused("evidence.link", ref=evidence.ref)
        if not evidence.ref.strip() or len(evidence.ref) > limits.REF:
            raise ActRefused("evidence.unknown", title=evidence.title)
    return tuple(given)


def record(judged: Sequence[tuple[Entry | None, Posting]], head: Head) -> list[Outcome]:
    """Append what was judged and give back the entries as they now stand."""
    before = {posting.stream: entry for entry, posting in judged}
    standing = {stream: entry for stream, entry in before.items() if entry is not None}
    expected = {stream: entry.version if entry else 0 for stream, entry in before.items()}
    records = journal.append([posting for _, posting in judged], expected, entries=standing, head=head)
    return [
        Outcome(_after(entry, posting), written.number, written.digest)
        for (entry, posting), written in zip(judged, records, strict=True)
    ]


def _after(entry: Entry | None, posting: Posting) -> Entry:
    return evolve(book_of(entry, posting), entry, posting)
