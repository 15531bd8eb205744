"""版头：标题、日期、来源、地方、谈话人和正文的起止。The masthead and the body (GUIDE "meta")."""

from __future__ import annotations

import re
from datetime import date
from itertools import pairwise

from taizhang.formats.source import Source
from taizhang.reading.body import Frame, frame
from taizhang.reading.dates import published, year_said
from taizhang.reading.findings import Meta
from taizhang.reading.lines import Line, lines
from taizhang.reading.places import place
from taizhang.reading.speakers import speaker
from taizhang.text.span import Span


def masthead(source: Source, text: str, today: date | None = None) -> Meta:
    """What the page says of itself; ``today`` gives the year only where the page names none."""
    page = lines(text)
    around = frame(text, page)
    title = _title(source, text, page, around)
    day = published(text, page, around.body)
    year, basis = (day.year, "published") if day else year_said(text, title, around.body)
    head = Span(title.end if title else 0, max(title.end if title else 0, around.body.start))
    said = speaker(text, title, head, around.body)
    role = said.role if said else ""
    outlet = _outlet(text, around)
    return Meta(
        around.body,
        title,
        outlet,
        str(day) if day else source.published[:10],
        place(text, title, role, around.body, (_signed(text, page), outlet.of(text) if outlet else "")),
        said.name if said else "",
        role,
        year or (today.year if today else 0),
        basis or ("today" if today else ""),
        around.chapter,
    )


_TITLE_ENDS = re.compile(
    r"(?:意见|通知|方案|计划|规划|报告|办法|要点|公告|批复|函|决定|纲要|清单|措施|条例|规定|细则|通报|讲话)(?:[(（].{0,20}[)）])?$"
)
_LABELLED = re.compile(r"\s*标题\s*[:：]\s*(?P<title>[^\n]{2,120}?)[\s，,]*正文\s*[:：]")
_ORGAN = re.compile(r"^\S{2,40}(?:政府|国务院|办公[厅室]|委员会|文件)$")


def _title(source: Source, text: str, page: tuple[Line, ...], around: Frame) -> Span | None:
    named = _LABELLED.match(text, 0, around.body.start)
    if named:
        return Span(*named.span("title"))
    if source.title and 0 <= (found := text.find(source.title)) < around.body.start:
        return Span(found, found + len(source.title))
    head = page[: around.first]
    above = _headlines(text, _above_date(text, head)) or _headlines(text, [one for one in head if one.kind == "title"])
    if not above:
        return None
    last = above[-1]
    first = _upwards(text, page, last)
    return Span(first.at.start, last.at.end)


def _headlines(text: str, candidates: list[Line]) -> list[Line]:
    """Without the names of organs and the mark 正文."""
    return [one for one in candidates if not _ORGAN.match(one.at.of(text)) and "正文" not in one.at.of(text)]


def _above_date(text: str, head: tuple[Line, ...]) -> list[Line]:
    """The line straight above the last date or source line that has one above it."""
    for index in range(len(head) - 1, -1, -1):
        line = head[index]
        if line.kind == "dated" or (line.kind == "tail" and "源" in line.at.of(text)):
            above = [other for other in head[:index] if other.kind in ("title", "prose", "heading", "salute")]
            return above[-1:]
    return []


def _upwards(text: str, page: tuple[Line, ...], last: Line) -> Line:
    """A title on several lines: the lines before it while they do not end a title of their own."""
    index = page.index(last)
    while index and page[index - 1].kind == "title" and not _TITLE_ENDS.search(page[index - 1].at.of(text)):
        if _ORGAN.match(page[index - 1].at.of(text)) or not _TITLE_ENDS.search(last.at.of(text)):
            break
        index -= 1
    return page[index]


_SOURCE = re.compile(
    r"(?:来[\s?？]*源|稿\s?源|文章来源|信息来源)[\s?？]*[:：][\s?？]*(?P<outlet>[^\s,，。;；|｜]{2,30})"
)
_OUTSIDE = 1500


def _outlet(text: str, around: Frame) -> Span | None:
    """The declared 来源, in the head or at the foot, else the dateline."""
    for zone in (Span(0, around.body.start), Span(around.body.end, min(len(text), around.body.end + _OUTSIDE))):
        hit = _SOURCE.search(text, zone.start, zone.end)
        if hit:
            return Span(*hit.span("outlet"))
    return around.dateline


def _signed(text: str, page: tuple[Line, ...]) -> str:
    """The organ above a closing date."""
    for before, line in pairwise(page):
        if line.kind == "date" and before.kind == "title":
            return before.at.of(text)
    return ""
