"""筛选条件的小牌子：在筛什么，去掉一条去哪里。Chips: what is asked, and the address without it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from taizhang.ledger.book import Book
from taizhang.queries.filter import Filter
from taizhang.queries.names import Names
from taizhang.web.labels import label
from taizhang.web.lights import light_of
from taizhang.web.topics import topic_name

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

WORDS: Final[dict[str, _StrPromise]] = {
    "book": lazy("台账"),
    "light": lazy("灯"),
    "account": lazy("到哪一步"),
    "state": lazy("状态"),
    "lead": lazy("牵头"),
    "unit": lazy("责任单位"),
    "leader": lazy("包联"),
    "topic": lazy("提法"),
    "measure": lazy("口径"),
    "since": lazy("时限不早于"),
    "until": lazy("时限不晚于"),
    "open": lazy("只报未核"),
    "stalled": lazy("没有新数，自"),
    "doc": lazy("出自"),
    "parent": lazy("母账"),
    "leaf": lazy("分解到底的"),
    "q": lazy("搜"),
}
ACCOUNTS: Final[dict[str, _StrPromise]] = {
    "live": lazy("没有销号"),
    "open": lazy("建账"),
    "deliver": lazy("交账"),
    "verify": lazy("核账"),
    "close": lazy("已销号"),
    "end": lazy("已撤销"),
}
BARE: Final = ("open", "leaf", "doc", "parent")
"""Conditions whose value says nothing to a reader."""


@dataclass(frozen=True, slots=True)
class Chip:
    words: str
    without: Filter


def chips(asked: Filter, known: Names, books: Mapping[str, Book]) -> list[Chip]:
    """One for each condition; a measure and its dimension go together."""
    found = []
    for name, value in asked.asks().items():
        if name in WORDS:
            words = str(WORDS[name]) if name in BARE else f"{WORDS[name]}：{_value(name, value, known, books)}"
            gone = {"measure": "", "dim": "", "kind": "", "leaf": ""} if name == "measure" else {name: ""}
            found.append(Chip(words, asked.but(**gone)))
    return found


def _value(name: str, value: str, known: Names, books: Mapping[str, Book]) -> str:
    if name == "light":
        return _("滞后、预警") if value == "warn" else str(light_of(value).word)
    if name == "account":
        return str(ACCOUNTS.get(value, value))
    if name == "topic":
        return topic_name(value)
    if name in ("lead", "unit", "leader"):
        return known.unit(value)
    if name == "book" and value in books:
        return label(books[value].label)
    if name == "state":
        labels = (book.states[value].label for book in books.values() if value in book.states)
        found = next(labels, None)
        return label(found) if found else value
    return value
