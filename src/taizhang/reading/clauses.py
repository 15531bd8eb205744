"""小句：去掉时间词和责任人，认出谓语。

A clause without its connectors, time words and actor: what is left is the predicate, or a thing and what became of it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from taizhang.reading.actors import is_actor
from taizhang.reading.lexicon import groups
from taizhang.reading.predicates import Lead, lead_at, skip_connectors, words
from taizhang.text.span import Span

_TIME = re.compile(
    r"(?:截至|截止|到|至|自|从|在)?(?:目前|今年|本年度|本年|明年|去年|上年|全年|年内|年初|年底前?|年末|近年来?|近期|当前|今后|下半年|上半年|"
    r"\d{4}年?(?:度|底|末|初)?(?:[-—~至]\d{4}年)?|\d{1,2}(?:[-—~至]\d{1,2})?月份?(?:底|初|末|中旬|上旬|下旬)?(?:\d{1,2}日)?|"
    r"[一二三四前]{1,2}季度|“?十[二三四五六]五”?(?:时期|期间|末)?|春节前|国庆前|同期|当天|当日|日前|近日|今后五年|未来[一二三五]年|今后一个时期)"
    r"(?:以来|期间|前|之前|以前|底|末|内|初|后)?[，,]?(?:要再|还要|再|要|将|我[县市省区州]|全[县市省区州])?"
)
_REPORT = re.compile(
    r"[\u4e00-\u9fff\s]{0,24}?(?:表示|指出|强调|介绍|获悉|了解到|说道?|认为|告诉记者|接受[^，]*采访|要求)(?:时?说|称)?$"
)
_MODAL = re.compile(
    r"(?:将(?!军|来)|要(?!求|素|闻|点|素)|应当?(?!急|用|对)|必须|务必|须|需要?(?!求)|可以?(?!持)|会(?!议|展|计|同)|拟)"
)
_ADJUNCT = re.compile(
    r"(?:以|对|把|为|与|同|在|从|向|按照?|根据|围绕|通过|依托|针对|结合|利用|由|用|自|经|随着|作为|立足|聚焦|依据|紧扣|紧盯|除|面向|沿着|本着|遵循)"
)
_BARE_ADJUNCT = re.compile(
    r"(?:为(?:主线|指导|契机|统领|重点|目标|核心|引领|抓手|基础|导向|前提|载体|牵引|龙头|总抓手|准绳|方向)|下|中|时|后|前|方面|过程中|基础上|同时|的是)$"
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
def _first_letters() -> frozenset[str]:
    return frozenset(word[0] for word in words().verbs | words().adverbs)


@cache
def _said() -> frozenset[str]:
    return groups("verbs")["state"]


def predicate(text: str, clause: Span) -> Predicate | None:
    """The predicate of a clause; ``None`` when it states nothing to do or done (an adjunct, a name, speech)."""
    start = _past_quote(text, clause)
    start = skip_connectors(text, start, clause.end)
    time, start = _past_time(text, start, clause.end)
    if start >= clause.end - 1 or _REPORT.match(text, start, clause.end):
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
    for place in range(start + 1, min(end, start + 28)):
        if text[place] in "的，":
            break
        if not (_MODAL.match(text, place, end) or (text[place] in _first_letters() and lead_at(text, place, end))):
            continue
        if is_actor(text[start:place]):
            return text[start:place], place
    return "", start


def _stated(text: str, at: Span, actor: str, time: Span | None, modal: bool) -> Predicate | None:
    if len(at) < 3:
        return None
    lead = lead_at(text, at.start, at.end)
    adjunct = _ADJUNCT.match(text, at.start, at.end)
    if lead and (not adjunct or len(lead.verb) > 1):
        return Predicate(at, lead, actor, time, thing=False, modal=modal)
    if adjunct:
        return _after_adjunct(text, at, adjunct.end(), actor, time, modal)
    later = _verb_after(text, at.start + 2, at.end)
    return Predicate(at, later, actor, time, thing=True, modal=modal) if later else None


def _after_adjunct(text: str, at: Span, start: int, actor: str, time: Span | None, modal: bool) -> Predicate | None:
    if _BARE_ADJUNCT.search(text, at.start, at.end) and "抓手" not in at.of(text) and "引领" not in at.of(text):
        return None
    lead = _verb_after(text, start + 1, at.end)
    return Predicate(at, lead, actor, time, thing=False, modal=modal) if lead else None


def _verb_after(text: str, start: int, end: int) -> Lead | None:
    """The last likely main verb: a stating verb or an adverb with its verb, else the first verb of two characters."""
    first: Lead | None = None
    for place in range(start, end - 1):
        if text[place] not in _first_letters() or (lead := lead_at(text, place, end)) is None:
            continue
        if lead.verb in _said() or lead.adverbs:
            return lead
        if first is None and len(lead.verb) > 1:
            first = lead
    return first
