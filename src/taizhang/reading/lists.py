"""并列：一串各自独立的事项拆成一项一条；“甲、乙等8个小区”不拆。

Lists: separate deliverables give a part each; a counted group with examples stays one.
"""

from __future__ import annotations

import re

from taizhang.reading.heads import bare, head_of
from taizhang.reading.lexicon import groups
from taizhang.text.span import Span

_CUT = re.compile(r"、|以及|和|及|与|”(?=“)|[“‘（(《]")
_CLOSERS = {"“": "”", "‘": "’", "（": "）", "(": ")", "《": "》"}
_ETC = re.compile(r"等(?!级|离|待|候|于)")
_COUNTED = re.compile(
    r"(?:\d+|[一二两三四五六七八九十百]+)(?:余|多)?(?:个|项|座|条|处|家|所|批|类|种|户|位|名|人|方面|县|市|镇|村)"
)
_COINED = re.compile(
    r"[“]?(?:十|[二两三四五六七八九]|\d)[大项](?:[\u4e00-\u9fff]{0,4})(?:工程|行动|战略|基地|计划|任务)"
)
_WORKS_TAIL = re.compile(
    r"(?:[\u4e00-\u9fff]{0,6})?(?:项目|工程|试点|改革事项|机制|制度|举措|措施|补贴政策|公共服务设施|基础设施)"
)
_MEASURED = re.compile(
    r"(?!分别|其中|比|较|同比|环比|增|降|高于|低于|总投资|投资|占|约|达)[^\d、]{2,20}\d[\d.]*余?[万亿]*余?[^\d、]{1,4}?(?:以上|以内|左右)?"
)
_WHOLE = frozenset(
    ["facility", "works", "mechanism", "campaign", "document", "honour", "policy", "reform", "procedure", "programme"]
)
_QUALITIES = ("性", "型")
"""What ends so says how something is (全局性、基础性的…): it is no name, and its list no list of things."""
_NOT_TAIL = re.compile(r"(?:生产项目|产业项目|领域|行业|活动|短板|工作|问题|方面|群体|企业|单位|部门|方式|模式|功能)")


def _cuts(text: str, at: Span) -> list[tuple[int, int, str]]:
    """Where a list may be cut, quotes and brackets left whole: (end of the part, start of the next, mark)."""
    made: list[tuple[int, int, str]] = []
    place = at.start
    while found := _CUT.search(text, place, at.end):
        mark = found.group()
        place = found.end()
        if mark in _CLOSERS:
            close = text.find(_CLOSERS[mark], place, at.end)
            place = close if close >= 0 else place
            if close >= 0 and mark != "“":
                place += 1
        elif mark == "”":
            made.append((found.end(), found.end(), mark))
        else:
            made.append((found.start(), found.end(), mark))
    return made


def complete(name: str) -> bool:
    """Whether a part of a list is a whole name by itself.

    >>> complete("蒲伊北街"), complete("50个社区养老工程"), complete("50个乡镇级"), complete("高校毕业生")
    (True, True, False, False)
    """
    if name.endswith(("”", "》", "项目", "工程")) and len(name) > 3:
        return True
    if _MEASURED.fullmatch(name):
        return True
    numbered = _COUNTED.match(name)
    if numbered and len(name) - numbered.end() > 3 and name[-1] not in "级类型":
        return True
    if len(name) < 3 or (name[0] in "一二三四五六七八九十" and len(name) < 4):
        return False
    group, head = head_of(name)
    if group not in _WHOLE:
        group, head = head_of(bare(name))
    return group in _WHOLE and (len(name) > len(head) or head in groups("weak_facilities")["unique"])


def split(text: str, at: Span) -> list[Span]:
    """The separate parts of an object, or the whole of it."""
    cuts = _cuts(text, at)
    if not cuts:
        return [at]
    titles = text[at.end - 1] == "”"
    cuts = [cut for cut in cuts if cut[2] != "”" or titles]
    parts = _by(at, [cut for cut in cuts if cut[2] in "、”"])
    etc = _ETC.search(text, parts[-1].start, at.end)
    if etc:
        return _open_list(text, at, parts, etc)
    parts = [piece for part in parts for piece in _by_conjunction(text, part, cuts)]
    if any(part.of(text).endswith(_QUALITIES) for part in parts[:-1]):
        return [at]
    if len(parts) > 1 and all(complete(part.of(text)) for part in parts[:-1]) and _closes(text, parts):
        return parts
    return _halves(text, at, cuts)


def _halves(text: str, at: Span, cuts: list[tuple[int, int, str]]) -> list[Span]:
    """One whole name, and another whose places are a list of their own (甲机场三期和乙、丙机场改扩建)."""
    for end, begin, mark in cuts:
        left, right = Span(at.start, end), Span(begin, at.end)
        if mark in "、”" or "、" in left.of(text) or "、" not in right.of(text) or len(left) < 4:
            continue
        if head_of(left.of(text))[0] == "facility" and complete(right.of(text)):
            return [left, right]
    return [at]


def _by(at: Span, cuts: list[tuple[int, int, str]]) -> list[Span]:
    starts = [at.start, *(begin for _, begin, _ in cuts)]
    ends = [*(end for end, _, _ in cuts), at.end]
    return [Span(a, b) for a, b in zip(starts, ends, strict=True) if b > a]


def _by_conjunction(text: str, part: Span, cuts: list[tuple[int, int, str]]) -> list[Span]:
    """Cut at 和, 及 … only between two whole names."""
    for end, begin, mark in cuts:
        if mark in "、”" or not part.start < end < part.end:
            continue
        left, right = Span(part.start, end), Span(begin, part.end)
        if _shares_tail(left.of(text), right.of(text)):
            continue
        if complete(left.of(text)) and complete(right.of(text)) and len(left) > 3 and len(right) > 3:
            return [left, *_by_conjunction(text, right, cuts)]
    return [part]


def _shares_tail(left: str, right: str) -> bool:
    """监测预警和动态帮扶机制: one mechanism of two kinds, not two."""
    return any(right.endswith(tail) and not left.endswith(tail) for tail in ("机制", "体系", "模式"))


def _closes(text: str, parts: list[Span]) -> bool:
    """Whether the last part is a whole name too, or at least one with its verb behind it."""
    last = parts[-1].of(text)
    return complete(last) or bool(re.search("项目|工程|”", last)) or (len(parts) > 2 and len(last) > 3)


def _open_list(text: str, at: Span, parts: list[Span], etc: re.Match[str]) -> list[Span]:
    """A list that ends in 等…: what follows says whether its parts are names."""
    tail = text[etc.end() : at.end]
    names = [*parts[:-1], Span(parts[-1].start, etc.start())]
    joined = [Span(p.start, p.end) for part in names for p in _pairs(text, part)]
    if _COINED.match(tail):
        return _restored(joined, at)
    if _COUNTED.match(tail) or len(joined) < 2 or _NOT_TAIL.match(tail):
        return [at]
    if any(part.of(text).endswith(_QUALITIES) for part in joined):
        return [at]
    whole = [complete(part.of(text)) for part in joined]
    if all(whole) or (_WORKS_TAIL.match(tail) and min(len(part) for part in joined) > 3):
        return _restored(joined, at)
    return [at]


def _pairs(text: str, part: Span) -> list[Span]:
    name = part.of(text)
    middle = re.search("”和“|》和《", name)
    if not middle:
        return [part]
    cut = part.start + middle.start() + 1
    return [Span(part.start, cut), Span(cut + 1, part.end)]


def _restored(parts: list[Span], at: Span) -> list[Span]:
    """The parts, the last one with what follows 等."""
    return [*parts[:-1], Span(parts[-1].start, at.end)]
