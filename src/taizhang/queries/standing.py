"""账面：流水到了哪一号，最近一次封账。Where the journal stands: its last number and digest, and the last seal."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from taizhang.store import clock
from taizhang.store.inspect import STREAM
from taizhang.store.models import HeadRow, PostingRow


@dataclass(frozen=True, slots=True)
class Standing:
    """``number`` is 0 on an empty journal; ``sealed_at`` is nothing before the first seal."""

    book_date: date
    number: int = 0
    head: str = ""
    sealed_at: datetime | None = None


def standing() -> Standing:
    """For the foot of every page: two small queries."""
    head = HeadRow.objects.filter(number__gt=0).values_list("number", "digest").first()
    sealed = PostingRow.objects.filter(stream=STREAM).order_by("-version").values_list("recorded_at", flat=True).first()
    number, digest = head or (0, "")
    return Standing(clock.today(), number, digest, sealed)
