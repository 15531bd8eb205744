"""时态：这句话是打算、正在，还是已经。Whether a run of text plans, reports what goes on, or what was done."""

from __future__ import annotations

import re
from typing import Literal

from taizhang.reading.clauses import Predicate
from taizhang.reading.findings import Modality
from taizhang.reading.lexicon import labels
from taizhang.text.span import Span

Tense = Literal["plan", "report"]

_PLAN = re.compile(
    r"(?<![即必])将(?!近|军|士|来|[^，。]{1,30}(?:分解|列为))|(?<![需主重首摘纪简概摘])要(?!求|素|闻|点|领|义|件|塞|道|职|害|么|紧)|必须|力争|到20[1-4]\d年(?!底?[^，]{0,8}已)|下一步|今后|未来|务必|"
    r"目标是|“十五五”|明年|应当"
)
_WEAK_PLAN = re.compile(
    r"年内|年均|控制在|(?<![占成为度])(?:年度|当年|年|今年)?(?:计划|预计)(?:完成)?(?:总)?投资|年度投资(?:计划)?\d|拟(?![^，]{0,24}的)|(?<!年度)(?<!投资)(?<!行动)计划(?!》|生育|的|投资的)|预计|争取(?=[^，。]{0,14}(?:开工|投产|完成|达到|建成))|确保|十[四五]五”?(?:期间|末)|年底前|月底前"
)
_REPORT = re.compile(
    r"以来|近年来|去年|上年|过去的?|截至|截止|累计|同比|(?<!项)目前|已[经完建实开签投获有成办落启达通]|(?<=[\u4e00-\u9fff])了(?=[^不解，。]{2,})|荣获|获评|"
    r"1[-—~至]\d{1,2}月|日前|当[天日]|获悉|位居|取得(?!实质)|回顾|\d月\d{1,2}日(?![前之以底])|上半年(?=[，,]|[^，。]{0,12}(?:完成|实现|新增|争取|增长))(?![，,]?(?:要|将|力争|预计|计划|确保))"
)
_LOOKS_BACK = re.compile(r"回顾|回忆|总结|成效|进展情况|完成情况|推进情况|存在[的]?问题|主要做法|成绩")
_LOOKS_AHEAD = re.compile(r"安排|计划|打算|下一步|重点工作|主要任务|重点任务|目标|总体要求|指导思想|保障措施|下步")
_DONE_ADVERB = re.compile(r"已[经]?|顺利|成功|正式|累计|先后|相继|业已|现已|历史性")
_DONE_VERB = re.compile(
    r"^(?:编制|制定|出台|成立|组建|发布|建成|确定|设立|荣获|获评|获批|获得?|入选|位居|排名|位列|名列|跻身|达成|净增|同比增长|占|超过?|建成|细化分解|举行|召开|印发|整理印发|签订|签约)"
)
_CARRIED_ON = ("推进", "加快", "推动", "实施", "发展", "打造", "推行", "促进", "落实")
_QUOTED = re.compile(r"“[^”]*”")
_GOING = re.compile(r"正在|正积极|即将|加速推进|报[省市国][^，]{0,6}审批|稳步推进|有序推进中")


def heading_tense(heading: str) -> Tense | None:
    """What a heading announces, ``None`` when it says nothing of time.

    >>> heading_tense("2022年工作回顾"), heading_tense("2023年重点工作"), heading_tense("加快发展")
    ('report', 'plan', None)
    """
    if _LOOKS_BACK.search(heading):
        return "report"
    return "plan" if _LOOKS_AHEAD.search(heading) else None


def paragraph_tense(text: str, at: Span, before: Tense) -> Tense:
    """The tense a paragraph begins in: a report when it reports twice and never plans."""
    if _PLAN.search(text, at.start, at.end):
        return "plan" if before == "plan" else before
    return "report" if len(_REPORT.findall(text, at.start, at.end)) > 1 else before


def tense(text: str, clause: Span, before: Tense) -> Tense:
    """The tense from a clause on: the one it sets itself, else the one before it.

    >>> [tense(t, Span(0, len(t)), "plan") for t in ("近年来修了路", "推进修路", "即将完工")]
    ['report', 'plan', 'plan']
    """
    plan = _PLAN.search(text, clause.start, clause.end)
    if plan:
        return "plan"
    return "report" if _REPORT.search(text, clause.start, clause.end) else before


def modality(text: str, said: Predicate, words: str, clause: Span, now: Tense) -> Modality:
    """``words``: the item itself; ``clause``: where it stands; ``now``: the tense of that clause."""
    moods = labels("adverbs")
    adverbs, verb = said.lead.adverbs, said.lead.verb
    if _GOING.search(words):
        return "ongoing"
    if any(moods.get(adverb) == "ongoing" for adverb in adverbs) or verb.startswith(("坚持", "继续")):
        return "ongoing"
    if now == "plan" or _WEAK_PLAN.search(text, clause.start, clause.end):
        return "planned"
    if _DONE_ADVERB.search(words) or "了" in verb or _DONE_VERB.match(verb):
        return "done"
    if said.thing and verb in ("启动", "推进", "加快", "建设"):
        return "ongoing"
    state = labels("verbs").get(verb) in ("state", "completed")
    counted = (
        re.search(r"\d", _QUOTED.sub("", words)) and not verb.startswith(_CARRIED_ON) and not words.startswith("投资")
    )
    return "done" if said.thing or state or counted else "ongoing"
