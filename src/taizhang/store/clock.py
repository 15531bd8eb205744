"""时钟只在边上读。The clock, read at the edges only; a test or a demonstration may set it.

``TAIZHANG_NOW`` (an ISO time; without an offset it is Asia/Shanghai) stops the clock for a process.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date, datetime
from zoneinfo import ZoneInfo

ZONE = ZoneInfo("Asia/Shanghai")
_set: ContextVar[datetime | None] = ContextVar("taizhang_now", default=None)


def now() -> datetime:
    """The time, aware, in Asia/Shanghai."""
    fixed = _set.get()
    if fixed is not None:
        return fixed
    written = os.environ.get("TAIZHANG_NOW")
    if written:
        return _aware(datetime.fromisoformat(written))
    return datetime.now(ZONE)  # noqa: TID251  全系统只在这里读钟 the one place that reads it


def today() -> date:
    """The day it is in Asia/Shanghai."""
    return now().date()


@contextmanager
def stopped(at: datetime) -> Iterator[None]:
    """Inside, it is ``at``."""
    token = _set.set(_aware(at))
    try:
        yield
    finally:
        _set.reset(token)


def _aware(at: datetime) -> datetime:
    return at.astimezone(ZONE) if at.tzinfo else at.replace(tzinfo=ZONE)
