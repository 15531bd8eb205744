"""项目：有名字的工程、设施，或“26个重点项目”这样计数的一组。

Named physical or investment projects and counted groups of them, each with its stage, amount and capacity.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from fractions import Fraction

from taizhang.reading.clauses import Predicate
from taizhang.reading.findings import Measure, Project
from taizhang.reading.heads import bare, head_of, is_generic
from taizhang.reading.stages import stage
from taizhang.text.span import Span

_NUMBER = r"(?:\d[\d,]*|[一二两三四五六七八九十百]+)"
_FACILITY_UNIT = "[座所处家条个]"
_GROUP = re.compile(
    rf"(?:[^，；。]{{2,40}}等|(?:总投资|计划投资|投资)[约]?[\d.]+[万亿]*元的?)?{_NUMBER}余?(?:个|项|件)(?:以上)?(?!百分点|工作日|方面|月)"
    r"[^，；。“”]{0,40}?(?:项目|工程)"
)
_TAIL_GROUP = re.compile(rf"[^，；。]{{0,20}}?(?:项目|工程){_NUMBER}余?(?:个|项)")
_COUNTED_FACILITY = re.compile(rf"{_NUMBER}余?{_FACILITY_UNIT}(?P<name>[^，；。]{{2,24}})$")
_FACILITY_COUNTED = re.compile(rf"(?P<name>[\u4e00-\u9fffA-Za-z\d]{{2,20}}?)(?P<n>{_NUMBER})余?[座所处家](?:以上)?$")
_NAMED = re.compile(r"[^，；。]{2,60}?(?:项目|工程)(?!化|库|[\u4e00-\u9fff]?(?:清单|建设年|推动机制|资金|投资))")
_INVEST = re.compile(r"(?:总投资|投资总额|计划总投资|估算总投资|概算)[额]?(?:约|达|为|共|近|超)*\s*$")
_INVEST_BEFORE = re.compile(r"^投资\s*$")
_OTHER_MONEY = re.compile(r"(?:债券|资金|年度|完成|当年|今年)[^，]{0,8}$")
_INVESTOR = re.compile(r"^[\u4e00-\u9fff（）()]{2,24}?(?:有限责任公司|股份有限公司|有限公司|集团|公司)")
_WEAK = frozenset(
    [
        "平台",
        "基地",
        "中心",
        "园区",
        "市场",
        "服务中心",
        "活动中心",
        "养老服务中心",
        "公园",
        "驿站",
        "食堂",
        "书房",
        "大道",
        "线",
        "道路",
        "小区",
        "城区",
        "片区",
        "街区",
        "停车场",
        "大棚",
        "公厕",
        "厕所",
        "医院",
        "学校",
        "管网",
        "客厅",
        "景区",
        "厂房",
        "河道",
        "水系",
        "湿地",
        "物流园",
        "产业园",
        "示范园",
        "度假区",
        "工厂",
        "市场",
        "中学",
        "小学",
        "大学",
        "高速公路",
        "公路",
        "铁路",
        "光伏",
        "风电",
    ]
)
_PROPER = re.compile(
    r"[“\"]|公司|集团|\d|[\u4e00-\u9fff]{2,3}(?:县|市|镇|乡|村|河|湖|江|山)|^[全我]?[省市县区]|第[一二三四五六七八九十]|[一二三]期|至|国道|省道|[东南西北中][街路]"
)
_KIND_ONLY = re.compile(r"^(?:一批|各类|多个|一些)|[、和].*(?:设施|等)$|(?:类|型|等)(?:项目|工程)$")


class Projects:
    """Finds the projects of one text, piece by piece; amounts come from its measures."""

    def __init__(self, text: str, measures: tuple[Measure, ...]) -> None:
        self._text, self._measures = text, measures

    def of(self, piece: Span, said: Predicate, sentence: Span) -> Project | None:
        """The project a piece of a clause names, if any. ``piece`` may begin with the verb that governs it."""
        start = said.lead.object_at if piece.start <= said.lead.start < piece.end and not said.thing else piece.start
        region = Span(min(start, piece.end), piece.end)
        for finder in (self._group, self._facilities, self._named, self._facility):
            at = finder(region, said)
            if at:
                return self._made(at, region, said, sentence)
        return None

    def _group(self, region: Span, said: Predicate) -> Span | None:
        found = _GROUP.search(self._text, region.start, region.end)
        if found and not re.search("以上|招引", found.group()):
            return Span(found.start(), found.end())
        tail = _TAIL_GROUP.search(self._text, region.start, region.end)
        if tail and "招引" not in said.lead.verb:
            return Span(tail.start(), tail.end())
        return None

    def _facilities(self, region: Span, said: Predicate) -> Span | None:
        """50个社区养老工程, 公厕30座, 中小型水库430座."""
        text = self._text
        name = bare(text[region.start : region.end])
        end = region.start + len(name)
        for pattern in (_COUNTED_FACILITY, _FACILITY_COUNTED):
            found = pattern.search(text, region.start, end)
            if found and head_of(found.group("name"))[0] in ("facility", "works"):
                begin = region.start if pattern is _COUNTED_FACILITY else found.start()
                return Span(begin, end)
        return None

    def _named(self, region: Span, said: Predicate) -> Span | None:
        found = _NAMED.search(self._text, region.start, region.end)
        if not found:
            return None
        name = found.group()
        head = name[-2:]
        if head_of(name)[0] == "programme" or is_generic(name, head) or (_KIND_ONLY.search(name) and len(name) < 9):
            return None
        return Span(found.start(), found.end())

    def _facility(self, region: Span, said: Predicate) -> Span | None:
        text = self._text
        end = said.lead.start if said.thing and region.start < said.lead.start <= region.end else region.end
        name = bare(text[region.start : end])
        group, head = head_of(name)
        if group == "works" and _PROPER.search(name) and len(name) > len(head) + 2 and not said.thing:
            return Span(region.start, region.start + len(name))
        if group != "facility" or is_generic(name, head) or _KIND_ONLY.search(name):
            return None
        if said.lead.verb in ("优化", "支持", "鼓励", "允许", "加强", "发挥", "依托"):
            return None
        weak = head in _WEAK or len(name) < len(head) + 2
        if weak and not _PROPER.search(name):
            return None
        return Span(region.start, region.start + len(name))

    def _made(self, at: Span, region: Span, said: Predicate, sentence: Span) -> Project:
        text = self._text
        name = at.of(text)
        after = text[at.end : max(region.end, said.at.end if said.thing else region.end)]
        verb = "" if said.thing and said.lead.start >= at.end else said.lead.verb
        adverbs = () if said.thing else said.lead.adverbs
        count = self._count(at)
        investor = _INVESTOR.match(name)
        return Project(
            at,
            name,
            stage(verb, adverbs, after),
            investor=Span(at.start, at.start + investor.end()) if investor else None,
            invest_yuan=self._invest(at, said, sentence),
            capacity=self._capacity(at),
            group=count is not None,
            count=count,
        )

    def _within(self, at: Span) -> list[Measure]:
        first = bisect_left(self._measures, at.start, key=lambda m: m.at.start)
        made = []
        for measure in self._measures[first:]:
            if measure.at.start >= at.end:
                break
            made.append(measure)
        return made

    def _count(self, at: Span) -> int | None:
        """The number of a group: the amount in the name that counts projects or facilities."""
        for measure in self._within(at):
            if measure.unit in "个项座所处家条件" and measure.value.denominator == 1:
                return int(measure.value)
        return None

    def _capacity(self, at: Span) -> Span | None:
        for measure in self._within(at):
            if measure.unit not in "个项座所处家条件元":
                return measure.at
        return None

    def _invest(self, at: Span, said: Predicate, sentence: Span) -> Fraction | None:
        """总投资… in the name, 投资… before its verb, or 总投资… in the clauses right behind it."""
        text = self._text
        before = text.rfind("，", sentence.start, at.start)
        begin = max(sentence.start, before, text.rfind(",", sentence.start, at.start))
        for measure in self._within(Span(begin, sentence.end)):
            if measure.unit != "元":
                continue
            words = text[max(begin, measure.at.start - 12) : measure.at.start]
            inside = measure.at.start < at.end
            if _INVEST.search(words) and (inside or measure.at.start - at.end < 16):
                return measure.value
            if inside and words.endswith("投资") and not _OTHER_MONEY.search(words):
                return measure.value
            if not inside:
                break
        return None
