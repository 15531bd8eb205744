"""网页成文：一段一行，表格留住，链接堆和页面杂项不要。

From markup to extraction: a paragraph a line, tables kept, piles of links and page furniture left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from lxml import etree

from taizhang.formats import tags
from taizhang.formats.article import data_table
from taizhang.formats.extraction import Extraction, Written
from taizhang.formats.source import BlockKind

_FURNITURE = re.compile(
    r"(?:字号|字体|大小)[:： ]|【?(?:打印|关闭|纠错|收藏|推荐|分享|复制链接)|(?:上|下)一[篇条页]|返回(?:顶部|首页|列表)"
    r"|(?:您?(?:现在)?的?当前)?位置[:：]|当前位置|首页\s*[>＞»/|]|扫一扫|分享到|浏览(?:次数|量)|点击(?:数|量|率|次数)"
    r"|(?:相关|热门|推荐|延伸)(?:新闻|阅读|链接|文章|报道|推荐|稿件)|版权所有|版权声明|免责声明|copyright|©|.{0,20}ICP备|.{0,20}公网安备|网站标识码|技术支持[:：]",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"[，。；！？]")
_FURNITURE_LENGTH = 200
_WIDEST = 256
_HEADINGS: Final = {f"h{n}": n for n in range(1, 7)}


def write(out: Extraction, top: etree._Element, *, labels: bool) -> None:
    """Walk ``top`` in document order, without recursion; ``labels``: skip what the page names boilerplate."""
    writer = _Writer(out)
    walk = etree.iterwalk(top, events=("start", "end"))
    for event, element in walk:
        if event == "start":
            skipped = element is not top and (tags.unseen(element) or (labels and tags.labelled_boilerplate(element)))
            if skipped or writer.enter(element):
                walk.skip_subtree()
        else:
            writer.leave(element)
            if element is not top:
                writer.text(element.tail)
    writer.flush()


class _Writer:
    """Collects one paragraph at a time, with how much of it is linked."""

    def __init__(self, out: Extraction) -> None:
        self._out = out
        self._parts: list[str] = []
        self._linked = 0
        self._links = 0
        self._open: list[str] = []

    def enter(self, element: etree._Element) -> bool:
        """Whether the element was written whole, so that nothing below it is walked."""
        tag = tags.name(element)
        if tag in tags.BLOCK:
            self.flush()
        if tag == "table" and data_table(element):
            self._out.table(_cells(element), _caption(element))
            return True
        self._links += tag == "a"
        if tag in _HEADINGS or tag == "li":
            self._open.append(tag)
        self.text(element.text)
        return False

    def leave(self, element: etree._Element) -> None:
        tag = tags.name(element)
        if tag in tags.BLOCK:
            self.flush()
        self._links -= tag == "a" and self._links > 0
        if self._open and self._open[-1] == tag:
            self._open.pop()

    def text(self, raw: str | None) -> None:
        piece = tags.flat(raw)
        self._parts.append(piece)
        self._linked += len(piece.strip()) if self._links else 0

    def flush(self) -> None:
        paragraph = re.sub(r" {2,}", " ", "".join(self._parts)).strip(" \u3000")
        linked, self._parts, self._linked = self._linked, [], 0
        if not paragraph or furniture(paragraph) or _only_links(paragraph, linked):
            return
        tag = self._open[-1] if self._open else ""
        kind: BlockKind = "heading" if tag in _HEADINGS else "list_item" if tag == "li" else "paragraph"
        self._out.add(paragraph, kind, _HEADINGS.get(tag, 0))


def furniture(paragraph: str) -> bool:
    """A line of the page, not of the article: font size, print, breadcrumb, copyright."""
    return len(paragraph) < _FURNITURE_LENGTH and bool(_FURNITURE.match(paragraph))


def _only_links(paragraph: str, linked: int) -> bool:
    return linked > 0.6 * len(paragraph) and not (len(paragraph) > 40 and _SENTENCE.search(paragraph))


def _caption(table: etree._Element) -> str:
    caption = table.find("caption")
    return "" if caption is None else tags.flat("".join(caption.itertext())).strip()


def _cells(table: etree._Element) -> Iterator[Written]:
    """Cells on their grid, spans honoured as far as a real table could need them."""
    rows = list(table.iter("tr"))
    taken: set[tuple[int, int]] = set()
    for r, row in enumerate(rows):
        column = 0
        for cell in row.iterchildren("td", "th"):
            while (r, column) in taken:
                column += 1
            height, width = _span(cell, "rowspan", len(rows) - r), _span(cell, "colspan", _WIDEST)
            if column >= _WIDEST:
                break
            taken.update((r + down, column + across) for down in range(height) for across in range(width))
            yield Written(r, column, _cell_text(cell), height, width)
            column += width


def _span(cell: etree._Element, attribute: str, most: int) -> int:
    printed = cell.get(attribute, "1").strip()
    wanted = int(printed) if printed.isascii() and printed.isdigit() and len(printed) < 5 else 1
    return max(1, min(wanted, most))


def _cell_text(cell: etree._Element) -> str:
    parts: list[str] = []
    walk = etree.iterwalk(cell, events=("start", "end"))
    for event, element in walk:
        unseen = element is not cell and tags.unseen(element)
        if event == "start":
            if unseen:
                walk.skip_subtree()
            else:
                parts += ("\n" if tags.name(element) in tags.BLOCK else "", tags.flat(element.text))
        elif element is not cell:
            parts += ("\n" if tags.name(element) in tags.BLOCK else "", tags.flat(element.tail))
    lines = (line.strip(" \u3000") for line in "".join(parts).split("\n"))
    return "\n".join(line for line in lines if line)
