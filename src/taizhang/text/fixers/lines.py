"""断行：按固定宽度硬折的行接回成段；短行（标题、条目、表格）不动。

Lines wrapped hard at a fixed width are joined again; short lines, items and tables stay.
"""

from __future__ import annotations

import re
from itertools import pairwise

from taizhang.text.change import Change
from taizhang.text.hanzi import HAN
from taizhang.text.page import Page

_LEAST = 4  # 至少连着四行同宽，才算硬折 lines of one width in a row that make a wrapped paragraph
_RAGGED = 4  # 避头尾会让行宽差一两个字 marks kept off line ends make widths differ
_NARROWEST, _WIDEST = 40, 160  # 半角格数：二十个到八十个汉字 in half-width cells
_LINE = re.compile(r"[^\n]*")
_PROSE = re.compile("[，。；,;]")
_INSIDE = re.compile(rf"[{HAN}A-Za-z0-9“”‘’《》（）(),，、；;：:％%]")
_FRESH = re.compile(
    r"[ \u3000\t]|[—－-]{1,2}|[（(]?[一二三四五六七八九十百]{1,3}[）)、.．]|[（(]?[0-9]{1,3}[）)、.．](?![0-9])"
    r"|第[一二三四五六七八九十百]{1,4}[章节条]|[●■◆▪•□★]"
)


def fix(page: Page) -> list[Change]:
    """Join lines where a run of equal full lines shows that only the page's width broke them."""
    if page.text.count("\n") < _LEAST:
        return []
    lines = [m.span() for m in _LINE.finditer(page.text) if m.end() < len(page.text) or m[0]]
    lines = [s for s in lines if not (s[0] == s[1] and s[0] and page.text[s[0] - 1] != "\n")]
    if max((b - a for a, b in lines), default=0) * 2 < _NARROWEST:
        return []
    return [Change(a[1], b[0], "", "line") for a, b in _joints(page.text, lines)]


Line = tuple[int, int]


def _joints(text: str, lines: list[Line]) -> list[tuple[Line, Line]]:
    found: list[tuple[Line, Line]] = []
    run: list[tuple[Line, Line]] = []
    full = 0
    for above, below in pairwise(lines):
        width = _width(text[above[0] : above[1]])
        goes_on = _NARROWEST <= width <= _WIDEST and _continues(text, above, below)
        if goes_on and (not run or abs(width - full) <= _RAGGED):
            full = full if run else width
            run.append((above, below))
            continue
        found += _accepted(text, run, full)
        full, run = (width, [(above, below)]) if goes_on else (0, [])
    return found + _accepted(text, run, full)


def _accepted(text: str, run: list[tuple[Line, Line]], full: int) -> list[tuple[Line, Line]]:
    """A run is a wrapped paragraph if it is long, reads as prose and its last line is no wider than the others."""
    if len(run) < _LEAST - 1:
        return []
    last = run[-1][1]
    if _width(text[last[0] : last[1]]) > full + _RAGGED or not _PROSE.search(text, run[0][0][0], last[1]):
        return []
    return run


def _continues(text: str, above: Line, below: Line) -> bool:
    if above[0] == above[1] or below[0] == below[1]:
        return False
    ends, starts = text[above[1] - 1], text[below[0] : below[0] + 8]
    return bool(_INSIDE.match(ends)) and bool(_INSIDE.match(starts)) and not _FRESH.match(starts)


def _width(line: str) -> int:
    """Cells of the screen: GBK spends two bytes where the screen spends two cells."""
    return len(line) if len(line) > _WIDEST else len(line.encode("gbk", "replace"))
