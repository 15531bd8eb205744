"""经过：一笔账的每一条流水，新的在上。The history of an account: every posting, newest first."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from taizhang.ledger.posting import Evidence, Reassigned, Reversed, Waived
from taizhang.ledger.quantity import Quantity
from taizhang.ledger.reverse import REVERSIBLE
from taizhang.queries.accounts import Account, Recorded
from taizhang.queries.names import Names

_BY_LOOK = {
    "v": ("Verified", "Confirmed", "Closed"),
    "c": ("Reported", "Unchanged", "Submitted", "BroughtForward", "Reversed"),
    "paper": (
        *("Approved", "Refused", "Assigned", "Accepted", "Declined", "DutyConfirmed", "DutyObjected", "Returned"),
        *("ExtensionAsked", "ExtensionEndorsed", "ExtensionRefused", "Extended", "Suspended", "Resumed", "Objected"),
        *("Reviewed", "Waived", "Archived", "Instructed", "Urged"),
    ),
    "": (
        *("Opened", "Decomposed", "ProblemRaised", "ProblemSettled", "Checked", "Sampled", "Reopened", "Cancelled"),
        *(
            "LookedBack",
            "StageReached",
            "Merged",
            "MadeStanding",
            "CarriedOver",
            "Reassigned",
            "Amended",
            "MovedToEdition",
        ),
    ),
}
LOOKS = {kind: look for look, kinds in _BY_LOOK.items() for kind in kinds}
"""◆ verified, ○ claimed or reversed, □ paper, ◇ the rest (look §3)."""
UNITS = ("lead_unit", "leader", "proposes", "approved_by", "verified_by", "approver", "owner", "to", "unit")
"""Fields of facts that hold the code of a unit; a ``unit`` of measure is no unit's code and stays as it is."""
SUMS = ("total", "difference", "outstanding")
"""Fields of facts that hold sub-units of the fact's own unit."""
PAPERS = {"Assigned": "order", "Verified": "sheet", "Closed": "slip"}
"""Kinds of posting that can be printed."""


@dataclass(frozen=True, slots=True)
class Exhibit:
    """A piece of evidence: ``order`` is its place in the posting, so that a file can be asked for by place."""

    order: int
    kind: str
    ref: str
    title: str

    @property
    def text(self) -> str:
        return self.title or self.ref


@dataclass(frozen=True, slots=True)
class Passage:
    """One posting as told. ``fact`` is what it says, ``names`` what its codes are called;
    ``claimed`` and ``verified`` are how it moved the balances."""

    version: int
    number: int
    digest: str
    kind: str
    look: str
    at: datetime
    effective: date
    who: str
    unit: str
    behalf: str
    behalf_person: str
    fact: Any
    names: dict[str, str]
    sums: dict[str, Quantity]
    waived: Quantity | None
    claimed: Quantity | None
    verified: Quantity | None
    claimed_after: Quantity
    verified_after: Quantity
    evidence: tuple[Exhibit, ...]
    undone: bool
    reversible: bool
    paper: str
    reversed: Passage | None = None

    @property
    def late(self) -> bool:
        """Recorded on another day than it is true of."""
        return self.at.date() != self.effective


def history(account: Account, known: Names) -> tuple[Passage, ...]:
    """Newest first; a reversal carries the passage it undid."""
    told: dict[int, Passage] = {}
    claimed = verified = 0
    for record in account.postings:
        moves = [m for m in account.entry.moves if m.version == record.posting.version]
        claimed += sum(m.claimed for m in moves)
        verified += sum(m.verified for m in moves)
        told[record.posting.version] = _told(account, record, known, (claimed, verified), told)
    return tuple(reversed(told.values()))


def _told(
    account: Account, record: Recorded, known: Names, after: tuple[int, int], before: dict[int, Passage]
) -> Passage:
    posting, entry = record.posting, account.entry
    unit = entry.target.unit
    move = next((m for m in entry.moves if m.version == posting.version), None)
    undone = posting.version in entry.undone
    fact = posting.fact
    return Passage(
        version=posting.version,
        number=record.number,
        digest=record.digest,
        kind=posting.kind,
        look=LOOKS.get(posting.kind, ""),
        at=posting.at,
        effective=posting.effective,
        who=known.person(posting.by.user),
        unit=known.unit(posting.by.unit),
        behalf=known.unit(posting.behalf.unit) if posting.behalf else "",
        behalf_person=known.person(posting.behalf.person) if posting.behalf else "",
        fact=fact,
        names=_names(fact, known),
        sums={key: Quantity(getattr(fact, key), fact.unit) for key in SUMS if hasattr(fact, key)},  # type: ignore[union-attr]
        waived=Quantity(fact.amount, unit) if isinstance(fact, Waived) else None,
        claimed=Quantity(move.claimed, unit) if move else None,
        verified=Quantity(move.verified, unit) if move else None,
        claimed_after=Quantity(after[0], unit),
        verified_after=Quantity(after[1], unit),
        evidence=exhibits(posting.evidence),
        undone=undone,
        reversible=posting.kind in REVERSIBLE and not undone,
        paper=PAPERS.get(posting.kind, ""),
        reversed=before.get(fact.version) if isinstance(fact, Reversed) else None,
    )


def _names(fact: Any, known: Names) -> dict[str, str]:
    """What people call the units and persons whose codes a fact holds."""
    told = {key: known.unit(str(getattr(fact, key, ""))) for key in UNITS}
    told["second"] = known.person(str(getattr(fact, "second", "")))
    told["field"] = str(getattr(fact, "role", "") or getattr(fact, "field", ""))
    if isinstance(fact, Reassigned) and fact.role in ("lead_unit", "leader", "co_units"):
        told["before"] = "、".join(known.several(fact.before.split()))
        told["after"] = "、".join(known.several(fact.after.split()))
    elif isinstance(fact, Reassigned):
        told |= {"before": fact.before, "after": fact.after}
    return told


def exhibits(evidence: tuple[Evidence, ...]) -> tuple[Exhibit, ...]:
    return tuple(Exhibit(n, e.kind, e.ref, e.title) for n, e in enumerate(evidence))


def without_persons(passage: Passage) -> Passage:
    """What anybody may read of a posting: the act, the unit, the figures."""
    names = passage.names | {"second": ""}
    older = without_persons(passage.reversed) if passage.reversed else None
    return replace(
        passage, who="", behalf_person="", evidence=(), paper="", reversible=False, names=names, reversed=older
    )


def persons(account: Account) -> set[str]:
    """Codes of everybody who recorded, signed or was recorded for."""
    found = {record.posting.by.user for record in account.postings}
    found |= {record.posting.behalf.person for record in account.postings if record.posting.behalf}
    found |= {str(getattr(record.posting.fact, "second", "")) for record in account.postings}
    return found - {""}
