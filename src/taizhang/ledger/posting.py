"""记账：已经发生的事实，只增不改。Postings: facts that happened, never changed.

A posting is a fact in an envelope: whose stream, which version, by whom, recorded when, effective when, on whose
behalf, with what evidence. Past participles name them (DESIGN, "Account").
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from taizhang.ledger.facts.closing import (
    Archived,
    Cancelled,
    CarriedOver,
    Closed,
    LookedBack,
    MadeStanding,
    Merged,
    Reopened,
    Waived,
)
from taizhang.ledger.facts.delivery import (
    ExtensionAsked,
    ExtensionEndorsed,
    ExtensionRefused,
    ProblemRaised,
    ProblemSettled,
    Reported,
    Resumed,
    StageReached,
    Submitted,
    Suspended,
    Unchanged,
)
from taizhang.ledger.facts.duties import Amended, Extended, Instructed, MovedToEdition, Reassigned, Urged
from taizhang.ledger.facts.opening import (
    Accepted,
    Approved,
    Assigned,
    BroughtForward,
    Declined,
    Decomposed,
    DutyConfirmed,
    DutyObjected,
    Opened,
    Refused,
)
from taizhang.ledger.facts.parts import By, Evidence, Milestone, OnBehalf, SourceAnchor
from taizhang.ledger.facts.verification import (
    Checked,
    Confirmed,
    Objected,
    Returned,
    Reversed,
    Reviewed,
    Sampled,
    Verified,
)
from taizhang.ledger.registry import RegistryFact

__all__ = [
    "FACTS",
    "Accepted",
    "Amended",
    "Approved",
    "Archived",
    "Assigned",
    "BroughtForward",
    "By",
    "Cancelled",
    "CarriedOver",
    "Checked",
    "Closed",
    "Confirmed",
    "Declined",
    "Decomposed",
    "DutyConfirmed",
    "DutyObjected",
    "Evidence",
    "Extended",
    "ExtensionAsked",
    "ExtensionEndorsed",
    "ExtensionRefused",
    "Fact",
    "Instructed",
    "LookedBack",
    "MadeStanding",
    "Merged",
    "Milestone",
    "MovedToEdition",
    "Objected",
    "OnBehalf",
    "Opened",
    "Posting",
    "ProblemRaised",
    "ProblemSettled",
    "Reassigned",
    "Refused",
    "Reopened",
    "Reported",
    "Resumed",
    "Returned",
    "Reversed",
    "Reviewed",
    "Sampled",
    "SourceAnchor",
    "StageReached",
    "Submitted",
    "Suspended",
    "Unchanged",
    "Urged",
    "Verified",
    "Waived",
]

Fact = (
    Opened
    | Assigned
    | Accepted
    | Declined
    | BroughtForward
    | Approved
    | Refused
    | Decomposed
    | DutyConfirmed
    | DutyObjected
    | Reported
    | Unchanged
    | StageReached
    | Submitted
    | ProblemRaised
    | ProblemSettled
    | ExtensionAsked
    | ExtensionEndorsed
    | ExtensionRefused
    | Suspended
    | Resumed
    | Returned
    | Verified
    | Reversed
    | Checked
    | Sampled
    | Confirmed
    | Objected
    | Reviewed
    | Waived
    | Closed
    | Reopened
    | Cancelled
    | Archived
    | LookedBack
    | Merged
    | MadeStanding
    | CarriedOver
    | Reassigned
    | Amended
    | Extended
    | Instructed
    | Urged
    | MovedToEdition
)
FACTS: dict[str, type] = {kind.__name__: kind for kind in (*Fact.__args__, *RegistryFact.__args__)}
"""Every kind of fact the journal may hold: those of entries, and those of the registry."""


@dataclass(frozen=True, slots=True)
class Posting:
    """A fact in its envelope. ``at`` is when it was recorded (aware); ``effective`` the day it is true of."""

    stream: str
    version: int
    fact: Fact | RegistryFact
    by: By
    at: datetime
    effective: date
    behalf: OnBehalf | None = None
    evidence: tuple[Evidence, ...] = ()

    @property
    def kind(self) -> str:
        return type(self.fact).__name__
