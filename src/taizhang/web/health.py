"""探活：服务在不在，库答不答。Health: is the service up, and does the database answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib.auth.decorators import login_not_required
from django.db import DatabaseError, connection
from django.http import HttpResponse

if TYPE_CHECKING:
    from django.http import HttpRequest


@login_not_required
def healthz(request: HttpRequest) -> HttpResponse:
    """``ok``, or 503 with ``database``; says nothing about versions or data."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError:
        return HttpResponse("database\n", status=503, content_type="text/plain")
    return HttpResponse("ok\n", content_type="text/plain")
