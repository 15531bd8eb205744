"""这一次请求是谁在问。Who asks with this request, in the roles held today."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from taizhang.ledger.requests import Actor
from taizhang.store import clock
from taizhang.store.registry import actor as registered

if TYPE_CHECKING:
    from django.http import HttpRequest

KEPT = "_taizhang_actor"


def asker(request: HttpRequest) -> Actor:
    """Asked of the registry once a request."""
    known = getattr(request, KEPT, None)
    if known is None:
        known = registered(request.user, clock.today())  # type: ignore[arg-type]
        setattr(request, KEPT, known)
    return cast(Actor, known)
