"""接下来能做什么：能做的，和不能做的原因。What may happen next to an account, and why not the rest.

The ledger decides when the act is done; here its rules are asked beforehand, so that a page can keep a forbidden act
in sight with its reason (look §3).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

from taizhang.ledger.book import Act
from taizhang.ledger.deciding.common import USUAL
from taizhang.ledger.entry import Entry
from taizhang.ledger.permission import permit
from taizhang.ledger.posting import OnBehalf
from taizhang.ledger.quantity import Quantity
from taizhang.ledger.refusal import PostingRefused
from taizhang.ledger.requests import Actor
from taizhang.ledger.target import covers, outstanding
from taizhang.queries.accounts import Account

WAY = ("assign", "accept", "decline", "report", "unchanged", "submit", "verify", "return", "waive", "close")
"""The way of an account, in order; these stay in sight."""
ASIDE = ("bring_forward", "extend", "reassign", "amend", "reverse", "reopen", "cancel")
"""What mends or ends it; offered below, to whom it is given."""
FOR_UNITS = ("accept", "decline", "report", "unchanged", "submit")
"""What the office may record for a lead unit that seldom logs in (代录)."""


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
        _ready(account.entry, act, on)
    except PostingRefused as refused:
        return Possible(act, refused.code, refused.params, behalf)
    return Possible(act, behalf=behalf)


def _permitted(account: Account, act: Act, by: Actor) -> None:
    permit(account.book, account.entry, act.name, by=by, behalf=None)


def _behalf(account: Account, act: Act, by: Actor) -> str:
    """Whom the office could record this act for, if it is ready in every other way."""
    entry = account.entry
    leads = act.name == "waive"
    whom = entry.leader if leads else entry.lead_unit if act.name in FOR_UNITS else ""
    if not whom:
        return ""
    behalf = OnBehalf(whom, whom, "leader") if leads else OnBehalf(whom)
    try:
        permit(account.book, entry, act.name, by=by, behalf=behalf)
    except PostingRefused:
        return ""
    return whom


def _ready(entry: Entry, act: Act, on: date) -> None:
    """What the act needs of the account itself, beyond who and when."""
    check = _CHECKS.get(act.name)
    if check:
        check(entry, on)


def _claimed(entry: Entry, on: date) -> None:
    if entry.claimed.amount is None:
        raise PostingRefused("need.claimed")


def _unverified(entry: Entry, on: date) -> None:
    _claimed(entry, on)
    if entry.target.counts_up and (entry.claimed.amount or 0) <= (entry.verified.amount or 0):
        raise PostingRefused("verify.nothing")


def _left(entry: Entry, on: date) -> None:
    if not outstanding(entry.target, entry.verified):
        raise PostingRefused("waive.nothing")


def _settled(entry: Entry, on: date) -> None:
    settled = covers(entry.target, entry.verified, period_ended=on > entry.due.last)
    if not settled and entry.waived is None:
        left = Quantity(outstanding(entry.target, entry.verified), entry.target.unit)
        raise PostingRefused("need.covered", figure=left.text(), unit=left.symbol)


def _unreported(entry: Entry, on: date) -> None:
    if entry.claimed.amount is not None:
        raise PostingRefused("forward.late")


def _extendable(entry: Entry, on: date) -> None:
    if entry.extensions >= USUAL.extensions:
        raise PostingRefused("extend.limit", limit=USUAL.extensions)


_CHECKS: dict[str, Callable[[Entry, date], None]] = {
    "submit": _claimed,
    "verify": _unverified,
    "waive": _left,
    "close": _settled,
    "bring_forward": _unreported,
    "extend": _extendable,
}
