"""筛选条件：写在网址里，总览上每个数都链到同一套条件。Filters live in the URL; a figure links to the rows it counts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace

from taizhang.ledger.light import WORST_FIRST

SORTS = ("due", "number", "light", "title", "lead", "gap", "updated")
GROUPS = ("", "topic", "lead", "light")
LIGHTS = (*WORST_FIRST, "warn")
"""``warn`` stands for red and amber together: 红黄灯."""


@dataclass(frozen=True, slots=True)
class Filter:
    """Which accounts are meant. Empty fields ask nothing; cancelled accounts show only when asked for by ``account``;
    ``account`` = live asks for those neither closed nor ended.

    ``lead`` is the lead unit, ``unit`` any unit that answers, ``leader`` the line leader; ``until`` the last day of a
    deadline (ISO), ``since`` the first; ``open`` = 1 asks for claims nobody has checked; ``stalled`` for accounts
    without a new figure since that day; ``kind`` = amount, with ``measure`` and ``dim``, for one measure (口径).
    """

    book: str = ""
    light: str = ""
    account: str = ""
    state: str = ""
    lead: str = ""
    unit: str = ""
    leader: str = ""
    topic: str = ""
    measure: str = ""
    dim: str = ""
    kind: str = ""
    since: str = ""
    until: str = ""
    open: str = ""
    stalled: str = ""
    doc: str = ""
    parent: str = ""
    leaf: str = ""
    q: str = ""
    sort: str = ""
    group: str = ""

    @classmethod
    def read(cls, query: Mapping[str, str]) -> Filter:
        """From a query string; what it does not know is left aside, long or odd values never reach the database."""
        known = {f.name: query.get(f.name, "")[:120].replace("\x00", "").strip() for f in fields(cls)}
        if known["light"] not in LIGHTS:
            known["light"] = ""
        if known["sort"].lstrip("-") not in SORTS:
            known["sort"] = ""
        if known["group"] not in GROUPS:
            known["group"] = ""
        return cls(**known)

    def params(self) -> dict[str, str]:
        """What stands in the URL."""
        return {f.name: value for f in fields(self) if (value := getattr(self, f.name))}

    def asks(self) -> dict[str, str]:
        """The conditions alone, without order and grouping."""
        return {name: value for name, value in self.params().items() if name not in ("sort", "group")}

    def but(self, **changed: str) -> Filter:
        """The same conditions with some changed."""
        return replace(self, **changed)
