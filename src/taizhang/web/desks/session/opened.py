"""登录页上摊开的账：已公开的几笔。The open book on the log-in page: a few published entries."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from taizhang.web.bars import Bar


@dataclass(frozen=True, slots=True)
class OpenedRow:
    """``closed_on`` and ``digest`` are set for a closed entry, which shows its seal instead of a light."""

    number: str
    title: str
    unit: str
    bar: Bar
    light: str
    closed_on: date | None = None
    digest: str = ""


@dataclass(frozen=True, slots=True)
class Opened:
    total: int
    as_of: date
    rows: tuple[OpenedRow, ...]


def opened() -> Opened | None:
    """Nothing until published entries can be asked for; the page stands without them."""
    return None
