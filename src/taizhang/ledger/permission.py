"""谁能做：角色、状态和“谁报谁不核”。Who may act: role, state, and the separation of claim and verification."""

from __future__ import annotations

from taizhang.ledger.book import Act, Book
from taizhang.ledger.entry import Entry
from taizhang.ledger.posting import OnBehalf
from taizhang.ledger.refusal import PostingRefused
from taizhang.ledger.requests import Actor


def permit(book: Book, entry: Entry | None, name: str, *, by: Actor, behalf: OnBehalf | None) -> Act:
    """The act, if this actor may do it to this entry now.

    Raises:
        PostingRefused: ``act.unknown``, ``act.not_now``, ``act.not_yours``, ``act.own_claim``, ``act.own_record``,
            ``behalf.not_office``, ``behalf.own``.
    """
    act = book.acts.get(name)
    if act is None:
        raise PostingRefused("act.unknown", act=name)
    if entry is not None and entry.state not in act.moves:
        raise PostingRefused("act.not_now", act=name, state=entry.state)
    _behalf(by, behalf)
    if not act.roles & relations(entry, by, behalf):
        raise PostingRefused("act.not_yours", act=name, roles=" ".join(sorted(act.roles)))
    if entry is not None:
        _separate(act, entry, by)
    return act


def relations(entry: Entry | None, by: Actor, behalf: OnBehalf | None = None) -> frozenset[str]:
    """What the actor is to this entry: office, team, leader by role; lead and co by the unit acted for."""
    if behalf is not None:
        return _stands_for(entry, behalf)
    held = by.roles & {"office", "team", "leader"}
    if entry is None or "handler" not in by.roles:
        return held
    return held | _duties(entry, by.unit)


def _stands_for(entry: Entry | None, behalf: OnBehalf) -> frozenset[str]:
    if behalf.role == "leader":
        return frozenset({"leader"}) if behalf.person else frozenset()
    return _duties(entry, behalf.unit) & {behalf.role} if entry else frozenset()


def _duties(entry: Entry, unit: str) -> frozenset[str]:
    lead = {"lead"} if unit == entry.lead_unit else set()
    return frozenset(lead | ({"co"} if unit in entry.co_units else set()))


def _behalf(by: Actor, behalf: OnBehalf | None) -> None:
    if behalf is None:
        return
    if "office" not in by.roles:
        raise PostingRefused("behalf.not_office")
    if behalf.unit == by.unit:
        raise PostingRefused("behalf.own", unit=behalf.unit)


def _separate(act: Act, entry: Entry, by: Actor) -> None:
    """DOMAIN §1.4: verified by somebody else. DESIGN: whoever records for a unit may not verify it."""
    units = set[str]()
    units |= {entry.lead_unit} if "lead" in act.not_by else set()
    units |= set(entry.co_units) if "co" in act.not_by else set()
    units |= entry.reporters if "reporter" in act.not_by else set()
    if by.unit in units:
        raise PostingRefused("act.own_claim", unit=by.unit)
    if "recorder" in act.not_by and by.user in entry.recorders:
        raise PostingRefused("act.own_record", user=by.user)
    if "decider" in act.not_by and by.user in entry.judgement.deciders:
        raise PostingRefused("act.own_verdict", user=by.user)
