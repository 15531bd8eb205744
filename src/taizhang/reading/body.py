"""正文：从第一句到最后一句，去掉题头、来源、署名、编辑、版权和链接。

The article proper: from its first sentence to its last (GUIDE "meta", ``body``).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from taizhang.reading.lines import Line
from taizhang.reading.names import SURNAME
from taizhang.text.span import Span

_HEADS = frozenset({"blank", "nav", "dated", "byline", "number", "title", "date"})
_ENDS = frozenset({"blank", "nav", "dated", "byline", "tail", "date", "number"})
_ISSUED = re.compile(
    r"(?:印发|转发|下发|发布|公布)(?:给你们|你们)?[^。]{0,20}[，,]?(?:请|望|并)[^。]{0,40}(?:执行|落实|实施|遵照)"
)
_COVER_AT_MOST = 15


@dataclass(frozen=True, slots=True)
class Frame:
    """The body, the first line of it, and the dateline's outlet if one was cut off."""

    body: Span
    first: int
    dateline: Span | None = None
    chapter: Span | None = None


def frame(text: str, lines: tuple[Line, ...]) -> Frame:
    """Where the article begins and ends; an empty span for a page without one."""
    first = _attached(text, lines, _first(text, lines))
    if first >= len(lines):
        return Frame(Span(0, 0), first)
    last = _last(text, lines, first)
    start, dateline = _past_dateline(text, lines[first].at)
    end = _before_credits(text, Span(start, lines[last].at.end))
    above = [line for line in lines[:first] if line.kind != "blank"]
    chapter = above[0].at if [line.kind for line in above] == ["heading"] else None
    return Frame(Span(start, max(start, end)), first, dateline, chapter)


def _first(text: str, lines: tuple[Line, ...]) -> int:
    """The first line of prose; a salutation or heading directly before prose opens the body too."""
    for index, line in enumerate(lines):
        if line.kind == "prose" and not _headline(text, lines, index):
            return index
        if line.kind in ("salute", "heading") and _leads_to_prose(lines, index):
            return _next(lines, index) if _only_heading(lines, index) else index
    return next((i for i, line in enumerate(lines) if line.kind not in _HEADS), len(lines))


def _only_heading(lines: tuple[Line, ...], index: int) -> bool:
    """A chapter without a page around it: its heading stands as the title, the body is what follows."""
    above = any(line.kind != "blank" for line in lines[:index])
    return lines[index].kind == "heading" and not above and lines[_next(lines, index)].kind == "prose"


def _next(lines: tuple[Line, ...], index: int) -> int:
    """The next line that is not blank, else this one."""
    return next((i for i in range(index + 1, len(lines)) if lines[i].kind != "blank"), index)


def _headline(text: str, lines: tuple[Line, ...], index: int) -> bool:
    """A long line with marks but no full stop, straight above the date line, is a headline."""
    line = lines[index]
    if len(line.at) > 90 or "。" in line.at.of(text):
        return False
    later = next((other for other in lines[index + 1 :] if other.kind != "blank"), None)
    return later is not None and later.kind in ("dated", "byline", "number", "date")


def _leads_to_prose(lines: tuple[Line, ...], index: int) -> bool:
    later = [line.kind for line in lines[index + 1 : index + 6] if line.kind != "blank"]
    return bool(later) and later[0] in ("prose", "heading", "title", "salute")


def _attached(text: str, lines: tuple[Line, ...], first: int) -> int:
    """Past a covering notice (现印发给你们): the plan it sends begins after the signature, the date and the title."""
    cover = range(first, min(first + _COVER_AT_MOST, len(lines)))
    sent = next((i for i in cover if _ISSUED.search(lines[i].at.of(text))), None)
    if sent is None:
        return first
    dated = next((i for i in range(sent + 1, min(sent + 10, len(lines))) if lines[i].kind == "date"), None)
    if dated is None:
        return first
    rest = next((i for i in range(dated + 1, len(lines)) if lines[i].kind in ("prose", "heading", "salute")), None)
    return first if rest is None else rest


def _last(text: str, lines: tuple[Line, ...], first: int) -> int:
    """The last line of the article: before the first closing line that no article line follows for long."""
    end = len(lines)
    for index in range(first + 1, len(lines)):
        if lines[index].kind == "tail":
            end = index
            break
    last = end - 1
    while last > first and (
        lines[last].kind in _ENDS or _APPENDED.match(lines[last].at.of(text)) or _signature(text, lines, last, end)
    ):
        last -= 1
    return last


_APPENDED = re.compile(r"附件\s?\d{0,2}\s?[:：.．][^。]*$|附件\s?\d{0,2}$")
_ORGAN = re.compile(r"^\S{0,30}(?:政府|国务院|办公[厅室]|委员会|省委|市委|县委|区委|领导小组|指挥部|局|厅|部|院|会)$")


def _signature(text: str, lines: tuple[Line, ...], index: int, end: int) -> bool:
    """An organ's name above the closing date."""
    line = lines[index]
    if line.kind != "title" or not _ORGAN.match(line.at.of(text)):
        return False
    return any(other.kind == "date" for other in lines[index + 1 : end])


_LEAD = re.compile(r"(?:标题\s?[:：][^\n]{0,120}?)?[，,\s]*正文[:：]\s*")
_NAME = rf"{SURNAME}[\u4e00-\u9fff]{{1,2}}"
_NEXT = r"(?=\d|日前|近日|昨日|今日|今天|昨天|[“\"《]|[上下]午|从|自|为|在|截至|记者|随着|一|\s|[，,。)）】\]]|$)"
_DATELINE = re.compile(
    rf"[\[【(（]?(?P<outlet>[\u4e00-\u9fffA-Za-z·]{{2,14}}?)(?:客户端)?(?P<day>\d{{1,2}}月\d{{1,2}}日)?(?:讯|電|电|消息(?=[(（]))[\]】)）]?[:：]?"
    rf"(?:\s*[(（]?\s*(?:全媒体|见习|首席|本报)?(?:记者|通讯员)[:：]?\s*{_NAME}(?:[\s、,，/]+(?:通讯员\s*)?{_NAME}){{0,5}}\s*[)）]?)?\s*"
)
_BYLINE = re.compile(
    rf"[\[【(（]?[\u4e00-\u9fff]{{0,12}}(?:记者|通讯员)\s+{_NAME}?(?:[\s、,，/]+(?:(?:记者|通讯员)\s*)?{_NAME}?){{0,5}}\s*[)）】\]]?{_NEXT}\s*"
)
_AGENCIES = ("新华社", "中新社")
_OWN = ("本报", "本网", "本台", "本刊", "我报", "快")


def _past_dateline(text: str, at: Span) -> tuple[int, Span | None]:
    """After 正文：, the dateline (…讯) and the reporters' names before the first sentence."""
    start = at.start
    lead = _LEAD.match(text, start, at.end)
    start = lead.end() if lead else start
    line = _DATELINE.match(text, start, at.end)
    if line is None:
        byline = _BYLINE.match(text, start, at.end)
        return (byline.end() if byline else start), None
    begin, end = line.span("outlet")
    if line["outlet"].startswith(_AGENCIES):  # 新华社太原3月5日电：地名不是来源
        end = begin + len("新华社")
    own = line["outlet"].startswith(_OWN)
    return line.end(), None if own else Span(begin, end)


_CREDITS = re.compile(
    r"(?<=[。！？!?”\"’)）])\s*(?:[\[【(（]\s*)?(?:责\s?任?编辑?|编辑|审核|校对|审校|监制|作者|供稿|来源|文字|图片|值班\S{0,4})\s?[:：]"
    rf"|(?<=[。！？!?”\"’)）])\s*[\[【(（]?\s*[\u4e00-\u9fffA-Za-z·]{{0,12}}(?:记者|通讯员)[:：\s]\s*{_NAME}"
    r"|(?<=[。！？!?”\"’)）])\s*(?:新闻线索|版权声明|免责声明|相关链接|点击(?:查看|阅读)|本文(?:来源|转自)|举报(?:电话|邮箱)|如需转载|未经授权)"
)
_CREDITS_WITHIN = 400


def _before_credits(text: str, body: Span) -> int:
    """Cut editors, reporters and appeals that run on behind the last sentence of the same line."""
    for hit in _CREDITS.finditer(text, max(body.start, body.end - _CREDITS_WITHIN), body.end):
        tail = text[hit.start() : body.end]
        if len(tail) < _CREDITS_WITHIN and "\n" not in tail.strip():
            return hit.start()
    return body.end
