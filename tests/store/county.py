"""测试用的小县：几个单位，几个人。A small county for tests: a few units, one person for each role."""

from __future__ import annotations

from datetime import date, datetime

from taizhang.ledger.dates import PartialDate
from taizhang.ledger.entry import Entry
from taizhang.ledger.posting import By, Evidence, Fact, Milestone, Opened, Posting
from taizhang.ledger.quantity import parse
from taizhang.ledger.registry import UnitNamed
from taizhang.ledger.requests import Actor
from taizhang.ledger.target import Target
from taizhang.store import registry
from taizhang.store.clock import ZONE

AT = datetime(2026, 3, 2, 9, 30, tzinfo=ZONE)
UNITS = [
    UnitNamed("county", "试验县", "试验县", "county"),
    UnitNamed("dcs", "县督查室", "督查室", "office", "county", 1),
    UnitNamed("lyj", "县林业局", "林业局", "department", "county", 2),
    UnitNamed("lyz", "县林业工作站", "林业站", "department", "lyj", 3),
    UnitNamed("czj", "县财政局", "财政局", "department", "county", 4),
    UnitNamed("bhz", "北河镇", "北河镇", "township", "county", 5),
    UnitNamed("team1", "第一督导组", "一组", "team", "county", 6),
    UnitNamed("leader1", "分管副县长", "副县长", "leader", "county", 7),
]
PEOPLE = {
    "chen": ("dcs", "office"),
    "lin": ("lyj", "handler"),
    "zhan": ("lyz", "handler"),
    "cai": ("czj", "handler"),
    "bei": ("bhz", "handler"),
    "tan": ("team1", "team"),
    "li": ("leader1", "leader"),
    "gong": ("", "reader"),
    "guan": ("", "admin"),
}
TARGET = Target("amount", "ge", parse("12", "万亩").amount, "万亩", "造林面积")
FILE = Evidence("file", "a" * 64, "验收单.pdf")


def actor(name: str) -> Actor:
    unit, role = PEOPLE[name]
    return Actor(name, unit, frozenset({role}))


def settle() -> None:
    """Enter the county's units and people."""
    for unit in UNITS:
        registry.name_unit(unit, by=registry.SYSTEM, at=AT)
    for name, (unit_code, role) in PEOPLE.items():
        user = registry.enrol(username=name, name=f"{name}某", unit=unit_code, password=None, by=registry.SYSTEM, at=AT)
        registry.grant(user.code, role, since=date(2026, 1, 1), by=registry.SYSTEM, at=AT)


def opened(number: str = "26-0001", **more: object) -> Opened:
    given: dict[str, object] = {
        "book": "task",
        "number": number,
        "title": "完成造林12万亩",
        "target": TARGET,
        "lead_unit": "lyj",
        "due": PartialDate.read("2026-11"),
        "start": PartialDate.read("2026-03"),
        "co_units": ("czj",),
        "leader": "leader1",
        "milestones": (Milestone(PartialDate.read("2026-06"), "春季", parse("5", "万亩").amount),),
    }
    return Opened(**(given | more))  # type: ignore[arg-type]


def posting(stream: str, version: int, fact: Fact, who: str = "chen", **more: object) -> Posting:
    given: dict[str, object] = {"at": AT, "effective": AT.date()}
    by = actor(who)
    return Posting(stream, version, fact, By(by.user, by.unit), **(given | more))  # type: ignore[arg-type]


def title(entry: Entry) -> str:
    return f"{entry.number} {entry.title}"
