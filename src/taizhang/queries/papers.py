"""一条流水印成一张纸。A posting as a printed paper."""

from __future__ import annotations

from taizhang.ledger.posting import Assigned, Closed, Verified, Waived
from taizhang.ledger.quantity import Quantity
from taizhang.ledger.requests import Actor
from taizhang.papers import facts
from taizhang.papers.order import Stone, assignment_order
from taizhang.papers.paper import Paper
from taizhang.papers.slip import Closing, Waiver, closing_slip
from taizhang.papers.verification import Finding, verification_sheet
from taizhang.papers.words import amount, day
from taizhang.queries.accounts import Account, Recorded, account_of
from taizhang.queries.entry import EntryNotFound, account_for, inside
from taizhang.queries.history import persons
from taizhang.queries.line import amount_of
from taizhang.queries.names import Names, names
from taizhang.store.models import DocumentRow

DAYS = {"calendar": "日", "working": "个工作日"}
KINDS = {"order": Assigned, "sheet": Verified, "slip": Closed}


def paper(actor: Actor, id: str, kind: str, version: int, *, county: str) -> Paper:
    """The paper of one posting, as the account stood right after it.

    Raises:
        EntryNotFound: no such account for this person, or no such paper in it.
    """
    whole = account_for(actor, id)
    if not inside(actor, whole.entry):
        raise EntryNotFound(id)
    if not 1 <= version <= len(whole.postings):
        raise EntryNotFound(id)
    record = whole.postings[version - 1]
    if kind not in KINDS or not isinstance(record.posting.fact, KINDS[kind]):
        raise EntryNotFound(id)
    then = account_of(list(whole.postings[:version]))
    known = names(persons(whole))
    told = _facts(then, known, county)
    if kind == "order":
        return _order(then, told, record, known)
    return _sheet(then, told, record, known) if kind == "sheet" else _slip(then, told, record, known)


def _facts(account: Account, known: Names, county: str) -> facts.Account:
    entry, last = account.entry, account.last
    office = next((unit.name for unit in known.units.values() if unit.kind == "office"), "")
    return facts.Account(
        number=entry.number,
        title=entry.title,
        office=office if office.startswith(county) else f"{county}{office.removeprefix('县')}",
        lead_unit=known.full(entry.lead_unit),
        co_units=tuple(known.full(code) for code in entry.co_units),
        leader=known.full(entry.leader) if entry.leader else "",
        due=entry.due,
        original_due=entry.original_due,
        target=entry.target.quantity,
        bound=entry.target.bound if entry.target.kind == "amount" else "",
        claimed=amount_of(entry, entry.claimed.amount),
        verified=amount_of(entry, entry.verified.amount),
        proof=facts.Proof(last.posting.version, last.number, last.digest, last.algorithm),
        basis=entry.basis or _document(account),
        quote=entry.source.quote if entry.source else "",
        place=entry.source.place if entry.source else "",
        standard=entry.standard,
        evidence=tuple(facts.Exhibit(e.title, e.kind, e.ref) for e in entry.evidence),
    )


def _document(account: Account) -> str:
    """《…》 with its number, when the account was read from a document."""
    anchor = account.entry.source
    if anchor is None:
        return ""
    found = DocumentRow.objects.filter(id=anchor.document).values_list("title", "doc_number").first()
    return f"《{found[0]}》{found[1]}" if found else ""


def _order(account: Account, told: facts.Account, record: Recorded, known: Names) -> Paper:
    fact, entry = record.posting.fact, account.entry
    assert isinstance(fact, Assigned)
    stones = tuple(
        Stone(
            day(stone.due),
            stone.title + ("（硬节点）" if stone.hard else ""),
            amount(Quantity(stone.amount, entry.target.unit)) if stone.amount is not None else "",
        )
        for stone in entry.milestones
    )
    clock = next((c for c in account.book.clocks if c.act == "accept"), None)
    within = f"{clock.days} {DAYS[clock.calendar]}" if clock else ""
    return assignment_order(
        told, paper=fact.paper, on=record.posting.effective, note=fact.note, milestones=stones, within=within
    )


def _sheet(account: Account, told: facts.Account, record: Recorded, known: Names) -> Paper:
    fact, entry, posting = record.posting.fact, account.entry, record.posting
    assert isinstance(fact, Verified)
    unit = entry.target.unit
    left = (entry.claimed.amount or 0) - (entry.verified.amount or 0) + fact.change
    finding = Finding(
        team=known.full(posting.by.unit),
        by=known.person(posting.by.user),
        second=known.person(fact.second),
        on=posting.effective,
        open_before=Quantity(left, unit),
        found=Quantity(fact.change, unit),
        method=fact.method,
        opinion=fact.opinion,
        evidence=tuple(facts.Exhibit(e.title, e.kind, e.ref) for e in posting.evidence),
    )
    return verification_sheet(told, finding, paper=f"{entry.number} 第 {posting.version} 条", journal=record.number)


def _slip(account: Account, told: facts.Account, record: Recorded, known: Names) -> Paper:
    fact, entry = record.posting.fact, account.entry
    assert isinstance(fact, Closed)
    checks = _standing(account, "Verified")
    closing = Closing(
        certificate=fact.certificate,
        on=record.posting.effective,
        journal=record.number,
        digest=record.digest,
        verified=tuple(_check(one, known) for one in checks) or ("期初已核，见佐证。",),
        signed=tuple(_signed(one, known) for one in (*checks[-1:], record)),
        grade=fact.grade,
        note=fact.note,
        extensions=entry.extensions,
        waiver=_waiver(account, known),
        alone=bool(checks) and not any(getattr(one.posting.fact, "second", "") for one in checks),
    )
    return closing_slip(told, closing)


def _standing(account: Account, kind: str) -> list[Recorded]:
    undone = account.entry.undone
    return [r for r in account.postings if r.posting.kind == kind and r.posting.version not in undone]


def _check(record: Recorded, known: Names) -> str:
    fact, posting = record.posting.fact, record.posting
    assert isinstance(fact, Verified)
    who = "、".join(filter(None, (known.person(posting.by.user), known.person(fact.second))))
    on = f"{posting.effective.month}月{posting.effective.day}日"
    found = amount(Quantity(fact.change, fact.unit))
    said = f"，{fact.opinion}" if fact.opinion else ""
    return f"{known.full(posting.by.unit)} {who}，{on}，{fact.method}，认定 {found}{said}。"


def _signed(record: Recorded, known: Names) -> facts.Signed:
    what = "核实" if isinstance(record.posting.fact, Verified) else "销账"
    return facts.Signed(what, known.person(record.posting.by.user), record.posting.effective)


def _waiver(account: Account, known: Names) -> Waiver | None:
    found = account.latest("Waived")
    if found is None or account.entry.waived is None or not isinstance(found.posting.fact, Waived):
        return None
    fact = found.posting.fact
    return Waiver(known.full(fact.leader), fact.reason, Quantity(fact.amount, account.entry.target.unit))
