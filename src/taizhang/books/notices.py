"""放假通知：一年一个文件，严格地读。The yearly holiday notices, a file each, strictly read."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from importlib.resources import files
from pathlib import Path

from pydantic import BaseModel, Field, ValidationError

from taizhang.books.clocked import STRICT
from taizhang.books.fault import BookInvalid, Fault
from taizhang.books.faulty import misshapen
from taizhang.books.marked import Marked, parse
from taizhang.ledger.calendar import Year


@dataclass(frozen=True, slots=True)
class Notice:
    """A year's calendar and the digest (SHA-256) of the file it was read from."""

    number: int
    year: Year
    digest: str


class HolidayShape(BaseModel):
    """One holiday: its days off, both ends included, and the weekends worked for it."""

    model_config = STRICT

    name: str = Field(min_length=1)
    first: date = Field(alias="from")
    last: date = Field(alias="to")
    work: list[date] = []

    @property
    def off(self) -> list[date]:
        return [self.first + timedelta(days=n) for n in range((self.last - self.first).days + 1)]


class NoticeShape(BaseModel):
    """The whole file. ``announced: false`` is a draft: the year stays 暂."""

    model_config = STRICT

    year: int = Field(ge=2000, le=2100)
    announced: bool
    notice: str = ""
    holidays: list[HolidayShape] = []


def read_notice(text: str, file: str) -> Notice:
    """One year from the text of its file.

    Raises:
        BookInvalid: with every fault found, its line and its cure.
    """
    marked = parse(text, file)
    try:
        found = NoticeShape.model_validate(marked.value)
    except ValidationError as error:
        raise BookInvalid(file, misshapen(marked, error)) from error
    wrong = tuple(_faults(marked, found))
    if wrong:
        raise BookInvalid(file, wrong)
    off = frozenset(day for holiday in found.holidays for day in holiday.off)
    work = frozenset(day for holiday in found.holidays for day in holiday.work)
    year = Year(found.announced, off, work, found.notice)
    return Notice(found.year, year, hashlib.sha256(text.encode()).hexdigest())


def _faults(marked: Marked, found: NoticeShape) -> Iterator[Fault]:
    if found.announced and not found.notice:
        cure = "公布了的要写文号 notice；没公布的写 announced: false。Announced: give the notice's number."
        yield Fault("no_notice", marked.line("announced"), cure)
    seen: set[date] = set()
    for index, holiday in enumerate(found.holidays):
        line = marked.line("holidays", index)
        yield from _days(found.year, holiday, line)
        off, work = set(holiday.off), set(holiday.work)
        both = seen & (off | work) | off & work
        if both:
            cure = f"{min(both)} 写了两次，或又放假又上班。A day stands twice, or is both off and worked."
            yield Fault("twice", line, cure)
        seen |= off | work


def _days(year: int, holiday: HolidayShape, line: int) -> Iterator[Fault]:
    if holiday.last < holiday.first:
        yield Fault("backwards", line, "to 在 from 之前，请对调。The last day lies before the first.")
    for day in [holiday.first, holiday.last, *holiday.work]:
        if not date(year - 1, 12, 1) <= day <= date(year, 12, 31):
            cure = f"{day} 不在这一年（可写上一年 12 月的）。Not a day of this year or of the December before."
            yield Fault("other_year", line, cure)
    for day in holiday.work:
        if day.weekday() < 5:
            cure = f"{day} 本来就上班，调休上班只写双休日。Already a weekday: name weekends only."
            yield Fault("weekday", line, cure)


def notices(folder: Path | None = None) -> dict[int, Notice]:
    """All years by number; a file in ``folder`` adds one, or replaces the shipped one of the same year."""
    found = dict(_shipped())
    for path in sorted(folder.glob("*.yaml")) if folder and folder.is_dir() else ():
        one = read_notice(path.read_text("utf-8"), path.name)
        found[one.number] = one
    return found


@cache
def _shipped() -> dict[int, Notice]:
    here = (f for f in (files("taizhang.books") / "calendars").iterdir() if f.name.endswith(".yaml"))
    found = (read_notice(f.read_text("utf-8"), f.name) for f in here)
    return {one.number: one for one in sorted(found, key=lambda one: one.number)}
