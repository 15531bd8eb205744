"""工作台。A person's own desk."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from taizhang.queries.entries import Listing, listing
from taizhang.queries.filter import Filter
from taizhang.queries.home import AT_MOST
from taizhang.queries.home import home as query
from taizhang.queries.inbox import inbox
from taizhang.store import clock
from taizhang.web.desks.home.reminded import notes
from taizhang.web.desks.home.said import matters, news, unread
from taizhang.web.person import asker

LED = 20
"""Accounts of a leader on one page of paper."""


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """What waits for this person; a leader sees the accounts he leads, on one page of paper."""
    by, on = asker(request), clock.today()
    found = query(by, on=on, since=_yesterday())
    context: dict[str, Any] = {
        "home": found,
        "on": on,
        "by": by,
        "matters": matters(found.waiting[: AT_MOST - len(found.unread)]),
        "unread": unread(found.unread),
        "news": news(found.news),
        "total": found.total + len(found.unread),
        "more": max(0, found.total + len(found.unread) - AT_MOST),
        "since": _yesterday(),
        "notes": notes(inbox(by, on=on)),
    }
    if "leader" in by.roles:
        led = listing(by, Filter(leader=by.unit, sort="light"), on=on, size=LED)
        return render(request, "home/leader.html", context | {"led": led, "weekly": _weekly(led)})
    return render(request, "home/home.html", context)


def _yesterday() -> datetime:
    """Yesterday at eight, when offices open."""
    at = clock.now()
    return datetime.combine(at.date() - timedelta(days=1), time(8), tzinfo=at.tzinfo)


def _weekly(led: Listing) -> int:
    """How many of these accounts had a report within seven days."""
    week = clock.today() - timedelta(days=7)
    return sum(1 for one in led.lines if one.reported and one.reported >= week)
