"""一笔账的整页。Everything one account's page shows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from taizhang.ledger.entry import Entry
from taizhang.ledger.quantity import Quantity
from taizhang.ledger.requests import Actor
from taizhang.queries.accounts import Account, Recorded, accounts
from taizhang.queries.course import Instruction, Trouble, instructions, troubles
from taizhang.queries.curve import Point, curve
from taizhang.queries.entries import lines
from taizhang.queries.history import Exhibit, Passage, exhibits, history, persons, without_persons
from taizhang.queries.line import Line, line, missing
from taizhang.queries.names import Names, names
from taizhang.queries.possible import ASIDE, BESIDE, WAY, Possible, possible
from taizhang.queries.source import Source, source
from taizhang.queries.visibility import ALL, EntryNotFound, visible_entries
from taizhang.store.models import HeadRow
from taizhang.store.registry import below


@dataclass(frozen=True, slots=True)
class Step:
    """One of the four accounts as it stands: how often, how much, who, when."""

    times: int
    amount: Quantity | None
    who: tuple[str, ...]
    first: date | None
    last: date | None


@dataclass(frozen=True, slots=True)
class Duties:
    """Who answers for what."""

    leader: str
    lead: str
    co_units: tuple[str, ...]
    task_force: str
    verified_by: tuple[str, ...]
    opened_by: str


@dataclass(frozen=True, slots=True)
class ProofPanel:
    """Where this account stands in the journal, and where the journal stands."""

    version: int
    number: int
    digest: str
    algorithm: str
    head_number: int
    head_digest: str


@dataclass(frozen=True, slots=True)
class EntryPage:
    """One account, for one person, on one day."""

    line: Line
    entry: Entry
    missing: Quantity
    steps: dict[str, Step]
    points: tuple[Point, ...]
    history: tuple[Passage, ...]
    ways: tuple[Possible, ...]
    asides: tuple[Possible, ...]
    beside: tuple[Possible, ...]
    duties: Duties
    proof: ProofPanel
    source: Source | None
    parts: tuple[Line, ...]
    parent: tuple[str, str] | None
    into: tuple[str, str] | None
    came_from: tuple[str, str] | None
    problems: tuple[Trouble, ...]
    instructions: tuple[Instruction, ...]
    undivided: Quantity | None
    evidence: tuple[tuple[Passage, Exhibit], ...]
    names: Names


def account_for(actor: Actor, id: str) -> Account:
    """The account, if this person may see it.

    Raises:
        EntryNotFound: it is not there, or not for these eyes.
    """
    if not visible_entries(actor).filter(id=id).exists():
        raise EntryNotFound(id)
    return accounts([id])[id]


def inside(actor: Actor, entry: Entry) -> bool:
    """Whether a person has to do with an account. To others a published account shows what was promised, claimed,
    verified and when, but no name of a person, no evidence and no papers."""
    if actor.roles & ALL:
        return True
    return "handler" in actor.roles and bool({entry.lead_unit, *entry.co_units} & below(actor.unit))


def entry_page(actor: Actor, id: str, *, on: date) -> EntryPage:
    """The page of one account; raises :class:`EntryNotFound`."""
    account = account_for(actor, id)
    known = names(persons(account))
    entry = account.entry
    told = history(account, known)
    named = inside(actor, entry)
    if not named:
        told = tuple(without_persons(passage) for passage in told)
    linked = _linked(actor, entry)
    parts = visible_entries(actor).filter(parent_id=id).order_by("year", "serial").values_list("id", flat=True)
    return EntryPage(
        line=line(account, known, on),
        entry=entry,
        missing=missing(entry),
        steps=_steps(account, known),
        points=curve([entry], entry.target.unit, on),
        history=told,
        ways=possible(account, actor, on, WAY),
        asides=possible(account, actor, on, ASIDE),
        beside=possible(account, actor, on, BESIDE),
        duties=_duties(account, known, named=named),
        proof=_proof(account.last),
        source=source(entry.source),
        parts=tuple(lines(parts, known, on)),
        parent=linked.get(entry.parent),
        into=linked.get(entry.ending.merged_into or entry.ending.carried_into),
        came_from=linked.get(entry.carried_from),
        problems=troubles(entry, known, account.book.lights.notice, on),
        instructions=instructions(account, known),
        undivided=Quantity(entry.difference, entry.target.unit) if entry.difference is not None else None,
        evidence=tuple((passage, e) for passage in told for e in passage.evidence),
        names=known,
    )


def _linked(actor: Actor, entry: Entry) -> dict[str, tuple[str, str]]:
    """Accounts this one names and this person may see: what it is part of, went into or came from."""
    named = {entry.parent, entry.ending.merged_into, entry.ending.carried_into, entry.carried_from} - {""}
    if not named:
        return {}
    found = visible_entries(actor).filter(id__in=named).values_list("id", "number", "title")
    return {id: (id, f"{number} {title}") for id, number, title in found}


def _steps(account: Account, known: Names) -> dict[str, Step]:
    entry = account.entry
    unit = entry.target.unit
    claimed = Quantity(entry.claimed.amount, unit) if entry.claimed.amount is not None else None
    verified = Quantity(entry.verified.amount, unit) if entry.verified.amount is not None else None
    return {
        "open": _step(account, ("Opened", "Assigned", "Accepted"), None, known),
        "deliver": _step(account, ("Reported", "Unchanged", "BroughtForward", "Submitted"), claimed, known),
        "verify": _step(account, ("Verified",), verified, known),
        "close": _step(account, ("Closed",), None, known),
    }


def _step(account: Account, kinds: tuple[str, ...], amount: Quantity | None, known: Names) -> Step:
    undone = account.entry.undone
    found = [r.posting for r in account.postings if r.posting.kind in kinds and r.posting.version not in undone]
    units = dict.fromkeys(known.unit(p.behalf.unit if p.behalf else p.by.unit) for p in found)
    days = [p.effective for p in found]
    return Step(len(found), amount, tuple(units), days[0] if days else None, days[-1] if days else None)


def _duties(account: Account, known: Names, *, named: bool) -> Duties:
    entry = account.entry
    opened = account.postings[0].posting.by
    return Duties(
        leader=known.full(entry.leader) if entry.leader else "",
        lead=known.full(entry.lead_unit),
        co_units=known.several(entry.co_units),
        task_force=entry.task_force,
        verified_by=_step(account, ("Verified",), None, known).who,
        opened_by=f"{known.unit(opened.unit)} {known.person(opened.user) if named else ''}".strip(),
    )


def _proof(last: Recorded) -> ProofPanel:
    head = HeadRow.objects.first()
    return ProofPanel(
        version=last.posting.version,
        number=last.number,
        digest=last.digest,
        algorithm=last.algorithm,
        head_number=head.number if head else last.number,
        head_digest=head.digest if head else last.digest,
    )


def exhibit(actor: Actor, id: str, version: int, order: int) -> Exhibit:
    """One piece of evidence by its place; raises :class:`EntryNotFound`."""
    account = account_for(actor, id)
    if not inside(actor, account.entry):
        raise EntryNotFound(id)
    for record in account.postings:
        if record.posting.version == version:
            found = exhibits(record.posting.evidence)
            if order < len(found):
                return found[order]
    raise EntryNotFound(id)


def numbered(actor: Actor, book: str, number: str) -> str:
    """The id of the account of this number in a book, empty when it is not there for this person."""
    found = visible_entries(actor).filter(book=book, number=number).values_list("id", flat=True).first()
    return str(found or "")


def version_of(actor: Actor, id: str) -> int:
    """The version now on the account; raises :class:`EntryNotFound`."""
    row = visible_entries(actor).filter(id=id).values_list("version", flat=True).first()
    if row is None:
        raise EntryNotFound(id)
    return int(row)


__all__ = ["EntryNotFound", "EntryPage", "account_for", "entry_page", "exhibit", "inside", "numbered", "version_of"]
