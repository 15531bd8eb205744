"""登录页上摊开的账：已公开的几笔。The open book on the log-in page: a few published accounts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

from taizhang.queries.published import PublishedLine, published
from taizhang.store import clock
from taizhang.web.bars import Bar

ROWS: Final = 5
"""As many as the page holds beside the form."""


@dataclass(frozen=True, slots=True)
class OpenedRow:
    """A closed account shows its seal instead of a light."""

    number: str
    title: str
    unit: str
    bar: Bar
    closed_on: date
    digest: str


@dataclass(frozen=True, slots=True)
class Opened:
    as_of: date
    rows: tuple[OpenedRow, ...]


def opened() -> Opened | None:
    """Nothing while no account is published; the page stands without them."""
    rows = tuple(_row(line) for line in published(ROWS))
    return Opened(clock.today(), rows) if rows else None


def _row(line: PublishedLine) -> OpenedRow:
    bar = Bar(line.target, claimed=line.verified, verified=line.verified, unit=line.target.symbol)
    number = line.number.rpartition("-")[2].lstrip("0") or line.number
    return OpenedRow(number, line.title, line.lead, bar, line.closed, line.digest)
