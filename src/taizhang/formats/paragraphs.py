"""接行成段：版面把一段断成许多行，按行宽和缩进接回去。Joins the lines of a page layout back into paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

_PAGE_NUMBER = re.compile(r"[-—–－·\s]*(?:第\s*)?[0-9０-９]{1,4}(?:\s*[/／]\s*[0-9]{1,4})?(?:\s*页.{0,8})?[-—–－·\s]*$")
_ENDS = "。！？!?"
_HEADED = re.compile(
    r"[（(]?[一二三四五六七八九十]{1,3}[）)、.．]|第[一二三四五六七八九十百]+[章节条]|[0-9]{1,2}[.．、](?![0-9])"
)


@dataclass(frozen=True, slots=True)
class Line:
    """One printed line: its edges and height in points, and the width of its page."""

    text: str
    left: float
    right: float
    bottom: float
    height: float
    width: float


def joined(pages: Sequence[Sequence[Line]]) -> Iterator[tuple[int, str]]:
    """Paragraphs with the 0-based page each begins on; page numbers at the edges of a page are left out."""
    started, text = 0, ""
    for number, page in enumerate(pages):
        lines = _without_numbers(page)
        left, right, indented = _frame(lines)
        full = False
        for index, line in enumerate(lines):
            above = lines[index - 1] if index else None
            goes_on = _goes_on(above, line, left, indented) if above else bool(text) and not _starts(line, left)
            if text and goes_on and (full or above is None):
                text = glued(text, line.text)
            else:
                if text:
                    yield started, text
                started, text = number, line.text
            full = line.right >= right - 1.6 * line.height
        if not full and text:
            yield started, text
            text = ""
    if text:
        yield started, text


def _goes_on(above: Line, line: Line, left: float, indented: bool) -> bool:
    """Whether ``line`` continues the full line ``above`` it."""
    if _starts(line, left) or abs(above.height - line.height) > 0.25 * above.height:
        return False
    if above.bottom - line.bottom > 3 * above.height or _HEADED.match(line.text):
        return False
    # 不用首行缩进的版面，句号就是段尾 without first-line indents a full stop ends the paragraph
    return indented or above.text[-1] not in _ENDS


def _starts(line: Line, left: float) -> bool:
    return line.left > left + 0.8 * line.height


def _frame(lines: Sequence[Line]) -> tuple[float, float, bool]:
    """Left and right edge of the text, and whether paragraphs are indented."""
    if not lines:
        return 0.0, 0.0, False
    left = min(line.left for line in lines)
    right = max(line.right for line in lines)
    indents = sum(1 for line in lines if 1.2 * line.height < line.left - left < 3 * line.height)
    return left, right, indents > 0


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
