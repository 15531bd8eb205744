"""装示范县：登记单位和人，收文，开账，走完这一年。Load the demonstration: registry, documents, accounts, their year."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, datetime, time, timedelta
from functools import cache
from importlib.resources import files
from io import BytesIO
from pathlib import Path
from typing import Any, Protocol

from docx import Document as NewDocument

from taizhang.cli.demonstration import story
from taizhang.cli.demonstration.registry import HERE, enrol, told
from taizhang.ledger.requests import Actor
from taizhang.operations import decide_drafts
from taizhang.operations.decide_drafts import Wording
from taizhang.operations.open_drafts import open_drafts
from taizhang.operations.take_in import take_in
from taizhang.store import drafts, journal, registry
from taizhang.store.clock import ZONE
from taizhang.store.drafts import Draft


class Say(Protocol):
    """Tells a message of ``cli.sayings``."""

    def __call__(self, code: str, /, **params: object) -> None: ...


OPENED = (2, 10)
"""The accounts are opened on this month and day."""
TURN = (4, 1)
"""Before this month and day the county still closes last year's book: this year's would be all but empty."""
LATELY = timedelta(days=4)
"""How long ago the late ones were opened."""


def load(*, home: Path, now: datetime, say: Say) -> None:
    """Fill an empty installation; ``say`` is told of each part as it is done."""
    year = now.year if (now.month, now.day) >= TURN else now.year - 1
    enrol(home, datetime(year, 1, 4, 9, tzinfo=ZONE))
    county = told("county.yaml")
    say("demo_registry", units=len(county["units"]), people=len(county["people"]))
    accounts = list(_open_plan(year, now.date()))
    say("demo_plan", year=year, count=len(accounts))
    steps = sorted((s for account in accounts for s in story.steps(account)), key=lambda s: (s.on, s.order))
    with journal.writing():
        done = [step.act(story.moment(step)) for step in steps if step.on < now.date()]
    say("demo_year", count=len(done))
    for name, words in samples(year, now.date()).items():
        take_in(data=words.encode(), name=name, by=_actor("clerk", now.date()), at=now)
    say("demo_samples", count=len(SAMPLES))


SAMPLES = ("interview.txt", "notice.htm")
"""Documents that wait for the clerk: one of the plan's year, one of last week whose dates lie ahead."""


def samples(year: int, today: date) -> dict[str, str]:
    """The waiting documents with dates that make sense today."""
    week = today - timedelta(days=7)
    ahead = {f"month{n}": _month_end(today, n) for n in (1, 2, 4)}
    soon = today + timedelta(days=40)
    told = {"year": str(year), "week": week.isoformat(), "soon": f"{soon.year}年{soon.month}月{soon.day}日", **ahead}
    return {name: _filled((files(HERE) / "samples" / name).read_text("utf-8"), told) for name in SAMPLES}


def _month_end(today: date, months: int) -> str:
    """The end of a month that lies ahead, as notices write it."""
    years, month = divmod(today.month - 1 + months, 12)
    return f"{today.year + years}年{month + 1}月底"


def _filled(words: str, told: dict[str, str]) -> str:
    for name, value in told.items():
        words = words.replace(f"{{{name}}}", value)
    return words


def _open_plan(year: int, today: date) -> Iterator[story.Account]:
    """Most accounts are opened when the plan comes; a few only this week, so that something waits for everybody."""
    on = date(year, *OPENED)
    at = datetime.combine(on, time(9, 30), ZONE)
    taken = take_in(data=plan(year), name=f"云汉县{year}年重点工作安排.docx", by=_actor("clerk", on), at=at)
    lines = told("story.yaml")
    for late, day in ((False, on), (True, today - LATELY)):
        mine = [line for line in lines if line.get("late", False) == late]
        yield from _open_lines(taken.document, mine, year, day, today)


def _open_lines(
    document: str, lines: list[dict[str, Any]], year: int, on: date, today: date
) -> Iterator[story.Account]:
    clerk, at = _actor("clerk", on), datetime.combine(on, time(9, 40), ZONE)
    keys = [_decided(document, line, year, on, clerk) for line in lines]
    entries = open_drafts(document=document, keys=keys, by=clerk, at=at)
    for line, entry in zip(lines, entries, strict=True):
        yield story.Account(entry, line, on, _due(line, year, on), today, _acting(today))


def plan(year: int) -> bytes:
    """The plan as the DOCX an office would send round: a heading a line, bold heads, plain paragraphs."""
    text = (files(HERE) / "samples" / "plan.txt").read_text("utf-8").replace("{year}", str(year))
    paper = NewDocument()
    title, *lines = text.strip().split("\n")
    paper.add_heading(title, level=0)
    for line in filter(None, lines):
        if line[0] in "一二三四五六七八九十" and "、" in line[:3] and len(line) < 24:
            paper.add_heading(line, level=1)
        else:
            paper.add_paragraph(line)
    out = BytesIO()
    paper.save(out)
    return out.getvalue()


def _decided(document: str, line: dict[str, Any], year: int, on: date, by: Actor) -> str:
    """The draft a line of the story speaks of, decided as the clerk would; taken up by hand where none was read."""
    at, kept = datetime.combine(on, time(9, 40), ZONE), drafts.document(document)
    place = kept.repaired.index(line["find"])
    end = place + len(line["find"])
    found = _best([d for d in drafts.drafts(document) if d.kind != "framework"], place, end)
    key = found.id if found else decide_drafts.take_up(document=document, start=place, end=end, by=by, at=at)
    decide_drafts.edit(document=document, key=key, wording=_wording(line, year, on), by=by, at=at)
    return key


def _best(among: list[Draft], start: int, end: int) -> Draft | None:
    """The draft that shares most with a place, unless it was decided for another line already."""
    shared = [(min(d.end, end) - max(d.start, start), d) for d in among if d.state in ("pending", "discarded")]
    best = max(shared, key=lambda pair: pair[0], default=None)
    return best[1] if best and best[0] * 2 >= end - start else None


def _due(line: dict[str, Any], year: int, opened: date) -> date:
    """In the plan's year; what is opened after it is due in the next."""
    due = _day(year, line["due"])
    return due if due > opened + timedelta(days=20) else _day(year + 1, line["due"])


def _wording(line: dict[str, Any], year: int, on: date) -> Wording:
    return Wording(
        title=line["title"],
        lead_unit=line["lead"],
        due=_due(line, year, on).isoformat(),
        co_units=tuple(line.get("co", ())),
        leader=line["leader"],
        target_kind=line.get("kind", "amount" if "figure" in line else "deliverable"),
        figure=line.get("figure", "0"),
        unit=line.get("unit", ""),
        measure=line.get("measure", ""),
        stretch=line.get("stretch", False),
        milestones=tuple((_day(year, day).isoformat(), title, figure) for day, figure, title in line.get("stones", ())),
    )


def _day(year: int, written: str) -> date:
    month, day = written.split("-")
    return date(year, int(month), int(day))


def _actor(username: str, on: date) -> Actor:
    return registry.actor_named(username, on)


def _acting(on: date) -> Callable[[str], Actor]:
    """The first log-in of a unit."""
    first: dict[str, str] = {}
    for person in told("county.yaml")["people"]:
        first.setdefault(person["unit"], person["username"])
    return cache(lambda unit: _actor(first[unit], on))
