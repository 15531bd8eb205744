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
    held = by.roles & {"office", "team", "leader"}
    if behalf is not None:
        held = frozenset({"leader"}) if entry is not None and behalf.unit == entry.leader else frozenset()
    if entry is None:
        return held
    unit = behalf.unit if behalf else by.unit if "handler" in by.roles else ""
    if unit and unit == entry.lead_unit:
        held |= {"lead"}
    if unit and unit in entry.co_units:
        held |= {"co"}
    return held


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
