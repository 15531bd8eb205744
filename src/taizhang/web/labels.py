"""两种文字的名字，和岗位的叫法。Names in both languages, and what roles are called."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Protocol

from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise


class TwoTongued(Protocol):
    """A label of a book."""

    @property
    def zh(self) -> str: ...
    @property
    def en(self) -> str: ...


ROLES: Final[dict[str, _StrPromise]] = {
    "office": _("督查室"),
    "handler": _("责任单位承办人"),
    "lead": _("牵头单位"),
    "co": _("配合单位"),
    "team": _("督导组"),
    "leader": _("县领导"),
    "reader": _("公众"),
    "admin": _("系统管理员"),
}


def label(named: TwoTongued) -> str:
    """In the reader's language; Chinese where English is missing."""
    return (named.en or named.zh) if get_language() == "en" else named.zh
