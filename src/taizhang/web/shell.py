"""每页都有的一圈：县名、桌子、语言、页脚。What surrounds every page: county, desks, language, foot line."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any, Final

from django.conf import settings
from django.urls import NoReverseMatch, reverse
from django.utils.functional import SimpleLazyObject
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from taizhang.queries.standing import standing
from taizhang.store import clock, registry

if TYPE_CHECKING:
    from django.http import HttpRequest
    from django.utils.functional import _StrPromise


@dataclass(frozen=True, slots=True)
class Desk:
    """One tab of the bar; ``name`` is the desk's folder and the name of its first address."""

    name: str
    label: _StrPromise
    icon: str
    docked: bool = False
    also: tuple[str, ...] = ()
    roles: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Tab:
    """A desk as it stands on this page."""

    label: _StrPromise
    url: str
    icon: str
    docked: bool
    current: bool


OFFICE: Final = frozenset({"office", "admin"})
DESKS: Final = (
    Desk("home", _("工作台"), "home", docked=True),
    Desk("intake", _("收文"), "in", docked=True, roles=OFFICE),
    Desk("book", _("台账"), "book", docked=True, also=("entry",)),
    Desk("dispatch", _("调度"), "board", roles=OFFICE | {"leader", "team"}),
    Desk("visits", _("督导"), "walk", roles=OFFICE | {"team"}),
    Desk("board", _("总览"), "board", docked=True),
    Desk("bulletins", _("通报"), "print"),
)
"""In the order of the bar. A desk appears once its address exists; four of them fit the phone's dock, with 更多.

A desk without ``roles`` is everybody's; the others stand in the bar of those who hold one of them today.
"""


def shell(request: HttpRequest) -> dict[str, Any]:
    """Context processor; safe on an empty database and for a visitor who has not logged in."""
    return {
        "county": settings.TAIZHANG["county"],
        "phone": settings.TAIZHANG.get("phone", ""),
        "html_lang": "en" if get_language() == "en" else "zh-CN",
        "other_language": ("zh-hans", "中文") if get_language() == "en" else ("en", "English"),
        "tabs": SimpleLazyObject(partial(tabs, request)),
        "find_url": address("search") or address("book"),
        "more_here": here(request) in {"help", "session"},
        "foot": SimpleLazyObject(standing),
    }


def tabs(request: HttpRequest) -> list[Tab]:
    """The desks this person may sit at; none before logging in."""
    user = getattr(request, "user", None)
    if user is None or not user.is_authenticated:
        return []
    at = here(request)
    held = registry.roles(user.code, clock.today())
    pairs = [(desk, address(desk.name)) for desk in DESKS if not desk.roles or desk.roles & held]
    return [Tab(d.label, url, d.icon, d.docked, at == d.name or at in d.also) for d, url in pairs if url]


def here(request: HttpRequest) -> str:
    """The desk that answers this request: the folder its view lives in, or empty."""
    match = getattr(request, "resolver_match", None)
    view = getattr(match.func, "view_class", match.func) if match else None
    room, _dot, rest = getattr(view, "__module__", "").partition("taizhang.web.desks.")
    return rest.partition(".")[0] if not room else ""


def address(name: str) -> str:
    """The address of a name, or empty while no desk has it."""
    try:
        return reverse(name)
    except NoReverseMatch:
        return ""
