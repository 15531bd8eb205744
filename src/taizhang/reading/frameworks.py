"""提法：名称自带数目的一组事（“六大基地”“三个一批”“1234”），在文中逐处认出。

Named sets whose name carries its count, each mention, with the members that the text itself lists.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache

from taizhang.reading.counted_names import counts_of, is_code, known
from taizhang.reading.findings import Count, Framework, Member
from taizhang.reading.framework_members import Mention, members_of
from taizhang.reading.sentences import Outline
from taizhang.text.span import Span

_QUOTED = re.compile(r"“([^“”\n]{2,48})”|‘([^‘’\n]{2,24})’|\"([^\"\n]{2,24})\"|《([^《》\n]{2,40})》")
_CLAUSE_MARK = re.compile(r"[，,；;。！!？?、]")
_COINED = re.compile(
    r"(?:十[一二三四五六七八九]?|[二两三四五六七八九]|(?<![\d.])[2-9](?=大))大"
    r"([\u4e00-\u9fff]{0,6}?)"
    r"(工程|行动|战略|基地|攻坚战|会战|计划|集群|系列产品|产业|体系|板块|格局|高地|中心|支柱|优势|片区|园区|示范区|走廊|通道|品牌|平台|抓手|"
    r"重点|方向|原则|目标|任务|领域|关键|支撑|短板|保障|提升|突破|改革|理念|定位|功能区|组团|经济带|新城|市场|特色|特征|环境|要素|载体|机遇|举措|主体)"
)
_ALWAYS = frozenset(["工程", "行动", "战略", "基地", "攻坚战", "会战", "计划"])
_TEN_BEST = re.compile(r"[十百]佳[\u4e00-\u9fff]{0,6}")
_SPATIAL = "中心|片区|组团|基地|[核心轴带廊极翼圈环横纵城镇湖港片]"
_LAYOUT = re.compile(
    rf"[一二两双三四五六七八九十](?:{_SPATIAL})(?:[一二两双三四五六七八九十](?:{_SPATIAL})){{1,4}}(?![一-龥]{{0,2}}[年月])"
)
_ONES = re.compile(r"(?<![一-十第])[二两三四五六七八九]个一(?:[批号流体律样百定]|(?=[”工活项机]))")
_DEEDS = re.compile(
    r"(?<![第十一二三四五六七八九\d])[二两三四五六七八九]个"
    r"(?:坚持|突出|聚焦|着力|确保|结合|强化|转变|统筹|注重|到位|必须|严禁|一律|不放过|不变|更加|不动摇|坚定不移|更好|毫不动摇)"
)
_SAID = re.compile(
    r"(?<![第十一二三四五六七八九\d])[二两三四五六七八九十]个[“‘][^“”‘’\n]{2,10}[”’](?![\u4e00-\u9fff])|(?<![第十一二三四五六七八九\d])[二两三四五六七八九十]个[“‘][^“”‘’\n]{2,10}[”’](?=[的等和及与])"
)
_CODE = re.compile(
    r"(?<![\d.％%-])\d{3,5}(?=(?:发展|工作|总体)?(?:思路|战略|工作法|工作重心|布局|体系|模式|工程|行动|计划|目标))"
)
_DIGITS = {"二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9}
_BUILDINGS = ("中心", "大厦", "广场", "园区", "大楼", "公司", "酒店", "基金")
_SHORT_BARE = frozenset(["三农", "双碳", "双拥", "双减", "六稳", "六保", "三公经费"])


@cache
def _bare() -> re.Pattern[str]:
    names = sorted((n for n in known() if len(n) >= 4 or n in _SHORT_BARE), key=len, reverse=True)
    return re.compile("|".join(map(re.escape, names)))


def frameworks(outline: Outline) -> tuple[Framework, ...]:
    """Every mention of a counted name in the body, in order, with the members listed for it there."""
    mentions = _apart(sorted(_mentions(outline), key=lambda m: (m.at.start, -m.at.end)))
    made = []
    for index, mention in enumerate(mentions):
        floor = mentions[index - 1].at.end if index else 0
        members, is_open = members_of(outline, mention, floor)
        if members or mention.sure:
            made.append(_framework(outline.text, mention, members, is_open))
    return tuple(made)


def unlisted(framework: Framework) -> tuple[tuple[str, ...], str] | None:
    """Members of a nationally fixed set, with their source; ``None`` for a local one whose members are unknown."""
    entry = known().get(framework.name)
    return (entry[1], entry[2]) if entry and entry[1] else None


def _framework(text: str, mention: Mention, members: tuple[Span, ...], is_open: bool) -> Framework:
    named = tuple(Member(at, at.of(text)) for at in members)
    return Framework(mention.at, mention.at.of(text), mention.n, named, is_open)


def _apart(mentions: list[Mention]) -> list[Mention]:
    """Of overlapping mentions the first and longest; one inside a longer quoted phrase stays."""
    kept: list[Mention] = []
    for mention in mentions:
        if not kept or mention.at.start >= kept[-1].at.end:
            kept.append(mention)
    return kept


def _mentions(outline: Outline) -> Iterator[Mention]:
    for paragraph in outline.paragraphs:
        yield from _quoted(outline.text, paragraph.at)
        yield from _unquoted(outline.text, paragraph.at)


def _quoted(text: str, within: Span) -> Iterator[Mention]:
    for found in _QUOTED.finditer(text, within.start, within.end):
        group = found.lastindex or 0
        name, start = found.group(group), found.start(group)
        if group == 4 or _CLAUSE_MARK.search(name) or len(name) > 14:
            continue
        counted = counts_of(name)
        if counted and not name.endswith(_BUILDINGS):
            count, offset = counted
            begin = start + offset if offset > 2 else start
            at, outer = Span(begin, found.end(group)), Span(found.start(), found.end())
            yield Mention(at, count, sure=True, outer=outer, code=is_code(name))


def _unquoted(text: str, within: Span) -> Iterator[Mention]:
    for found in _COINED.finditer(text, within.start, within.end):
        if not _part_of_ordinal(text, found.start()):
            sure = found.group(2) in _ALWAYS or _in_quotes(text, found.start(), within.start)
            yield _mention(found, _leading_number(found.group()), sure)
    for found in _bare().finditer(text, within.start, within.end):
        if text[found.start() - 1 : found.start()] not in ("第", "十"):
            yield _mention(found, known()[found.group()][0], True)
    for found in _TEN_BEST.finditer(text, within.start, within.end):
        yield _mention(found, 10 if found.group()[0] == "十" else 100, True)
    for pattern in (_ONES, _DEEDS, _SAID):
        for found in pattern.finditer(text, within.start, within.end):
            yield _mention(found, _leading_number(found.group()), True)
    for found in _LAYOUT.finditer(text, within.start, within.end):
        yield from _if_counted(found)
    for found in _CODE.finditer(text, within.start, within.end):
        yield from _if_counted(found)
    yield from _in_longer_quotes(text, within)


def _mention(found: re.Match[str], count: Count, sure: bool) -> Mention:
    at = Span(found.start(), found.end())
    return Mention(at, count, sure, at)


def _if_counted(found: re.Match[str]) -> Iterator[Mention]:
    counted = counts_of(found.group())
    if counted:
        yield _mention(found, counted[0], True)


def _leading_number(name: str) -> int:
    if name[0] != "十":
        return int(name[0]) if name[0].isdecimal() else _DIGITS[name[0]]
    return 10 + _DIGITS.get(name[1], 0)


def _part_of_ordinal(text: str, at: int) -> bool:
    return text[at - 1 : at] in ("第", "十", "百", "其", "二", "三") if at else False


def _in_quotes(text: str, at: int, floor: int) -> bool:
    opened = text.rfind("“", max(floor, at - 40), at)
    return opened >= 0 and text.find("”", opened, at) < 0


_IN_PHRASE = re.compile(
    r"(?:十|[二两三四五六七八九])(?:[大项件个城][\u4e00-\u9fff]{2,6}|[\u4e00-\u9fff]联[\u4e00-\u9fff])"
)


def _in_longer_quotes(text: str, within: Span) -> Iterator[Mention]:
    """Counted parts of a quoted formula (“擦亮一张名片，做强两大产业，推进三城联创，办好四件大事”)."""
    for found in _QUOTED.finditer(text, within.start, within.end):
        name = found.group(1)
        if not name or (not _CLAUSE_MARK.search(name) and len(name) <= 14 and counts_of(name)):
            continue
        for part in _IN_PHRASE.finditer(text, found.start(1), found.end(1)):
            if not _part_of_ordinal(text, part.start()):
                yield _mention(part, _leading_number(part.group()), True)


def names_in(frameworks_: tuple[Framework, ...], at: Span) -> tuple[Framework, ...]:
    """The mentions that stand inside a run; ``frameworks_`` is in order."""
    first = bisect_left(frameworks_, at.start, key=lambda f: f.at.start)
    made = []
    for framework in frameworks_[first:]:
        if framework.at.start >= at.end:
            break
        made.append(framework)
    return tuple(made)
