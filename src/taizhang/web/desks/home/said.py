"""工作台上的每一件怎么说。How a person's desk words each matter."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from taizhang.books import book as load_book
from taizhang.ledger.book import Label
from taizhang.ledger.entry import ACT_OF
from taizhang.ledger.quantity import Quantity
from taizhang.queries.home import News, Unread, Waiting
from taizhang.web.days import day
from taizhang.web.figures import figure

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

SAYS: Final[dict[str, _StrPromise]] = {
    "assign": lazy("%(lead)s牵头，目标 %(target)s，时限 %(due)s。还没有交办。"),
    "declined": lazy("%(lead)s退回，说不归本单位。请定归口，调整牵头后再交办。"),
    "close": lazy("已核 %(verified)s，目标 %(target)s。可以销账。"),
    "accept": lazy("交给本单位牵头，目标 %(target)s，时限 %(due)s。"),
    "report": lazy("目标 %(target)s，上次报到 %(claimed)s，时限 %(due)s。"),
    "submit": lazy("已报 %(claimed)s，到了目标 %(target)s。可以交账。"),
    "verify": lazy("%(lead)s报了 %(claimed)s，其中 %(open)s 还没有核。"),
    "approve": lazy("%(lead)s牵头，目标 %(target)s，时限 %(due)s。拟立项，批不批？"),
    "endorse": lazy("%(lead)s申请延期，现在的时限 %(due)s，已报 %(claimed)s。"),
    "extend": lazy("%(lead)s申请延期，现在的时限 %(due)s，分管领导已同意。"),
    "review": lazy("%(lead)s对认定有异议，请没有经手的人复核。"),
    "waive": lazy("目标 %(target)s，已核 %(verified)s，%(lead)s已交账。余下的免不免？"),
}
ASKS: Final[dict[str, _StrPromise]] = {
    "approve": lazy("“%(title)s”，立不立项？"),
    "endorse": lazy("“%(title)s”，同不同意延期？"),
    "waive": lazy("“%(title)s”的余额，免不免？"),
}
"""What a leader is asked, in one sentence."""
BUTTONS: Final[dict[str, _StrPromise]] = {
    "approve": lazy("批准立项"),
    "endorse": lazy("同意延期"),
    "waive": lazy("批准免余，说明理由"),
}
AGAINST: Final = {"approve": "refuse", "endorse": "refuse_extension"}
"""Acts by which a leader says no; a waiver not given needs none."""
DECIDE: Final = Label("定归口", "Whose duty")
"""What a declined account waits for before it is assigned again."""


@dataclass(frozen=True, slots=True)
class Matter:
    """One row: the act, when it is due, what it is about, the address of the form."""

    act: Label
    due: str
    late: bool
    title: str
    says: str
    url: str
    go: str
    one_click: str
    version: int
    asks: str
    button: str
    against: str


def matters(waiting: Iterable[Waiting]) -> list[Matter]:
    return [_matter(one) for one in waiting]


def _matter(one: Waiting) -> Matter:
    line, act, name = one.line, load_book(one.line.book).acts[one.act].label, one.act
    if line.state == "declined" and name == "assign":
        act, name = DECIDE, "reassign"
    words = {
        "lead": line.lead_name,
        "target": _printed(line.target, line.places),
        "claimed": _printed(line.claimed, line.places),
        "verified": _printed(line.verified or Quantity(0, line.target.symbol), line.places),
        "open": _printed(line.unchecked, line.places),
        "due": day(line.due),
    }
    return Matter(
        act=act,
        due=_due(one),
        late=one.left is not None and one.left < 0,
        title=line.title,
        says=str(SAYS.get(line.state, SAYS[one.act])) % words,
        url=reverse("entry", args=[line.id]),
        go=reverse("act", args=[line.id, name]),
        one_click=reverse("act", args=[line.id, "unchanged"]) if one.act == "report" else "",
        version=line.version,
        asks=str(ASKS.get(one.act, "")) % {"title": line.title},
        button=str(BUTTONS.get(one.act, "")),
        against=reverse("act", args=[line.id, AGAINST[one.act]]) if one.act in AGAINST else "",
    )


def _due(one: Waiting) -> str:
    if one.left is None:
        return _("无时限")
    if one.left < 0:
        return _("过了 %(n)s 天") % {"n": -one.left}
    return _("今日到期") if one.left == 0 else _("剩 %(n)s 天") % {"n": one.left}


def _printed(quantity: Quantity | None, places: int) -> str:
    return _("未报") if quantity is None else f"{figure(quantity, places)} {quantity.symbol}"


@dataclass(frozen=True, slots=True)
class Reading:
    """A document that waits to be decided on."""

    title: str
    drafts: int
    url: str


def unread(documents: Iterable[Unread]) -> list[Reading]:
    return [Reading(one.title, one.drafts, _intake(one.document)) for one in documents]


def _intake(document: str) -> str:
    for name, args in (("document", [document]), ("intake", [])):
        try:
            return reverse(name, args=args)
        except NoReverseMatch:
            continue
    return ""


@dataclass(frozen=True, slots=True)
class Told:
    """A posting since yesterday, with its act in words."""

    news: News
    act: Label


def news(rows: Iterable[News]) -> list[Told]:
    acts = load_book("task").acts
    return [Told(one, acts[ACT_OF[one.kind]].label) for one in rows]
