"""时态：这句话是打算、正在，还是已经。Whether a run of text plans, reports what goes on, or what was done."""

from __future__ import annotations

import re
from typing import Literal

from taizhang.reading.clauses import Predicate
from taizhang.reading.findings import Modality
from taizhang.reading.lexicon import labels

Tense = Literal["plan", "report"]

_PLAN = re.compile(
    r"将(?!近|军|[^，。]{1,30}(?:分解|纳入|作为|转化|列为))|(?<!需)要(?!求|素|闻|点|领|义|件|塞|道|职|害)|必须|力争|年内|拟(?!定)|下一步|今后|未来|确保|务必|计划(?=新|完成|实施|开工|投资)|"
    r"目标是|预计|争取(?=[^，。]{0,12}(?:开工|投产|完成|达到|年))|到20[23]\d年|“十五五”"
)
_REPORT = re.compile(
    r"以来|近年来|去年|上年|过去|截至|截止|累计|同比|目前|已[经完建实开签投获有成办落启达通]|(?<=[\u4e00-\u9fff])了(?=[^不，。]{2,})|荣获|获评|"
    r"1[-—~至]\d{1,2}月|日前|当天|获悉|位居|取得(?!实质)|实现了|回顾"
)
_DONE_ADVERB = re.compile(r"已[经]?|顺利|成功|正式|累计|先后|相继|业已|现已|历史性")
_DONE_VERB = re.compile(
    r"^(?:荣获|获评|获批|获得?|入选|位居|排名|位列|名列|跻身|达成|净增|同比增长|占|超过?|建成|细化分解|举行|召开|印发|签订|签约)$"
)
_GOING = re.compile(r"正在|正积极|即将|加速推进|报[省市国][^，]{0,6}审批|稳步推进|有序推进中")


def tense(text: str, start: int, end: int, before: Tense) -> Tense:
    """The tense a sentence sets, or the one before it when it says nothing of it.

    >>> tense("明年要修路", 0, 5, "report"), tense("已建成两座", 0, 5, "plan"), tense("推进修路", 0, 4, "report")
    ('plan', 'report', 'report')
    """
    plan = _PLAN.search(text, start, end)
    report = _REPORT.search(text, start, end)
    if plan and report:
        return "plan" if plan.start() > report.start() or plan.group() in ("将", "力争", "年内") else "report"
    if plan:
        return "plan"
    return "report" if report else before


def modality(text: str, said: Predicate, words: str, now: Tense) -> Modality:
    """``words``: the item itself; ``now``: the tense of its sentence."""
    moods = labels("adverbs")
    adverbs = said.lead.adverbs
    if _GOING.search(words):
        return "ongoing"
    if any(moods.get(adverb) == "ongoing" for adverb in adverbs) or said.lead.verb.startswith(("坚持", "继续")):
        return "ongoing"
    if now == "plan":
        return "planned"
    if _DONE_ADVERB.search(words) or "了" in said.lead.verb or _DONE_VERB.match(said.lead.verb):
        return "done"
    state = labels("verbs").get(said.lead.verb) in ("state", "completed")
    if said.thing or state or re.search(r"\d", words):
        return "done"
    return "ongoing"
