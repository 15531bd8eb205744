"""项目：有名字的工程、设施，或“26个重点项目”这样计数的一组。

Named physical or investment projects and counted groups of them, each with its stage, amount and capacity.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from fractions import Fraction
from functools import cache

from taizhang.reading.clauses import Predicate
from taizhang.reading.findings import Measure, Project
from taizhang.reading.heads import bare, head_of, is_generic
from taizhang.reading.lexicon import groups, labels
from taizhang.reading.predicates import words
from taizhang.reading.stages import stage, stage_of
from taizhang.text.span import Span

_NUMBER = r"(?:\d[\d,]*|[一二两三四五六七八九十百]+)"
_GROUP = re.compile(
    rf"(?:[^，；。（(]{{2,90}}?等|(?:[\u4e00-\u9fff]{{0,3}}总?投资[约]?[\d.]+[万亿]*元的?))?"
    rf"(?<![第\d]){_NUMBER}余?(?:个|项|件)(?!以上|百分点|工作日|方面|月|高频|具体)[^，；。“”（(]{{0,40}}?(?:项目|工程)(?!方|库)"
)
_TAIL_GROUP = re.compile(
    rf"(?:全省第[^，；。（(]{{1,6}})?[^，；。（(]{{0,20}}?(?:项目|工程)(?:共|有|共计|达|合计)*{_NUMBER}余?(?:个|项|处|座)(?!以上)"
)
_WANTED = re.compile(r"招引|引进|招商|争取|入选政策|获批")
_COUNTED_FACILITY = re.compile(rf"(?:[^，；。]{{2,30}}?等)?{_NUMBER}余?[座所处家条个](?P<name>[^，；。]{{2,24}})$")
_FACILITY_COUNTED = re.compile(
    rf"(?P<name>[\u4e00-\u9fffA-Za-z\d]{{2,24}}?)(?P<n>{_NUMBER})余?[座所处家条个](?:以上)?$"
)
_KIND_COUNTED = re.compile(r"[^，；。]{4,40}等(?:一批|多个|一系列)[^，；。]{0,20}(?:项目|工程)")
_END = re.compile(
    r"(?:项目|工程)(?=$|[（(]|建设|配套|前期|手续|环评|可研|落地|开工|投产|达产|竣工|完工|建成|尽[快早]|早日|按期|如期|全面|取得|实现|通过|等|提质|扩容|启动|正式|"
    r"全部|顺利|加快|征地|拆迁|报批|审批|核准|立项|招标|设计|主体|施工|进度|年内|的前期|的建设|的手续|成功|集中|完成|方|进入|纳入|入选|为引领|为抓手|\d|年底|"
    r"[一二三四五六七八九十]期|推进|实施|复工|并网|试|验收|通车|运营|投用|挂网|公示|封顶|累计|获|入库|用地|资金)"
)
_INVEST = re.compile(r"(?:总投资|投资总额|估算投资|概算投资|投资概算|概算|、投资)额?(?:约|达|为|共|近|超过|超)*$")
_INVESTOR = re.compile(r"^[\u4e00-\u9fff（）()]{2,24}?(?:有限责任公司|股份有限公司|有限公司|集团|公司)")
_PROPER = re.compile(
    r"[“\"‘]|公司|集团|\d|[\u4e00-\u9fff]{1,3}(?:县|市|镇|乡|村|河|湖|江|山|路|街|桥|沟|岭|坡|庄|屯|旗|苏木|景区|流域|高原|水库|高速|铁路|园区|开发区|新区)|"
    r"^[全我]?[省市县区州]|第[一二三四五六七八九十]|[一二三四]期|至|国道|省道|[东南西北中][街路环区]|国家|黄河|长江|长城"
)
_OPEN_LIST = re.compile(r"等[^，]{0,6}(?:项目|工程|基础设施|公共服务设施)(?![\u4e00-\u9fff]{0,4}(?:机制|制度|库|清单))")
_COMMON = re.compile(
    r"乡村|农村|城乡|乡镇|镇村|村庄|县城|城镇|村级|乡级|镇级|县级|县域|河道|河湖|江河|流域|村镇|新村|全域|街区|道路|公路|高速公路|铁路|[全各]县|[全各]市|"
    r"市场|城市|超市|矿山|荒山|登山|青山|绿水|江山|山区|湖泊|江湖|路网|示范[县市镇乡村]|街道|桥梁|水库"
)
_PLACE = re.compile(r"^[\u4e00-\u9fff]{2,6}?(?:省|市|县|区|州)|^(?:前|第)[一二三四五六七八九十]+[期批]")
_COUNT_IN = re.compile(r"[\d一二两三四五六七八九十百]余?(?:个|项)(?:以上)?")
_NO_NAME = re.compile(
    r"[^，]{0,40}一大?批|(?:20\d\d|[今明去])年度?(?:省|市|县|区)?(?:级|级的)?重[点大]项目$|[^，]{0,4}(?:了解|查看|视察|察看|调研)|把|将|各|这些|该|本次|此次|现有|F有|[^“]{0,6}“[^”]{2,6}一批”"
)
_FUNDED = re.compile(r"(?:计划)?总?投资约?[\d.]+[万亿]+元的")
_WANTED_EVENT = re.compile(
    r"(?P<name>[^，、；]{4,30}?)(?:年内|年底前|上半年|如期|按期|尽快|尽早|早日|全面|全部|正式|顺利|加快|早)*"
    r"(?:开工|建成|投产|竣工|完工|通车|并网|投用|投入使用|投入运[营行]|达产|投运|搬迁入园)"
)
_TOLD = frozenset(["报", "进展顺利", "通过", "实现", "完成", "取得", "获批", "通过验收", "报请", "进展"])
_ANY_NUMBER = re.compile(r"[\d一二两三四五六七八九十百]")
_NOT_BUILT = re.compile(
    r"^(?:引导|支持|吸引|鼓励|允许|优化|加强|发挥|依托|带动|服务|培育|创建|争创|发展|完善|对接|争取|构建|布局|打造成|申报|抓好|做好|促进)"
)
_ATTRIBUTE = re.compile(r"(?!前期|建设|手续)[\u4e00-\u9fff]{0,4}的(?!前期|建设|手续|开工|投产|竣工)[\u4e00-\u9fff]{2}")
_RESEARCH = re.compile(r"科技|研发|研究|课题|攻关|改革|试点|招标")
_SURFACE = re.compile(r"[\d.]+余?万?(?:平方米|平方公里|亩|公里|千米|米|平米|㎡)")
_PLURAL = re.compile(r"河湖$|新路$|之路$|出路$|^(?:一批|各类|多个|一些|各|现有|更多|全省知名)|(?:设施|短板)$")


@cache
def _unnamed() -> re.Pattern[str]:
    words = sorted(groups("concrete")["unnamed"] | groups("concrete")["generic"], key=len, reverse=True)
    return re.compile(f"(?:{'|'.join(map(re.escape, words))}|[的和、“”])*")


def _is_proper(name: str) -> bool:
    return bool(_PROPER.search(_COMMON.sub("·", name)))


@cache
def _physical() -> re.Pattern[str]:
    return re.compile("|".join(sorted(groups("physical")["works"], key=len, reverse=True)))


class Projects:
    """Finds the projects of one text, piece by piece; amounts come from its measures."""

    def __init__(self, text: str, measures: tuple[Measure, ...]) -> None:
        self._text, self._measures = text, measures

    def listed(self, pieces: list[Span], said: Predicate, sentence: Span) -> list[Project | None]:
        """One answer a piece. In a list that ends in 等项目, or that is mostly projects, each named part is one."""
        tail = self._text[pieces[-1].start : said.at.end]
        names = [self._name(piece, said) for piece in pieces]
        known = sum(name is not None for name in names)
        if len(pieces) > 1 and (2 * known >= len(pieces) or _OPEN_LIST.search(tail)):
            names = [name or self._part(piece, said) for name, piece in zip(names, pieces, strict=True)]
        last = names[-1].end if names[-1] else pieces[-1].end
        shared = self._text[last : said.at.end]
        return [
            self._made(name, said, sentence, self._text[name.end : piece.end] + "，" + shared) if name else None
            for name, piece in zip(names, pieces, strict=True)
        ]

    def titled(self, clause: Span, following: str) -> Project | None:
        """A project named before a colon (棚户区改造项目：…): what follows tells its stage."""
        text = self._text
        name = clause.of(text)
        if not name.endswith(("项目", "工程")) or len(name) < 6 or not self._is_name(name):
            return None
        return Project(clause, name, stage("", (), following), capacity=self._capacity(clause))

    def _region(self, piece: Span, said: Predicate) -> Span:
        """The piece without the verb that governs it, or without the predicate behind it."""
        if said.thing and said.lead.object_at >= piece.end and said.lead.verb_at != said.lead.object_at:
            counts = said.lead.verb not in self._text[piece.start : piece.end]
        else:
            counts = False
        if said.thing and not counts:
            end = said.lead.start if piece.start < said.lead.start < piece.end else piece.end
            return Span(piece.start, end)
        if said.thing:
            return piece
        led = piece.start <= said.lead.start < piece.end and self._text[said.at.start] not in "以为对将把在从由"
        start = min(said.lead.object_at, piece.end) if led else piece.start
        return Span(start, piece.end)

    def _name(self, piece: Span, said: Predicate) -> Span | None:
        region = self._region(piece, said)
        said_here = region.of(self._text)
        named = "项目" in said_here or "工程" in said_here
        finders = (
            (self._funded, "投资" in said_here),
            (self._group, named),
            (self._facilities, bool(_ANY_NUMBER.search(said_here))),
            (self._named, named),
            (self._facility, True),
            (self._event, True),
        )
        for finder, worthwhile in finders:
            at = finder(region, said) if worthwhile else None
            if at:
                return at
        return None

    def _part(self, piece: Span, said: Predicate) -> Span | None:
        region = self._region(piece, said)
        name = bare(region.of(self._text).split("等")[0])
        verb_inside = labels("verbs").get(name[:2]) is not None and head_of(name)[0] not in ("facility", "works")
        if (
            len(name) < 3
            or verb_inside
            or head_of(name)[0] in ("mechanism", "campaign", "reform", "document", "policy")
        ):
            return None
        return Span(region.start, region.start + len(name))

    def _group(self, region: Span, said: Predicate) -> Span | None:
        text = self._text
        tail = _TAIL_GROUP.search(text, region.start, region.end)
        found = _GROUP.search(text, region.start, region.end)
        first = tail if tail and (not found or tail.start() <= found.start()) else found
        if first is None:
            kinds = _KIND_COUNTED.search(text, region.start, region.end)
            return Span(kinds.start(), kinds.end()) if kinds else None
        if _WANTED.search(said.lead.verb) and said.lead.start == said.at.start:
            return None
        if _RESEARCH.search(first.group()[-14:]):
            return None
        return self._attributed(Span(first.start(), first.end()), region)

    def _attributed(self, at: Span, region: Span) -> Span:
        """A group with an attribute of its own before it (拟争取17.92亿元专项债券的13个项目)."""
        before = self._text[region.start : at.start]
        start = region.start if before.endswith("的") and len(before) < 30 else at.start
        while start < at.end - 3 and self._text[start] in "的、共和":
            start += 1
        return Span(start, at.end)

    def _funded(self, region: Span, said: Predicate) -> Span | None:
        """总投资5亿元的石墨产业园二期: an amount of its own makes any name a project."""
        found = _FUNDED.match(self._text, region.start, region.end)
        if not found or _COUNT_IN.match(self._text, found.end()):
            return None
        name = bare(self._text[found.end() : region.end].split("等")[0])
        return Span(region.start, found.end() + len(name)) if len(name) > 2 else None

    def _facilities(self, region: Span, said: Predicate) -> Span | None:
        """50个社区养老工程, 公厕30座, 中小型水库430座."""
        text = self._text
        name = bare(text[region.start : region.end])
        end = region.start + len(name)
        for pattern in (_COUNTED_FACILITY, _FACILITY_COUNTED):
            found = pattern.search(text, region.start, end)
            if found and head_of(bare(found.group("name")))[0] in ("facility", "works"):
                return Span(found.start(), end)
        return None

    def _named(self, region: Span, said: Predicate) -> Span | None:
        text = self._text
        if said.lead.verb in ("聚焦", "围绕", "服务", "强化", "深化", "坚持"):
            return None
        for found in _END.finditer(text, region.start + 2, region.end):
            start = self._begin(Span(region.start, found.end()))
            name = text[start : found.end()]
            if _ATTRIBUTE.match(text, found.end(), region.end):
                continue
            if len(name) > 4 and self._is_name(name):
                return Span(start, found.end())
        return None

    def _is_name(self, name: str) -> bool:
        """Whether words before 项目/工程 name one, and do not only say of what kind or how many."""
        body = _PLACE.sub("", name[:-2])
        if (
            _unnamed().fullmatch(body)
            or name[-3] in "、和的"
            or _COUNT_IN.search(body)
            or body.lstrip("为把将对") in words().verbs
        ):
            return False
        return not (self._programme(name) or _NO_NAME.match(name))

    def _begin(self, at: Span) -> int:
        """Past an attribute that ends in 的 (参与集中开工的甲公司小镇项目)."""
        start = at.start + bool(self._text[at.start] in "为对将把以" and len(at) > 6)
        cut = self._text.rfind("的", start, at.end - 4)
        return cut + 1 if cut > start and "”" not in self._text[cut : cut + 2] else start

    def _programme(self, name: str) -> bool:
        if not name.endswith("工程"):
            return False
        group, head = head_of(name)
        body = name[: -len(head)] if group == "programme" and len(head) > 2 else name[:-2]
        return not _physical().search(body)

    def _facility(self, region: Span, said: Predicate) -> Span | None:
        text = self._text
        name = bare(text[region.start : region.end].split("等")[0])
        group, head = head_of(name)
        if (
            group not in ("facility", "works")
            or self._generic(name, head)
            or _PLURAL.search(name)
            or len(name) < 3
            or _SURFACE.match(name)
        ):
            return None
        if not said.thing and said.lead.start > said.at.start and text[said.at.start] in "对把将":
            return None
        if group == "works" and "、" in name:
            return None
        if not self._is_built(said, text[region.start + len(name) : said.at.end]):
            return None
        if not self._is_one(name, group, head, said) and not _is_proper(name):
            return None
        if said.lead.verb.endswith(("打造", "创建", "培育")) and not _is_proper(name):
            return None
        start = self._begin(Span(region.start, region.start + len(name)))
        return Span(start, region.start + len(name))

    def _generic(self, name: str, head: str) -> bool:
        """Nothing but class words before the head, which is not a facility a town has one of."""
        return is_generic(name, head) and head not in groups("weak_facilities")["unique"]

    def _is_one(self, name: str, group: str, head: str, said: Predicate) -> bool:
        """Whether a name without a place names one facility: unique in a town, or with words of its own."""
        known = groups("weak_facilities")
        if head in known["unique"]:
            return True
        if group == "works":
            return any(self._names_facility(name[:size]) for size in range(4, len(name) - 1))
        if (said.thing or head.endswith("园")) and len(name) >= len(head) + 4:
            return True
        return head not in known["weak"] and len(name) >= len(head) + 2

    def _names_facility(self, name: str) -> bool:
        group, head = head_of(name)
        return group == "facility" and len(name) >= len(head) + 2 and not is_generic(name, head)

    def _event(self, region: Span, said: Predicate) -> Span | None:
        """Whatever opens, is finished or goes into operation is a project, by whatever name (…段正式通车)."""
        if not said.thing:
            return self._event_wanted(region, said)
        if stage_of(said.lead.verb) not in ("starting", "completed", "producing"):
            return None
        name = region.of(self._text).rstrip("的")
        body = name.removesuffix("项目").removesuffix("工程")
        if (
            said.lead.verb in ("完成", "交付", "运营", "启动", "落地", "公示")
            or len(name) < 4
            or _unnamed().fullmatch(body)
        ):
            return None
        if _NO_NAME.match(name) or re.search(r"活动$|大会$|会议$|仪式$|[率额量值]$|工作$|[，。]", name):
            return None
        return Span(region.start, region.start + len(name))

    def _event_wanted(self, region: Span, said: Predicate) -> Span | None:
        """The same in what is to be brought about (确保某某高铁年内通车)."""
        found = _WANTED_EVENT.match(self._text, region.start, region.end)
        if not found or said.lead.verb[:2] not in (
            "确保",
            "力争",
            "争取",
            "推动",
            "促进",
            "推进",
            "加快",
            "实现",
            "做好",
        ):
            return None
        name = found.group("name")
        if _unnamed().fullmatch(name.removesuffix("项目").removesuffix("工程")) or _NO_NAME.match(name):
            return None
        return Span(found.start("name"), found.end("name"))

    def bare_name(self, clause: Span) -> Project | None:
        """A line or a cell that holds nothing but the name of a project (rows of a table)."""
        name = clause.of(self._text)
        if not name.endswith(("项目", "工程")) or len(name) < 5 or not self._is_name(name):
            return None
        return Project(clause, name, "unknown", capacity=self._capacity(clause))

    def _is_built(self, said: Predicate, after: str) -> bool:
        """Whether what governs the name builds it: a verb of some stage before it, or one behind it."""
        if said.thing:
            told = stage_of(said.lead.verb) is not None or said.lead.verb in _TOLD
            return told and stage("", (), after) != "unknown"
        verb = said.lead.verb
        staged = stage(verb, said.lead.adverbs, after) != "unknown" or stage_of(verb) is not None
        return staged and not _NOT_BUILT.match(verb)

    def _made(self, at: Span, said: Predicate, sentence: Span, after: str) -> Project:
        text = self._text
        name = at.of(text)
        verb = "" if said.lead.verb_at >= at.end else said.lead.verb
        adverbs = () if said.thing else said.lead.adverbs
        count = self._count(at)
        investor = _INVESTOR.match(name)
        said_stage = stage(verb, adverbs, after)
        return Project(
            at,
            name,
            said_stage if said_stage != "unknown" else stage("", (), name),
            investor=Span(at.start, at.start + investor.end()) if investor else None,
            invest_yuan=self._invest(at, sentence),
            capacity=self._capacity(at),
            group=count is not None,
            count=count,
        )

    def _within(self, at: Span) -> list[Measure]:
        first = bisect_left(self._measures, at.start, key=lambda m: m.at.start)
        last = bisect_left(self._measures, at.end, key=lambda m: m.at.start)
        return list(self._measures[first:last])

    def _count(self, at: Span) -> int | None:
        """The number of a group: the amount in the name that counts projects or facilities."""
        for measure in self._within(at):
            if measure.unit in _CLASSIFIERS and measure.value.denominator == 1:
                return int(measure.value)
        return None

    def _capacity(self, at: Span) -> Span | None:
        for measure in self._within(at):
            if measure.unit not in _CLASSIFIERS and measure.unit != "元":
                return measure.at
        return None

    def _invest(self, at: Span, sentence: Span) -> Fraction | None:
        """总投资… in the name, 投资… before its verb in the clause, or 总投资… right behind it."""
        text = self._text
        begin = max(sentence.start, *(text.rfind(mark, sentence.start, at.start) + 1 for mark in "，,；;、"))
        for measure in self._within(Span(begin, min(sentence.end, at.end + 40))):
            if measure.unit != "元":
                continue
            words = text[max(begin, measure.at.start - 10) : measure.at.start]
            behind = measure.at.start - at.end
            if _INVEST.search(words) and behind < 20:
                return measure.value
            if behind < 0 and re.search("(?<!完成)(?<!年度)投资(?:约|达)?$", words):
                return measure.value
            if behind >= 0:
                break
        return None


_CLASSIFIERS = frozenset(["个", "项", "座", "所", "处", "家", "条", "件"])
