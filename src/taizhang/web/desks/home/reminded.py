"""提醒和待点头的文书怎么说。How reminders and papers that wait for a yes are worded."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from taizhang.ledger.book import Label
from taizhang.queries.inbox import Inbox, PaperWaiting, Reminded
from taizhang.web.days import day
from taizhang.web.labels import label

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

STEPS: Final[dict[str, _StrPromise]] = {
    "urge": lazy("催办"),
    "remind": lazy("提醒函"),
    "supervise": lazy("督办函"),
    "summon": lazy("约谈"),
    "bulletin": lazy("通报"),
}
TURNED: Final[dict[str, _StrPromise]] = {
    "amber": lazy("%(day)s 转预警"),
    "red": lazy("%(day)s 转滞后"),
}
SHOWN = 5
"""Of each list; the rest shows when these are done."""


@dataclass(frozen=True, slots=True)
class Note:
    """One line: ``act`` is the step of a paper, empty for a reminder; ``provisional`` puts 暂 beside it."""

    act: str
    title: str
    says: str
    url: str
    late: bool
    provisional: bool


@dataclass(frozen=True, slots=True)
class Notes:
    """The first few of each list, and how many there are in all."""

    reminders: list[Note]
    papers: list[Note]
    reminders_in_all: int
    papers_in_all: int


def notes(inbox: Inbox) -> Notes:
    return Notes(
        [_reminder(one) for one in inbox.reminders[:SHOWN]],
        [_paper(one) for one in inbox.papers[:SHOWN]],
        len(inbox.reminders),
        len(inbox.papers),
    )


def _reminder(one: Reminded) -> Note:
    if one.kind in TURNED:
        says = str(TURNED[one.kind]) % {"day": day(one.day)}
        return Note("", one.title, says, _url(one.entry), one.kind == "red", False)
    words = {"clock": _named(one.clock), "day": day(one.day), "n": one.late}
    said = _("%(clock)s %(day)s 到期，过了 %(n)s 天") if one.late > 0 else _("%(clock)s %(day)s 到期")
    return Note("", one.title, said % words, _url(one.entry), one.late > 0, one.provisional)


def _paper(one: PaperWaiting) -> Note:
    words = {"clock": _named(one.clock), "day": day(one.missed)}
    says = _("%(clock)s %(day)s 到期，没有办。发不发，请定。") % words
    return Note(str(STEPS[one.step]), one.title, says, _url(one.entry), True, one.provisional)


def _named(clock: Label | None) -> str:
    return label(clock) if clock else _("时限")


def _url(entry: str) -> str:
    return reverse("entry", args=[entry])
