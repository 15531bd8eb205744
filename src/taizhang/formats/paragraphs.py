"""接行成段：版面把一段断成许多行，按行宽、缩进和字号接回去。

Joins the lines of a page layout back into paragraphs, by their width, indent and size.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

_PAGE_NUMBER = re.compile(r"[-—–－·\s]*(?:第\s*)?[0-9０-９]{1,4}(?:\s*[/／]\s*[0-9]{1,4})?(?:\s*页.{0,8})?[-—–－·\s]*$")
_ENDS = "。！？!?"
_HEADED = re.compile(
    r"[（(]?[一二三四五六七八九十]{1,3}[）)、.．]|第[一二三四五六七八九十百]+[章节条]|[0-9]{1,2}[.．、](?![0-9])"
)
_SAME = 0.12
_LARGE = 1.15


@dataclass(frozen=True, slots=True)
class Line:
    """One printed line: its edges and height in points, and the width of its page."""

    text: str
    left: float
    right: float
    bottom: float
    height: float
    width: float


@dataclass(frozen=True, slots=True)
class Paragraph:
    """``page`` is the 0-based page it begins on; ``large``: set larger than the body, as titles are."""

    page: int
    text: str
    large: bool


@dataclass(frozen=True, slots=True)
class _Frame:
    """Where the body of a page stands: edges, height of its lines, and whether paragraphs are indented."""

    left: float
    right: float
    height: float
    indented: bool

    def large(self, line: Line) -> bool:
        return line.height > _LARGE * self.height

    def starts(self, line: Line) -> bool:
        return line.left > self.left + 0.8 * line.height

    def full(self, line: Line, then: str) -> bool:
        """Whether the line had no room for what may not be torn from the beginning of ``then``."""
        return line.right >= self.right - max(1.6 * line.height, _width(then) * line.height)


def joined(pages: Sequence[Sequence[Line]]) -> Iterator[Paragraph]:
    """Paragraphs in order; page numbers at the edges of a page are left out."""
    height = _body_height([line for page in pages for line in page])
    open_: Paragraph | None = None
    last: Line | None = None
    for number, page in enumerate(pages):
        lines = _without_numbers(page)
        frame = _frame(lines, height)
        for index, line in enumerate(lines):
            if open_ and last and _goes_on(last, line, frame, same_page=index > 0):
                open_ = Paragraph(open_.page, glued(open_.text, line.text), open_.large)
            else:
                if open_:
                    yield open_
                open_ = Paragraph(number, line.text, frame.large(line))
            last = line
    if open_:
        yield open_


def _goes_on(above: Line, line: Line, frame: _Frame, *, same_page: bool) -> bool:
    """Whether ``line`` continues the paragraph that ``above`` belongs to."""
    if abs(above.height - line.height) > _SAME * above.height or _HEADED.match(line.text):
        return False
    near = above.bottom - line.bottom < 3 * above.height
    if frame.large(line):
        # 居中的大标题分两行，没有满行可言 a centred title in two lines has no full line
        return same_page and near and above.text[-1] not in _ENDS
    if frame.starts(line) or not frame.full(above, line.text) or (same_page and not near):
        return False
    # 不用首行缩进的版面，句号就是段尾 without first-line indents a full stop ends the paragraph
    return frame.indented or above.text[-1] not in _ENDS


_WHOLE = re.compile(r"(?:[0-9A-Za-z.]{1,12}|.)[，。；：、）》”’！？%％]*")


def _width(words: str) -> float:
    """The width of what a typesetter keeps together at the head of a line (单位：'s 位：), in line heights.

    A mark may not begin a line, so the word before it moves down with it and leaves the line above short.
    """
    first = _WHOLE.match(words)
    return sum(0.6 if character.isascii() else 1.1 for character in first.group()) if first else 0.0


def _body_height(lines: Sequence[Line]) -> float:
    """The height most characters are set in."""
    weights: dict[float, int] = {}
    for line in lines:
        weights[round(line.height, 1)] = weights.get(round(line.height, 1), 0) + len(line.text)
    return max(weights, key=lambda height: weights[height], default=0.0)


def _frame(lines: Sequence[Line], height: float) -> _Frame:
    body = [line for line in lines if abs(line.height - height) <= _SAME * height] or list(lines)
    left = min((line.left for line in body), default=0.0)
    right = max((line.right for line in body), default=0.0)
    return _Frame(left, right, height, any(1.2 * height < line.left - left < 3 * height for line in body))


def _without_numbers(lines: Sequence[Line]) -> list[Line]:
    kept = list(lines)
    for edge in (0, -1):
        if len(kept) > 1 and _PAGE_NUMBER.match(kept[edge].text):
            del kept[edge]
    return kept


def glued(left: str, right: str) -> str:
    """Two halves of a line; Latin words keep their space.

    >>> glued("总投资", "3亿元"), glued("phase", "two")
    ('总投资3亿元', 'phase two')
    """
    between = " " if left[-1].isascii() and left[-1].isalpha() and right[0].isascii() and right[0].isalpha() else ""
    return left + between + right
