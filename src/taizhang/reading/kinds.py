"""种类：任务、项目、目标、机制还是成果。What an item is: a task, a project, a target, a mechanism or a result."""

from __future__ import annotations

import re

from taizhang.reading.concrete import Said
from taizhang.reading.findings import ItemKind, Modality
from taizhang.reading.heads import bare, head_of

_ZERO = re.compile(r"不发生|“?零(?:上访|事故|案件|增长|发生)|全覆盖|清零|两条底线|不返贫")
_LEVEL = re.compile(
    r"达到?[\d一二三四五六七八九十]|[增降]长?[\d]|增速|占比|覆盖率|率(?:达|稳|保|控|提|为)|提高到|以上|以下|以内|完成投资|计划投资|年度投资"
)
_CAMPAIGN = frozenset(["行动", "活动", "专项行动", "整治行动", "三年行动", "专项整治", "试点"])
_PLACES = re.compile(
    "一网通办|秒批秒办|快批快办|每周调度|一抓到底|好差评|一件事一次办|马上办|包联|例会|月通报|四个不摘|枫桥经验|集体建|集中述职|一线督办|蹲点督导|一线指挥"
)
_RULES = frozenset(["result"])


def kind(said: Said, modality: Modality, project: bool, group: bool) -> ItemKind:
    """``project``: the item names a project; ``group``: a counted group of them."""
    del group
    amounts = tuple(m for m in said.measures if m.unit not in ("大", "条", "类", "种") and m.role != "capacity")
    if _ZERO.search(said.text) and modality != "done":
        return "target"
    if project:
        return "project"
    if _mechanism(said):
        return "mechanism"
    if modality == "done" and (amounts or said.thing or said.verb in _FACTS):
        return "result"
    if amounts and modality != "done" and (modality == "planned" or _LEVEL.search(said.text)):
        return "target"
    return "task"


_FACTS = frozenset(
    [
        "荣获",
        "获评",
        "获批",
        "获",
        "获得",
        "入选",
        "位居",
        "排名",
        "位列",
        "名列",
        "跻身",
        "达成",
        "实现",
        "争取",
        "迎接",
        "发布",
        "发布实施",
        "占",
        "超",
        "超过",
        "完成",
        "稳居",
        "取得",
        "签订",
        "签约",
        "纳入",
        "通过",
        "为",
        "提供",
    ]
)


def _mechanism(said: Said) -> bool:
    if _PLACES.search(said.text):
        return True
    group, _ = head_of(bare(said.object))
    if group != "mechanism":
        group, _ = head_of(said.object)
    return group == "mechanism" and "改革" not in said.object[-4:]
