"""网页的标签：哪些成段，哪些从不进正文。HTML elements: which make blocks, which never carry an article."""

from __future__ import annotations

import re
from typing import Final

from lxml import etree

NEVER: Final = frozenset(
    {"script", "style", "noscript", "template", "iframe", "frame", "svg", "math", "object", "embed", "applet"}
    | {"canvas", "video", "audio", "map", "head", "title", "nav", "footer", "aside", "button", "select", "option"}
    | {"datalist", "textarea", "input", "dialog"}
)
BLOCK: Final = frozenset(
    {"address", "article", "blockquote", "body", "caption", "center", "dd", "details", "div", "dl", "dt"}
    | {"fieldset", "figcaption", "figure", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "html"}
    | {"li", "main", "ol", "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr"}
    | {"ul", "br"}
)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_WORDS = re.compile(r"[A-Za-z][a-z]*|[A-Z]+")
_BOILERPLATE: Final = frozenset(
    {"nav", "navbar", "menu", "footer", "foot", "sidebar", "breadcrumb", "breadcrumbs", "crumb", "crumbs"}
    | {"share", "comment", "comments", "related", "recommend", "copyright", "toolbar", "pager", "pagination"}
    | {"ad", "ads", "advert", "login", "search", "topbar", "banner", "friendlink", "qrcode", "ewm", "dqwz"}
    | {"weizhi", "position", "rank", "hot"}
)


def name(element: etree._Element) -> str:
    """The tag in lower case; empty for comments and processing instructions."""
    return element.tag.lower() if isinstance(element.tag, str) else ""


def unseen(element: etree._Element) -> bool:
    """Never part of an article: scripts, navigation, what the page itself hides."""
    tag = name(element)
    return (
        not tag or tag in NEVER or element.get("hidden") is not None or bool(_HIDDEN.search(element.get("style", "")))
    )


def labelled_boilerplate(element: etree._Element) -> bool:
    """Whether the page's author named it navigation, footer, comments and the like."""
    label = f"{element.get('id', '')} {element.get('class', '')}"
    return any(word.lower() in _BOILERPLATE for word in _WORDS.findall(label))


def flat(text: str | None) -> str:
    """Whitespace of the source file collapsed; the ideographic space is content.

    >>> flat("  今年\\n   造林 ")
    ' 今年 造林 '
    """
    return re.sub(r"[ \t\r\n\f\v\xa0\u200b\ufeff]+", " ", text or "")
