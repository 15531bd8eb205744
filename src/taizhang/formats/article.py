"""正文在哪：从整页往下走，走到再往下就要丢字的那一层。

Where the article is: from the page downwards, to the last element that still holds all the prose.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from lxml import etree

from taizhang.formats import tags

_KEEPS: Final = 0.9
_ENTER: Final = frozenset(
    {"body", "div", "section", "article", "main", "center", "form", "td", "tr", "tbody", "table", "blockquote"}
    | {"span", "font"}
)
_NOTICE = re.compile(
    r"版权所有|版权声明|免责声明|凡本网|凡注明|copyright|©|ICP备|公网安备|网站标识码|技术支持|浏览器|扫一扫|举报电话",
    re.IGNORECASE,
)
_STOP = re.compile(r"[，。；、,;]")
_PROSE = 15
_ENOUGH = 500


@dataclass(slots=True)
class _Weight:
    """Prose below an element, in characters, and what is linked of its text."""

    prose: int = 0
    text: int = 0
    linked: int = 0


def main_element(root: etree._Element) -> tuple[etree._Element, bool]:
    """The element to read (the body where nothing stands out), and whether the page's own labels can be trusted.

    A page that names most of its prose ``footer`` or ``hot`` names nothing.
    """
    body = root.find(".//body")
    top = root if body is None else body
    everything, trusted = _weigh(top, labels=False), _weigh(top, labels=True)
    trust = trusted[top].prose >= 0.5 * everything[top].prose
    return _descend(top, trusted if trust else everything), trust


def _descend(node: etree._Element, weights: dict[etree._Element, _Weight]) -> etree._Element:
    while True:
        below = _heaviest(node, weights)
        if below is None or weights[below].prose < _KEEPS * weights[node].prose:
            return node
        node = below


def data_table(table: etree._Element) -> bool:
    """A table of content, not of layout: two rows and columns, nothing nested, no cell that holds an article."""
    if next(table.iterdescendants("table"), None) is not None:
        return False
    rows = [
        [len(tags.flat("".join(cell.itertext()))) for cell in row.iterchildren("td", "th")] for row in table.iter("tr")
    ]
    rows = [row for row in rows if row]
    lengths = [length for row in rows for length in row]
    if len(rows) < 2 or max(map(len, rows)) < 2:
        return False
    return not (max(lengths) > 300 and max(lengths) > 0.7 * sum(lengths))


def _heaviest(node: etree._Element, weights: dict[etree._Element, _Weight]) -> etree._Element | None:
    inside = [child for child in node if tags.name(child) in _ENTER and weights.get(child, _Weight()).prose]
    below = max(inside, key=lambda child: weights[child].prose, default=None)
    return None if below is None or (tags.name(below) == "table" and data_table(below)) else below


def _weigh(top: etree._Element, *, labels: bool) -> dict[etree._Element, _Weight]:
    """Prose of every element, children first; iterative, so that depth costs no stack."""
    weights: dict[etree._Element, _Weight] = {}
    walk = etree.iterwalk(top, events=("start", "end"))
    for event, element in walk:
        if event == "start":
            if element is not top and (tags.unseen(element) or (labels and tags.labelled_boilerplate(element))):
                walk.skip_subtree()
                weights[element] = _Weight()
        elif element not in weights:
            weights[element] = _weight(element, weights)
    return weights


def _weight(element: etree._Element, weights: dict[etree._Element, _Weight]) -> _Weight:
    inline = [element.text or ""] + [child.tail or "" for child in element]
    own = _Weight(text=sum(len(piece.strip()) for piece in inline))
    blocks = 0
    for child in element:
        below = weights.get(child)
        if below is None:
            continue
        own.text += below.text
        own.linked += below.text if tags.name(child) == "a" else below.linked
        blocks += below.prose if tags.name(child) in tags.BLOCK or below.prose else 0
    own.prose = blocks or _prose(element, own)
    # 分行写的正文：子元素已算过，直接写在本元素里的也要算 text set directly between block children counts too
    if blocks:
        own.prose += sum(len(piece.strip()) for piece in inline if _reads(piece))
    return own


def _prose(element: etree._Element, weight: _Weight) -> int:
    if weight.text < _PROSE or weight.linked > 0.5 * weight.text:
        return 0
    return weight.text if _reads(_beginning(element)) else 0


def _beginning(element: etree._Element) -> str:
    """Enough of its text to judge by; never the whole of an endless one."""
    parts: list[str] = []
    length = 0
    for piece in element.itertext():
        parts.append(piece)
        length += len(piece)
        if length > _ENOUGH:
            break
    return "".join(parts)


def _reads(text: str) -> bool:
    return len(text.strip()) >= _PROSE and bool(_STOP.search(text)) and not _NOTICE.search(text)
