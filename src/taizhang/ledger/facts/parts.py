"""事实里的零件：佐证、经手、代录、锚点、节点。What facts are made of: evidence, hands, anchors, milestones."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from taizhang.ledger.dates import PartialDate


@dataclass(frozen=True, slots=True)
class Evidence:
    """佐证. ``kind`` is file, link or paper; ``ref`` a file digest, an address or a document number."""

    kind: str
    ref: str
    title: str = ""


@dataclass(frozen=True, slots=True)
class By:
    """Who recorded it: the person's stable code and the unit's, as of then."""

    user: str
    unit: str


@dataclass(frozen=True, slots=True)
class OnBehalf:
    """代录: whose decision or report it was; the scanned paper stands among the evidence.

    ``role`` is what they are to the entry: lead, co or leader. A verification is never recorded for somebody.
    """

    unit: str
    person: str = ""
    role: Literal["lead", "co", "leader"] = "lead"


@dataclass(frozen=True, slots=True)
class SourceAnchor:
    """Where the commitment stands in its document: ids and digests, see text.span.Anchor."""

    document: str
    file: str
    extraction: str
    start: int
    end: int
    quote: str
    place: str = ""


@dataclass(frozen=True, slots=True)
class Milestone:
    """``amount``: cumulative sub-units due by then, ``None`` for an event."""

    due: PartialDate
    title: str = ""
    amount: int | None = None
    hard: bool = False
