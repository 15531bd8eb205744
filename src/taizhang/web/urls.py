"""各张桌子的地址，一张一行。The desks' addresses, one line each.

A desk is a module `taizhang.web.desks.<desk>.urls` with `urlpatterns`; its names are global (`book`, `entry`),
its templates live in `desks/<desk>/templates/<desk>/`.
"""

from __future__ import annotations

from typing import Final

from django.urls import URLPattern, URLResolver, include, path

from taizhang.web.health import healthz

DESKS: Final[tuple[str, ...]] = ("session", "help", "intake", "home", "book", "entry", "board", "papers")

urlpatterns: list[URLPattern | URLResolver] = [
    path("healthz", healthz, name="healthz"),
    *(path("", include(f"taizhang.web.desks.{desk}.urls")) for desk in DESKS),
]
