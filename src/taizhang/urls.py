"""地址表：每张桌子自带自己的地址。Addresses; each desk brings its own."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver, include, path

urlpatterns: list[URLPattern | URLResolver] = [path("", include("taizhang.web.urls"))]
handler400 = "taizhang.web.errors.bad_request"
handler403 = "taizhang.web.errors.forbidden"
handler404 = "taizhang.web.errors.missing"
handler500 = "taizhang.web.errors.broken"
