"""小句：去掉时间词和责任人，认出谓语。

A clause without its connectors, time words and actor: what is left is the predicate, or a thing and what became of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from taizhang.reading.actors import is_actor
from taizhang.reading.heads import head_of
from taizhang.reading.lexicon import groups
from taizhang.reading.predicates import Lead, lead_at, marks, skip_connectors
from taizhang.text.span import Span

_TIME = re.compile(
    r"(?:截至|截止|到|至|自|从|在)?(?:目前|今年|本年度|本年|明年|去年|上年|全年|年内|年初|年底前?|年末|近年来?|近期|当前|今后|下半年|上半年|"
    r"\d{4}年?(?:度|底|末|初)?(?:[-—~至]\d{4}年)?|\d{1,2}(?:[-—~至]\d{1,2})?月份?(?:底|初|末|中旬|上旬|下旬)?(?:\d{1,2}日)?|"
    r"[一二三四前]{1,2}季度|“?十[二三四五六]五”?(?:时期|期间|末)?|春节前|国庆前|同期|当天|当日|日前|近日|今后五年|未来[一二三五]年|今后一个时期)"
    r"(?:以来|期间|前|之前|以前|底|末|内|初|后)?[，,]?(?:要再|还要|再|要|将|我[县市省区州]|全[县市省区州])?"
)
_TIME_TAIL = re.compile(r"(?:目前|今年|近年来|当前|现在|去年|全年|上半年|年内)$")
_REPORT = re.compile(
    r"[\u4e00-\u9fff\s]{0,24}?(?:表示|指出|强调|介绍|获悉|了解到|说道?|认为|告诉记者|接受[^，]*采访|要求)(?:时?说|称)?$"
)
_SINCE = re.compile(
    r"(?:以来|之际|以后|的召开|的举行)$|^(?:这些|这|它们?的?|其)|是[^，]{0,20}(?:之年|时期|阶段|工程|会议|关头|关键)$"
)
_COUNTED = re.compile(
    r"[^，。；]{2,30}?(?P<n>(?:有|共|共计|合计|达)*(?:\d[\d.]*万?余?|[一二三四五六七八九十百两]+)[个项座所处家条件](?:以上)?)(?:$|[（(])"
    r"|(?:其中|包括)[^，。；]{0,34}(?P<m>\d+[个项座所处家条])[\u4e00-\u9fff]{2,12}$"
)
_TOTAL = re.compile(
    r"(?:其|项目|计划|概算|估算)*总?投资额?(?:约|为|共)?[\d.]+[万亿]*元(?:以上)?$|(?:项目|计划)+总投资(?!达)"
)
_MODAL = re.compile(
    r"(?:将(?!军|来)|要(?!求|素|闻|点|素)|应当?(?!急|用|对)|必须|务必|须|需要?(?!求)|可以?(?!持)|会(?!议|展|计|同)|拟)"
)
_ADJUNCT = re.compile(
    r"(?:以|对|把|为|与|同|在|从|向|按照?|根据|围绕|通过|依托|针对|结合|利用|由|用|自|经|随着|作为|立足|聚焦|依据|紧扣|紧盯|除|面向|沿着|本着|遵循)"
)
_ATTRIBUTED = re.compile(
    r"[^，]{2,40}的[^，的]{0,24}(?:项目|工程)(?=(?:顺利|正式|全部|成功|已|全面|集中)*(?:通过|开工|投产|竣工|完工|建成|获|落地|签约))"
)
_FUNDED = re.compile(r"(?:计划|累计|共|总)?投资约?[\d.,]+[万亿]*元(?:以上|多)?(?:用于)?(?=[\u4e00-\u9fff])")
_SUBJECT_ENDS = (
    "项目",
    "工程",
    "”",
    "率",
    "额",
    "量",
    "值",
    "数",
    "投资",
    "收入",
    "增速",
    "面积",
    "工作",
    "标准",
    "设施",
    "企业",
    "机制",
    "体系",
    "指标",
    "总长度",
    "协议",
    "资金",
    "车间",
    "进度",
    "生产线",
    "活动",
    "试点",
    "任务",
    "业务",
    "比重",
    "占比",
    "总产值",
)
_PREPOSED = re.compile(r"结合(?!部)|立足|面对|通过(?=[^，]{2,}(?:措施|方式|手段|途径|渠道|形式|办法|模式|路径)$)")
_BARE_ADJUNCT = re.compile(
    r"(?:为(?:主线|指导|契机|统领|重点|目标|核心|引领|抓手|基础|导向|前提|载体|牵引|龙头|总抓手|准绳|方向)|下|中|时|后|前|方面|过程中|基础上|同时|的是|以来|之际|期间|之后|前提下|精神|要求|原则|理念|部署|条件|契机|统领|基准|为基调|起|来看|而言)$"
)


@dataclass(frozen=True, slots=True)
class Predicate:
    """What a clause states: ``at`` without connectors, time and actor.

    ``thing``: the clause begins with what it is about (入园大桥正式通车), ``lead`` is then the predicate behind it.
    """

    at: Span
    lead: Lead
    actor: str = ""
    time: Span | None = None
    thing: bool = False
    modal: bool = False


@cache
def _said() -> frozenset[str]:
    return groups("verbs")["state"]


def refusal(text: str, clause: Span) -> str:
    """Why a clause states nothing to do: ``total``, ``speech``, ``background``, ``adjunct`` or ``no_verb``."""
    start = skip_connectors(text, _past_quote(text, clause), clause.end)
    _, start = _past_time(text, start, clause.end)
    for code, found in (
        ("total", _TOTAL.match(text, start, clause.end)),
        ("speech", _REPORT.match(text, start, clause.end)),
        ("background", _SINCE.search(text, start, clause.end)),
        ("adjunct", _ADJUNCT.match(text, start, clause.end)),
    ):
        if found:
            return code
    return "no_verb"


def predicate(text: str, clause: Span) -> Predicate | None:
    """The predicate of a clause; ``None`` when it states nothing to do or done (an adjunct, a name, speech)."""
    start = _past_quote(text, clause)
    start = skip_connectors(text, start, clause.end)
    time, start = _past_time(text, start, clause.end)
    if _TOTAL.match(text, start, clause.end):
        return None
    if start >= clause.end - 1 or _REPORT.match(text, start, clause.end) or _SINCE.search(text, start, clause.end):
        return None
    modal = _MODAL.match(text, start, clause.end)
    if modal:
        start = modal.end()
    actor, begin = _past_actor(text, start, clause.end)
    if begin > start:
        again = _MODAL.match(text, begin, clause.end)
        modal, begin = (again, again.end()) if again else (modal, begin)
        later, begin = _past_time(text, begin, clause.end)
        time = time or later
    return _stated(text, Span(begin, clause.end), actor, time, bool(modal))


def counted(text: str, clause: Span, verb: str = "") -> Predicate | None:
    """A clause that only counts (在建项目185项, 水库430座): ``verb`` is the one it shares with those before it."""
    start = skip_connectors(text, clause.start, clause.end)
    time, start = _past_time(text, start, clause.end)
    found = _COUNTED.match(text, start, clause.end)
    if not found or _TOTAL.match(text, start, clause.end):
        return None
    at = Span(start, clause.end)
    at_number = found.start("n") if found.group("n") else clause.end
    lead = Lead(at_number, at_number, clause.end, (), verb or "有")
    return Predicate(at, lead, "", time, thing=True)


def _past_quote(text: str, clause: Span) -> int:
    start = clause.start
    opened = text[start] in '“‘"' and text.find("”", start, clause.end) < 0
    return start + 1 if opened else start


def _past_time(text: str, start: int, end: int) -> tuple[Span | None, int]:
    found = _TIME.match(text, start, end)
    if not found:
        return None, start
    return Span(start, found.end()), skip_connectors(text, found.end(), end)


def _past_actor(text: str, start: int, end: int) -> tuple[str, int]:
    """The subject before a modal, an adverb or a verb, if it is somebody who can be obliged."""
    if lead_at(text, start, end):
        return "", start
    known = marks(text)
    for place in range(start + 1, min(end, start + 28)):
        if text[place] in "的，":
            break
        if place not in known.verbs and place not in known.adverbs and text[place] not in "将要应必务须需可会拟":
            continue
        if not (_MODAL.match(text, place, end) or lead_at(text, place, end)):
            continue
        subject = _TIME_TAIL.sub("", text[start:place])
        if is_actor(subject):
            return subject.removeprefix("由"), place
        lead = lead_at(text, place, end)
        if text[place - 1] in "”’》" or (lead and lead.verb in _said()):
            break
    return "", start


def _stated(text: str, at: Span, actor: str, time: Span | None, modal: bool) -> Predicate | None:
    if len(at) < 3:
        return None
    named = _ATTRIBUTED.match(text, at.start, at.end)
    if named and (later := lead_at(text, named.end(), at.end)):
        return Predicate(at, later, actor, time, thing=True, modal=modal)
    funded = _FUNDED.match(text, at.start, at.end)
    lead = lead_at(text, funded.end() if funded else at.start, at.end)
    preposed = _PREPOSED.match(text, lead.verb_at if lead else at.start, at.end)
    if preposed:
        if preposed.group() == "通过":
            return None
        return _behind_preposed(text, at, preposed.end(), actor, time, modal)
    adjunct = _ADJUNCT.match(text, at.start, at.end)
    if lead and (not adjunct or len(lead.verb) > 1):
        return Predicate(at, lead, actor, time, thing=False, modal=modal)
    if adjunct:
        return _after_adjunct(text, at, adjunct.end(), actor, time, modal)
    behind = _behind_subject(text, at.start + 2, at)
    return Predicate(at, behind, actor, time, thing=True, modal=modal) if behind else None


def _behind_preposed(text: str, at: Span, start: int, actor: str, time: Span | None, modal: bool) -> Predicate | None:
    """结合…、立足…、面对… lead up to a predicate; without one that has an object the clause states nothing."""
    stated = _after_adjunct(text, at, start, actor, time, modal)
    return stated if stated and stated.lead.object_at < at.end - 1 else None


def _after_adjunct(text: str, at: Span, start: int, actor: str, time: Span | None, modal: bool) -> Predicate | None:
    whole = at.of(text)
    if _BARE_ADJUNCT.search(whole) and not whole.endswith(("为抓手", "为引领")):
        return None
    leads = list(_leads(text, start + 1, at.end))
    chosen = next((lead for lead in leads if lead.verb in _said() or lead.adverbs), leads[0] if leads else None)
    return Predicate(at, chosen, actor, time, thing=False, modal=modal) if chosen else None


def _leads(text: str, start: int, end: int) -> Iterator[Lead]:
    known = marks(text)
    for place in range(start, end - 1):
        lead = lead_at(text, place, end) if place in known.verbs or place in known.adverbs else None
        if lead and (len(lead.verb) > 1 or lead.verb in _said()):
            yield lead


def _behind_subject(text: str, start: int, at: Span) -> Lead | None:
    """The predicate behind a thing: the first after words that can end a subject, else the last that reports."""
    leads = [lead for lead in _leads(text, start, at.end) if not _is_noun(text, lead, at.end)]
    for lead in leads:
        if _closes_subject(text, at.start, lead):
            return lead
    told = [lead for lead in leads if lead.verb in _said() or _reports(lead)]
    return told[-1] if told else (leads[0] if leads else None)


def _is_noun(text: str, lead: Lead, end: int) -> bool:
    """Whether a verb is only part of a name: joined to what is before it, or listed with what follows."""
    if text[lead.start - 1] in "的和与、及":
        return True
    return lead.object_at < end and text[lead.object_at] in "、等的" and lead.verb not in _said()


def _reports(lead: Lead) -> bool:
    return any(adverb in groups("telling_adverbs")["telling"] for adverb in lead.adverbs)


def _closes_subject(text: str, start: int, lead: Lead) -> bool:
    subject = text[start : lead.start]
    closed = subject.endswith(_SUBJECT_ENDS) or head_of(subject)[0] == "facility"
    return closed and (lead.verb in _said() or _reports(lead) or lead.verb in _staged())


@cache
def _staged() -> frozenset[str]:
    known = groups("verbs")
    return frozenset().union(
        *(known[g] for g in ("signed", "preparing", "starting", "building", "completed", "producing"))
    )
