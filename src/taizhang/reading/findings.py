"""所得：读一份文件读到的一切，每一处都带着原文的位置。

What a reader finds, as plain values; every ``at`` is a span of the repaired text.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from taizhang.text.span import Span

Bound = Literal["eq", "approx", "ge", "le"]
MeasureRole = Literal["target", "result", "capacity", "investment", "rank", "growth", "count"]
ItemKind = Literal["task", "project", "target", "mechanism", "result"]
Modality = Literal["planned", "ongoing", "done"]
Topic = Literal[
    "industry",
    "agriculture",
    "urban",
    "ecology",
    "welfare",
    "reform",
    "business",
    "safety",
    "party",
    "finance",
    "governance",
]
Stage = Literal["reserve", "signed", "preparing", "starting", "building", "completed", "producing", "unknown"]
Count = int | str | tuple[int | str, ...]


@dataclass(frozen=True, slots=True, order=True)
class PartialDate:
    """A date as exact as it was printed: a year, a month or a day.

    >>> str(PartialDate(2025, 6))
    '2025-06'
    """

    year: int
    month: int = 0
    day: int = 0

    def __str__(self) -> str:
        parts = (f"{self.year:04d}", f"{self.month:02d}", f"{self.day:02d}")
        return "-".join(parts[: 1 + bool(self.month) + bool(self.month and self.day)])


@dataclass(frozen=True, slots=True)
class Deadline:
    """The time words that govern a sentence, and what they mean against the document's own date.

    ``until`` is the last moment they allow and ``since`` the first, both partial; both are ``None`` for words
    without a date (尽快), which is a ``question`` to ask at 建账. ``basis``: ``printed`` (the words say it all),
    ``document`` (counted from the document's date), ``inferred`` (from a year the text only implies),
    ``festival`` (a day of the lunar calendar or of a holiday, year known, day not), ``none``.
    """

    at: Span
    printed: str
    until: PartialDate | None = None
    since: PartialDate | None = None
    question: bool = False
    basis: str = "none"


@dataclass(frozen=True, slots=True)
class Measure:
    """A number with its unit or classifier. ``value`` is exact, 万/亿 multiplied out; percentages keep the figure.

    ``scale`` is the printed multiplier (``万``, ``亿``, ``万亿`` or empty). ``value_to`` closes a range.
    """

    at: Span
    value: Fraction
    unit: str
    bound: Bound = "eq"
    value_to: Fraction | None = None
    role: MeasureRole = "count"
    scale: str = ""


@dataclass(frozen=True, slots=True)
class Member:
    """One member of a framework that the document itself lists."""

    at: Span
    name: str


@dataclass(frozen=True, slots=True)
class Framework:
    """A named set whose name carries its count. ``open``: the list ends in 等; GUIDE "frameworks"."""

    at: Span
    name: str
    n: Count
    members: tuple[Member, ...] = ()
    open: bool = False


@dataclass(frozen=True, slots=True)
class Item:
    """One thing to do, being done or done. ``measures`` are indices into ``Reading.measures``.

    ``stretch``: the words only strive (力争). ``owners`` as printed (牵头单位 …). ``parent``: index of the
    heading or framework member it stands under, -1 for none.
    """

    at: Span
    kind: ItemKind
    modality: Modality
    concrete: bool
    verb: str
    object: str
    topic: Topic
    deadline: Deadline | None = None
    actor: str = ""
    stretch: bool = False
    measures: tuple[int, ...] = ()
    owners: tuple[str, ...] = ()
    parent: int = -1


@dataclass(frozen=True, slots=True)
class Project:
    """A named physical or investment project, or a counted ``group`` of them. ``invest_yuan`` in 元."""

    at: Span
    name: str
    stage: Stage = "unknown"
    investor: Span | None = None
    invest_yuan: Fraction | None = None
    capacity: Span | None = None
    group: bool = False
    count: int | None = None


@dataclass(frozen=True, slots=True)
class Meta:
    """What the page says of itself. Spans are of the repaired text, strings are simplified; empty: not said.

    ``published`` is an ISO date. ``year`` is the year planning time counts from and ``year_basis`` says whence:
    ``published``, ``printed``, ``inferred``, ``today`` or empty. ``chapter``: the heading above a body that is only a
    chapter of something longer.
    """

    body: Span
    title: Span | None = None
    outlet: Span | None = None
    published: str = ""
    place: str = ""
    speaker: str = ""
    role: str = ""
    year: int = 0
    year_basis: str = ""
    chapter: Span | None = None
