"""请求：有人想记什么。Requests: what somebody wants recorded; ``decide`` answers with facts or a refusal."""

from __future__ import annotations

from dataclasses import dataclass

from taizhang.ledger.asking.closing import (
    Archive,
    Cancel,
    CarryOver,
    Close,
    LookBack,
    MakeStanding,
    Merge,
    Reopen,
    Waive,
)
from taizhang.ledger.asking.delivery import (
    Advance,
    AskExtension,
    Endorse,
    NoChange,
    RaiseProblem,
    RefuseExtension,
    Report,
    Resume,
    SettleProblem,
    Submit,
    Suspend,
)
from taizhang.ledger.asking.duties import Amend, Extend, Instruct, MoveToEdition, Reassign, Urge
from taizhang.ledger.asking.opening import (
    Accept,
    Approve,
    Assign,
    BringForward,
    ConfirmDuty,
    Decline,
    Decompose,
    ObjectDuty,
    Open,
    Refuse,
)
from taizhang.ledger.asking.verification import Check, Confirm, Object, Return, Reverse, Review, Sample, Verify

__all__ = [
    "ACT",
    "Accept",
    "Actor",
    "Advance",
    "Amend",
    "Approve",
    "Archive",
    "AskExtension",
    "Assign",
    "BringForward",
    "Cancel",
    "CarryOver",
    "Check",
    "Close",
    "Confirm",
    "ConfirmDuty",
    "Decline",
    "Decompose",
    "Endorse",
    "Extend",
    "Instruct",
    "LookBack",
    "MakeStanding",
    "Merge",
    "MoveToEdition",
    "NoChange",
    "Object",
    "ObjectDuty",
    "Open",
    "RaiseProblem",
    "Reassign",
    "Refuse",
    "RefuseExtension",
    "Reopen",
    "Report",
    "Request",
    "Resume",
    "Return",
    "Reverse",
    "Review",
    "Sample",
    "SettleProblem",
    "Submit",
    "Suspend",
    "Urge",
    "Verify",
    "Waive",
]


@dataclass(frozen=True, slots=True)
class Actor:
    """Who asks. ``roles`` are those held now: office, handler, team, leader; a handler acts for ``unit``."""

    user: str
    unit: str
    roles: frozenset[str]


Request = (
    Open
    | Assign
    | Accept
    | Decline
    | BringForward
    | Approve
    | Refuse
    | Decompose
    | ConfirmDuty
    | ObjectDuty
    | Report
    | NoChange
    | Advance
    | Submit
    | RaiseProblem
    | SettleProblem
    | AskExtension
    | Endorse
    | RefuseExtension
    | Suspend
    | Resume
    | Return
    | Verify
    | Reverse
    | Check
    | Sample
    | Confirm
    | Object
    | Review
    | Waive
    | Close
    | Reopen
    | Cancel
    | Archive
    | LookBack
    | Merge
    | MakeStanding
    | CarryOver
    | Amend
    | Reassign
    | Extend
    | Instruct
    | Urge
    | MoveToEdition
)
ACT: dict[type, str] = {
    Open: "open",
    Assign: "assign",
    Accept: "accept",
    Decline: "decline",
    Report: "report",
    NoChange: "unchanged",
    Advance: "advance",
    Submit: "submit",
    Return: "return",
    Verify: "verify",
    Waive: "waive",
    Close: "close",
    Reopen: "reopen",
    BringForward: "bring_forward",
    Amend: "amend",
    Reverse: "reverse",
    Reassign: "reassign",
    Extend: "extend",
    Cancel: "cancel",
    Approve: "approve",
    Refuse: "refuse",
    Decompose: "decompose",
    ConfirmDuty: "confirm_duty",
    ObjectDuty: "object_duty",
    RaiseProblem: "raise_problem",
    SettleProblem: "settle_problem",
    AskExtension: "ask_extension",
    Endorse: "endorse",
    RefuseExtension: "refuse_extension",
    Suspend: "suspend",
    Resume: "resume",
    Check: "check",
    Sample: "sample",
    Confirm: "confirm",
    Object: "object",
    Review: "review",
    Archive: "archive",
    LookBack: "look_back",
    Merge: "merge",
    MakeStanding: "make_standing",
    CarryOver: "carry_over",
    Instruct: "instruct",
    Urge: "urge",
    MoveToEdition: "move_to_edition",
}
"""The act of a book that each request asks for."""
