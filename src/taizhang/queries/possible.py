"""接下来能做什么：能做的，和不能做的原因。What may happen next to an account, and why not the rest.

The ledger decides when the act is done; here its rules are asked beforehand, so that a page can keep a forbidden act
in sight with its reason (look §3).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from taizhang.ledger.book import Act, Limits
from taizhang.ledger.entry import Entry
from taizhang.ledger.permission import permit
from taizhang.ledger.posting import OnBehalf
from taizhang.ledger.quantity import Quantity
from taizhang.ledger.refusal import PostingRefused
from taizhang.ledger.requests import Actor
from taizhang.ledger.target import covers, outstanding
from taizhang.queries.accounts import Account

WAY = (
    *("approve", "refuse", "assign", "accept", "decline", "confirm_duty", "object_duty", "endorse", "refuse_extension"),
    *("resume", "report", "unchanged", "submit", "check", "verify", "return", "confirm", "object", "review", "waive"),
    *("close", "archive"),
)
"""The way of an account, in order; these stay in sight."""
ASIDE = (
    *("bring_forward", "ask_extension", "extend", "suspend", "reassign", "amend", "reverse", "reopen", "merge"),
    *("make_standing", "carry_over", "cancel"),
)
"""What mends or ends it; offered below, to whom it is given."""
BESIDE = ("decompose", "raise_problem", "settle_problem", "instruct", "urge", "sample", "look_back")
"""What goes on beside the way; offered in a fold of its own."""
FOR_UNITS = ("accept", "decline", "report", "unchanged", "submit", "ask_extension", "object")
"""What the office may record for a lead unit that seldom logs in (代录)."""
BY_LEADER = ("waive", "approve", "refuse", "endorse", "instruct")
"""What the office may record for a leader, with the signed paper."""
BY_CO = ("confirm_duty", "object_duty")
"""What the office may record for a co-unit."""


@dataclass(frozen=True, slots=True)
class Possible:
    """One act. ``code`` is empty when it may be done now; else the refusal with its parameters.

    ``behalf`` is the unit or leader the asker may record it for, empty when none.
    """

    act: Act
    code: str = ""
    params: dict[str, str | int] = field(default_factory=dict)
    behalf: str = ""

    @property
    def allowed(self) -> bool:
        return not self.code


def possible(account: Account, by: Actor, on: date, acts: tuple[str, ...] = WAY) -> tuple[Possible, ...]:
    """These acts of the account's book, in this order, as this person stands to them on a day."""
    known = (account.book.acts[name] for name in acts if name in account.book.acts)
    return tuple(_one(account, act, by, on) for act in known)


def _one(account: Account, act: Act, by: Actor, on: date) -> Possible:
    behalf = _behalf(account, act, by)
    try:
        _permitted(account, act, by)
        _ready(account.entry, act, account.book.limits, on)
    except PostingRefused as refused:
        return Possible(act, refused.code, refused.params, behalf)
    return Possible(act, behalf=behalf)


def _permitted(account: Account, act: Act, by: Actor) -> None:
    permit(account.book, account.entry, act.name, by=by, behalf=None)


def _behalf(account: Account, act: Act, by: Actor) -> str:
    """Whom the office could record this act for, if it is ready in every other way."""
    entry = account.entry
    whom, role = _whom(entry, act.name)
    if not whom:
        return ""
    try:
        permit(account.book, entry, act.name, by=by, behalf=OnBehalf(whom, whom, role))
    except PostingRefused:
        return ""
    return whom


def _whom(entry: Entry, act: str) -> tuple[str, Literal["lead", "co", "leader"]]:
    """Whom an act would be recorded for; of the co-units the first that has not answered."""
    if act in BY_LEADER:
        return entry.leader, "leader"
    if act in BY_CO:
        silent = (unit for unit in entry.co_units if unit not in entry.confirmed_units | entry.objected_units)
        return next(silent, ""), "co"
    return (entry.lead_unit if act in FOR_UNITS else ""), "lead"


def _ready(entry: Entry, act: Act, limits: Limits, on: date) -> None:
    """What the act needs of the account itself, beyond who and when."""
    if "asked" in act.needs:
        _asked(entry, limits, on)
    if "endorsed" in act.needs and not (entry.course.ask and entry.course.ask.endorsed):
        raise PostingRefused("need.endorsed")
    check = _CHECKS.get(act.name)
    if check:
        check(entry, limits, on)


def _claimed(entry: Entry, limits: Limits, on: date) -> None:
    if entry.claimed.amount is None:
        raise PostingRefused("need.claimed")


def _unverified(entry: Entry, limits: Limits, on: date) -> None:
    _claimed(entry, limits, on)
    if entry.target.counts_up and (entry.claimed.amount or 0) <= (entry.verified.amount or 0):
        raise PostingRefused("verify.nothing")


def _left(entry: Entry, limits: Limits, on: date) -> None:
    if not outstanding(entry.target, entry.verified):
        raise PostingRefused("waive.nothing")


def _settled(entry: Entry, limits: Limits, on: date) -> None:
    settled = covers(entry.target, entry.verified, period_ended=on > entry.due.last)
    if not settled and entry.waived is None:
        left = Quantity(outstanding(entry.target, entry.verified), entry.target.unit)
        raise PostingRefused("need.covered", figure=left.text(), unit=left.symbol)


def _unreported(entry: Entry, limits: Limits, on: date) -> None:
    if entry.claimed.amount is not None:
        raise PostingRefused("forward.late")


def _extendable(entry: Entry, limits: Limits, on: date) -> None:
    if entry.extensions >= limits.extensions:
        raise PostingRefused("extend.limit", limit=limits.extensions)


def _asked(entry: Entry, limits: Limits, on: date) -> None:
    if entry.course.ask is None:
        raise PostingRefused("need.asked")


def _askable(entry: Entry, limits: Limits, on: date) -> None:
    if entry.course.ask is not None:
        raise PostingRefused("extend.asked")
    _extendable(entry, limits, on)


def _found(entry: Entry, limits: Limits, on: date) -> None:
    if entry.verified.amount is None:
        raise PostingRefused("need.verified")


def _in_time(entry: Entry, limits: Limits, on: date) -> None:
    since = entry.judgement.concluded
    if since is not None and (on - since).days > limits.objection:
        raise PostingRefused("object.late", days=limits.objection)


_CHECKS: dict[str, Callable[[Entry, Limits, date], None]] = {
    "submit": _claimed,
    "verify": _unverified,
    "waive": _left,
    "close": _settled,
    "bring_forward": _unreported,
    "extend": _extendable,
    "ask_extension": _askable,
    "endorse": _asked,
    "refuse_extension": _asked,
    "confirm": _found,
    "object": _in_time,
}
