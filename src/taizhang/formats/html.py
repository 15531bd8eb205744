"""网页：只取文章，脚本不执行，导航、链接、版权行不要。HTML: the article only; nothing is executed.

The page's title and source line come first, where they stand outside
the article.
"""

from __future__ import annotations

import re
from dataclasses import replace

from lxml import etree

from taizhang.formats import masthead
from taizhang.formats.article import main_element
from taizhang.formats.encoding import decoded, notes
from taizhang.formats.extraction import Extraction
from taizhang.formats.limits import Limits, megabytes
from taizhang.formats.markup import write
from taizhang.formats.refusals import Unreadable
from taizhang.formats.source import Source

_CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)
_MEDIA = "html"


def read_html(content: bytes, name: str, limits: Limits) -> Source:
    """Raises Unreadable: undecodable, empty, damaged, too_large, too_long."""
    declared = _CHARSET.search(content[:4096])
    told = decoded(content, declared.group(1).decode("ascii") if declared else "")
    source = read_page(told.text, content, name, limits)
    return replace(source, notes=notes(told) + source.notes)


def read_page(page: str, content: bytes, name: str, limits: Limits) -> Source:
    """The article of a decoded page; ``content`` is the file it came from."""
    if len(page) > limits.page:
        raise Unreadable("too_large", size=megabytes(len(page)), limit=megabytes(limits.page))
    root = _parsed(page)
    metas = masthead.declared(root)
    title = masthead.title(root, metas)
    article, labels = main_element(root)
    body = Extraction(limits)
    write(body, article, labels=labels)
    if not body.blocks:
        raise Unreadable("empty")
    line = masthead.line_of(root)
    out = Extraction(limits)
    _head(out, body, title, line)
    write(out, article, labels=labels)
    source = out.source(content, name, _MEDIA)
    day = masthead.published(root, metas) or masthead.first_day(line)
    return replace(source, title=title, published=day, outlet=masthead.outlet(metas, line or source.text))


def _head(out: Extraction, body: Extraction, title: str, line: str) -> None:
    """Title and source line, unless the article repeats them at its own beginning."""
    top = body.beginning(400)
    if title and _bare(title) not in _bare(top):
        out.add(title, "heading", 1)
    if line and _bare(line) not in _bare(top):
        out.add(line)


def _bare(text: str) -> str:
    return re.sub(r"\s", "", text)


def _parsed(page: str) -> etree._Element:
    parser = etree.HTMLParser(encoding="utf-8", no_network=True, huge_tree=False, remove_comments=True, remove_pis=True)
    try:
        root = etree.fromstring(page.replace("\x00", "").encode("utf-8", "replace"), parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise Unreadable("damaged", media=_MEDIA) from error
    if root is None:
        raise Unreadable("empty")
    return root
