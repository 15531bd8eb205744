"""地址表：每张桌子自带自己的地址。Addresses; each desk brings its own."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver, include, path

urlpatterns: list[URLPattern | URLResolver] = [path("", include("taizhang.web.urls"))]
