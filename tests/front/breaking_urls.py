"""一个会出错的地址，别的照旧。One address that fails; the others as they are."""

from __future__ import annotations

from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import PermissionDenied, SuspiciousOperation
from django.http import HttpRequest, HttpResponse
from django.urls import include, path

from taizhang.urls import handler400, handler403, handler404, handler500

__all__ = ["handler400", "handler403", "handler404", "handler500", "urlpatterns"]


@login_not_required
def fail(request: HttpRequest, how: str) -> HttpResponse:
    raise {"500": ZeroDivisionError, "403": PermissionDenied, "400": SuspiciousOperation}[how]


urlpatterns = [path("fail/<str:how>/", fail), path("", include("taizhang.web.urls"))]
