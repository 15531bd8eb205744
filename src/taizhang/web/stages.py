"""四账：建、交、核、销（样式 §2e，DESIGN“The account”）。The four accounts an entry passes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy
from django.utils.translation import pgettext_lazy

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

State = Literal["done", "now", "part", "future", "closed"]
CLASSES: Final[dict[str, str]] = {"done": "d", "now": "now", "part": "part", "future": "", "closed": "x"}


@dataclass(frozen=True, slots=True)
class Account:
    key: str
    letter: _StrPromise
    name: _StrPromise


ACCOUNTS: Final = (
    Account("open", pgettext_lazy("letter", "建"), lazy("建账")),
    Account("deliver", pgettext_lazy("letter", "交"), lazy("交账")),
    Account("verify", pgettext_lazy("letter", "核"), lazy("核账")),
    Account("close", pgettext_lazy("letter", "销"), lazy("销账")),
)
_KEYS: Final = tuple(account.key for account in ACCOUNTS)


@dataclass(frozen=True, slots=True)
class Step:
    """One account on the entry page: ``state`` colours it, ``word`` stands beside it, ``note`` says who and when."""

    account: str
    state: State
    word: str = ""
    note: str = ""

    @property
    def of(self) -> Account:
        return ACCOUNTS[_KEYS.index(self.account)]

    @property
    def css(self) -> str:
        return CLASSES[self.state]


def steps(current: str) -> list[Step]:
    """The four squares of a list row.

    ``current`` is an account as the ledger names it (open, deliver, verify, close, end), or ``closed``. A ledger entry
    in the account ``close`` is closed: pass ``closed`` for it.
    """
    if current == "closed":
        return [Step(key, "done") for key in _KEYS[:3]] + [Step("close", "closed")]
    if current == "end":
        return [Step(key, "future") for key in _KEYS]
    here = _KEYS.index(current)
    return [Step(key, "done" if at < here else "now" if at == here else "future") for at, key in enumerate(_KEYS)]


def said(current: str) -> str:
    """The row's squares in words."""
    if current == "closed":
        return _("已销账")
    if current == "end":
        return _("不再办理")
    return _("%(account)s中") % {"account": ACCOUNTS[_KEYS.index(current)].name}
