"""每行是什么：事项、分组、合计、重复的表头、附注。

What each row is: an entry, a group, a subtotal, a repeated header, a note.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from taizhang.reading.sheet_grid import Grid, GridCell
from taizhang.reading.sheet_header import Header
from taizhang.reading.sheet_names import bare
from taizhang.reading.sheet_values import Aside, AsideKind, Column, SheetCell, SheetRow

_TOTAL = re.compile(
    r"(?:[（(]?[一二三四五六七八九十]+[)）、.]?)?(?:全[县市区])?(?:合计|总计|小计|共计|总共|汇总)(?:[:：(（\d].*)?$"
)
_NOTE = re.compile(r"(?:备?注|说明|填表人|填报人|填报单位|审核人|制表人?|联系人)\s*[:：]|[（(]此表")
_CHINESE = re.compile(r"[（(]?[一二三四五六七八九十]+[)）]?[、.]?$")
_LEVELS = (
    re.compile(r"第[一二三四五六七八九十]+[部篇章]"),
    re.compile(r"[一二三四五六七八九十]+(?:[、.．]|$)"),
    re.compile(r"[（(][一二三四五六七八九十]+[)）]"),
    re.compile(r"\d+[、.．](?!\d)"),
    re.compile(r"[（(]\d+[)）]"),
)
_LISTED = 3
_UNNUMBERED = 9


def rows(
    cells: Grid, found: Header, columns: Sequence[Column], place: str
) -> tuple[tuple[SheetRow, ...], tuple[Aside, ...]]:
    """Entries in order, and what was set aside; every cell keeps its place."""
    fields = {column.index: column.field for column in columns}
    taken: list[SheetRow] = []
    aside: list[Aside] = []
    groups: list[tuple[int, str]] = []
    for row in range(found.bottom + 1, cells.height):
        own = cells.row(row)
        if not own:
            continue
        said, where = _cells(cells, row, fields, place), f"{place} 第{row + 1}行"
        kind = _kind(own, found, fields)
        if kind is None:
            taken.append(SheetRow(row, where, said, tuple(text for _, text in groups)))
            continue
        text = " ".join(cell.text.replace("\n", "") for cell in own)
        aside.append(Aside(kind, row, where, text, said))
        if kind == "group":
            groups = _deeper(groups, own)
    return tuple(taken), tuple(aside)


def _cells(cells: Grid, row: int, fields: Mapping[int, str], place: str) -> tuple[SheetCell, ...]:
    """Cells seen on a row; those merged from above are filled down, those merged from the left count once."""
    seen: dict[GridCell, SheetCell] = {}
    for column, cell in cells.covering(row):
        if cell not in seen:
            where = f"{place} 第{cell.row + 1}行"
            seen[cell] = SheetCell(column, fields.get(column, ""), cell.text, cell.span, where, cell.row < row)
    return tuple(seen.values())


def _kind(own: Sequence[GridCell], found: Header, fields: Mapping[int, str]) -> AsideKind | None:
    """None for an entry."""
    if _repeats(own, found):
        return "header"
    if len(own) <= 2 and _NOTE.match(own[0].text):
        return "note"
    if any(_TOTAL.match(re.sub(r"\s", "", cell.text)) for cell in own[:3]):
        return "subtotal"
    if all(fields.get(cell.column) == "number" for cell in own):
        return "group" if len(own[0].text) > 3 and not own[0].text.isdigit() else "blank"
    return "group" if _groups(own, fields) else None


def _repeats(own: Sequence[GridCell], found: Header) -> bool:
    """A header printed again at the head of a page."""
    same = sum(1 for cell in own if bare(cell.text) in {bare(text) for text in found.texts.get(cell.column, ())})
    return len(own) > 1 and same > 0.6 * len(own)


def _groups(own: Sequence[GridCell], fields: Mapping[int, str]) -> bool:
    """A line over the whole sheet, or an entry numbered 一 among those numbered 1: it heads what follows."""
    first = own[0]
    if fields.get(first.column) == "number" and _CHINESE.match(first.text):
        return True
    if len(own) > 1:
        return False
    wide = first.columns >= max(3, len(fields) // 2)
    level = _level(first.text)
    aside = fields.get(first.column) not in {"task", "project", "target", "content", "steps"}
    return wide or level < _LISTED or (level < _UNNUMBERED and aside)


def _deeper(groups: Sequence[tuple[int, str]], own: Sequence[GridCell]) -> list[tuple[int, str]]:
    """The groups above the next rows, after one more group row."""
    words = [cell.text.replace("\n", "") for cell in own[:2]]
    joined = f"{words[0]}、{words[1]}" if len(words) > 1 and _CHINESE.match(words[0]) else words[0]
    level = _level(words[0])
    return [*((depth, text) for depth, text in groups if depth < level), (level, joined)]


def _level(text: str) -> int:
    return next((level for level, pattern in enumerate(_LEVELS) if pattern.match(text)), _UNNUMBERED)
