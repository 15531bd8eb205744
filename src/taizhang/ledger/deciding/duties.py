"""责任与文书的裁决。Deciding about duties, words and papers."""

from __future__ import annotations

from taizhang.ledger import posting as p
from taizhang.ledger import requests as r
from taizhang.ledger.account import Entry
from taizhang.ledger.book import Act
from taizhang.ledger.deciding.common import Circumstance, Table, needs
from taizhang.ledger.entry import AMENDABLE, DUTIES
from taizhang.ledger.refusal import PostingRefused


def _amend(act: Act, entry: Entry, request: r.Amend, case: Circumstance) -> p.Fact:
    needs(act, "reason", request.reason)
    if request.field not in AMENDABLE:
        raise PostingRefused("amend.field", field=request.field)
    before = str(getattr(entry, request.field))
    if before == request.after.strip():
        raise PostingRefused("amend.same")
    return p.Amended(request.field, before, request.after.strip(), request.reason.strip())


def _reassign(act: Act, entry: Entry, request: r.Reassign, case: Circumstance) -> p.Fact:
    needs(act, "reason", request.reason)
    if request.role not in DUTIES:
        raise PostingRefused("amend.field", field=request.role)
    standing = getattr(entry, request.role)
    before = " ".join(standing) if isinstance(standing, tuple) else standing
    if before == request.after.strip():
        raise PostingRefused("amend.same")
    if request.role == "lead_unit" and not request.after.strip():
        raise PostingRefused("need.lead_unit")
    return p.Reassigned(request.role, before, request.after.strip(), request.reason.strip())


def _instruct(act: Act, entry: Entry, request: r.Instruct, case: Circumstance) -> p.Fact:
    needs(act, "leader", request.leader)
    needs(act, "reason", request.words)
    return p.Instructed(request.leader, request.words.strip(), request.on)


def _urge(act: Act, entry: Entry, request: r.Urge, case: Circumstance) -> p.Fact:
    """A paper goes out on a person's yes; the state stays (DOMAIN §1.4, escalation)."""
    if not request.paper.strip() or not request.step:
        raise PostingRefused("urge.paper")
    return p.Urged(request.step, request.paper, request.to, request.words)


def _move_to_edition(act: Act, entry: Entry, request: r.MoveToEdition, case: Circumstance) -> p.Fact:
    needs(act, "reason", request.reason)
    if request.before != entry.edition:
        raise PostingRefused("edition.other", edition=entry.edition)
    return p.MovedToEdition(entry.book, request.before, request.after, request.state, request.reason.strip())


DECIDERS: Table = {
    r.Amend: _amend,
    r.Reassign: _reassign,
    r.Instruct: _instruct,
    r.Urge: _urge,
    r.MoveToEdition: _move_to_edition,
}
