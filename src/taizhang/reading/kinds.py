"""种类：任务、项目、目标、机制还是成果。What an item is: a task, a project, a target, a mechanism or a result."""

from __future__ import annotations

import re

from taizhang.reading.concrete import Said
from taizhang.reading.findings import ItemKind, Modality, Project
from taizhang.reading.heads import bare, head_of
from taizhang.reading.lexicon import labels

_ZERO = re.compile(r"不发生|“?零(?:上访|事故|案件|增长|发生)|全覆盖(?![^“]*”)|清零|两条底线|不返贫")
_LEVEL = re.compile(
    r"达到?[\d一二三四五六七八九十]|[增降]长?[\d]|增速|占比|覆盖率|率(?:达|稳|保|控|提|为)|提高到|以上|以下|以内|完成投资|计划投资|年度投资"
)
_CAMPAIGN = frozenset(["行动", "活动", "专项行动", "整治行动", "三年行动", "专项整治", "试点"])
_PLACES = re.compile(
    "一网通办|秒批秒办|快批快办|每周调度|一抓到底|好差评|一件事一次办|马上办|包联|例会|月通报|四个不摘|枫桥经验|集体建|集中述职|一线督办|蹲点督导|一线指挥"
)


def kind(said: Said, modality: Modality, project: Project | None) -> ItemKind:
    """``project``: the one the item names, if any."""
    amounts = _amounts(said)
    if _ZERO.search(said.text) and modality != "done":
        return "target"
    if project and not _fact_about(said, modality, project):
        return "project"
    if said.dated and _STEP.search(said.text) and not amounts:
        return "project"
    if amounts and modality == "planned" and _LEVEL.search(said.text):
        return "target"
    if _mechanism(said):
        return "mechanism"
    if modality == "done" and (said.thing or _states(said.verb) or (amounts and not said.verb.startswith(_ACTS))):
        return "result"
    return "target" if amounts and modality != "done" and _is_target(said, modality) else "task"


def _amounts(said: Said) -> bool:
    """Whether a figure in it could be reached: not a small count of plain nouns, nor a capacity."""
    head = head_of(bare(said.object))[0]
    plain = ("大", "条", "类", "种") if head not in ("campaign", "reform") else ("大", "条", "类", "种", "项", "个")
    return any(m.unit not in plain and (m.role != "capacity" or m.unit == "%") for m in said.measures)


def _fact_about(said: Said, modality: Modality, project: Project) -> bool:
    """A figure or an event of projects that is not their building (15个项目累计办理手续63项, 三个项目入选…)."""
    if modality != "done" or project.stage in ("starting", "building", "completed", "producing", "signed", "reserve"):
        return False
    return said.verb in _FACTS or labels("verbs").get(said.verb) == "state" or (project.group and said.thing)


def _states(verb: str) -> bool:
    return verb in _FACTS or labels("verbs").get(verb) in ("state", "completed")


def _is_target(said: Said, modality: Modality) -> bool:
    return modality == "planned" or bool(_LEVEL.search(said.text))


_ACTS = ("编制", "制定", "印发", "出台", "细化", "举行", "召开", "开展", "成立", "组建")
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


_STEP = re.compile(r"开工|投产|竣工|完工|通车|并网|投用|建成|达产|达效")
_WRITES = ("编制", "制定", "修订", "印发", "出台", "起草", "公布", "发布")
_RULE_VERBS = (
    "坚持",
    "落实",
    "推行",
    "实行",
    "实施",
    "执行",
    "健全",
    "建立",
    "严格执行",
    "实现",
    "全面落实",
    "深化拓展",
    "提供",
    "探索推行",
)
_ALL_QUOTED = re.compile(
    r"[“《‘][^”》’]{2,30}[”》’](?:和?[“《‘][^”》’]{2,30}[”》’])*(?:要求|制度|机制|建设|等举措|等措施|服务|一体推进|政策|并联审批|管理|模式|推进体系)?"
)
_CAMPAIGN_QUOTE = re.compile(r"行动|活动|工程|改革|创建|攻坚|三年|规划|计划|方案")


def _mechanism(said: Said) -> bool:
    if _PLACES.search(said.text):
        return True
    if said.verb.startswith(_WRITES) or said.verb in ("优化", "创新", "简化", "改革", "深化"):
        return False
    if said.verb.endswith(_RULE_VERBS) and _quoted_rule(said.object):
        return True
    name = said.object.strip("“”‘’")
    group = head_of(bare(name))[0]
    if group != "mechanism":
        group = head_of(name)[0]
    return group == "mechanism"


def _quoted_rule(object_: str) -> bool:
    found = _ALL_QUOTED.fullmatch(object_)
    return bool(found) and not _CAMPAIGN_QUOTE.search(object_)
