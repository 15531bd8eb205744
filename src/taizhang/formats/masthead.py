"""网页自报家门：标题、发布日期、来源。What a page declares of itself: title, day of publication, outlet."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from lxml import etree

from taizhang.formats import tags

_TITLES: Final = ("articletitle", "og:title", "twitter:title", "dc.title")
_DATES: Final = (
    "pubdate", "publishdate", "article:published_time", "og:published_time", "datepublished", "dc.date",
    "publish_time", "date", "og:release_date", "dc.date.issued",
)  # fmt: skip
_OUTLETS: Final = ("contentsource", "source", "mediaid", "article:author")
_DAY = re.compile(r"(?<!\d)((?:19|20)\d\d)\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})")
_SOURCE = re.compile(r"(?:稿件|信息|文章)?来源\s*[:：]\s*([^\s|｜丨【\[（(<>]{2,30})")
# 页面标题后面的网站名 the site's name behind the page title
_TAIL = re.compile(r"\s*(?:[-_|｜—–]+|--)\s*[^-_|｜—–]{2,30}$")
_TOP = 4_000


def declared(root: etree._Element) -> dict[str, str]:
    """Every meta element by its lower-case name; the first one counts."""
    found: dict[str, str] = {}
    for meta in root.iter("meta"):
        key = (meta.get("name") or meta.get("property") or meta.get("itemprop") or "").strip().lower()
        content = tags.flat(meta.get("content")).strip()
        if key and content:
            found.setdefault(key, content)
    return found


def title(root: etree._Element, metas: dict[str, str]) -> str:
    """What the page's meta, its first heading or its title element says, without the site's name."""
    for key in _TITLES:
        if metas.get(key):
            return metas[key]
    headings = (_words(h) for h in root.iter("h1"))
    first = next((words for words in headings if words), "")
    element = root.find(".//title")
    whole = "" if element is None else _words(element)
    if first and (not whole or first in whole or len(first) >= 8):
        return first
    return _TAIL.sub("", whole) if len(_TAIL.sub("", whole)) >= 4 else whole


def published(root: etree._Element, metas: dict[str, str]) -> str:
    """ISO day; from meta, a time element, or the first full date printed above the article."""
    for key in _DATES:
        if key in metas and (day := first_day(metas[key])):
            return day
    for element in root.iter("time"):
        if day := first_day(element.get("datetime") or _words(element)):
            return day
    return ""


def outlet(metas: dict[str, str], printed: str) -> str:
    """The declared source, else the one printed behind 来源 near the top."""
    said = next((metas[key] for key in _OUTLETS if key in metas), "")
    if said and "://" not in said:
        return said
    match = _SOURCE.search(printed[:_TOP])
    return match.group(1).strip("，,。;；:：") if match else ""


def first_day(text: str) -> str:
    """The first date of a run of text as ISO, or empty.

    >>> first_day("发布时间：2025年3月24日 09:43")
    '2025-03-24'
    """
    for match in _DAY.finditer(text):
        try:
            return date(int(match.group(1)), int(match.group(2)), int(match.group(3))).isoformat()
        except ValueError:
            continue
    return ""


def line_of(root: etree._Element) -> str:
    """The printed line with source or date, as pages set it between title and article; empty where there is none."""
    for element in root.iter("div", "p", "span", "td", "h2", "h3", "h4", "h5", "li"):
        if any(tags.name(child) in tags.BLOCK for child in element):
            continue
        words = _words(element)
        if len(words) <= 120 and (_SOURCE.search(words) or ("时间" in words and first_day(words))):
            return words
    return ""


def _words(element: etree._Element) -> str:
    return tags.flat("".join(element.itertext())).strip()
