"""所得的中文和英文叫法。What findings are called, in Chinese and in English."""

from __future__ import annotations

from typing import Final

from taizhang.cli.words import Lang

_LABELS: Final[dict[str, tuple[str, str]]] = {
    "task": ("任务", "task"),
    "project": ("项目", "project"),
    "target": ("指标", "target"),
    "mechanism": ("机制", "mechanism"),
    "result": ("成效", "result"),
    "planned": ("计划", "planned"),
    "ongoing": ("在办", "ongoing"),
    "done": ("已办", "done"),
    "industry": ("产业", "industry"),
    "agriculture": ("农业农村", "agriculture"),
    "urban": ("城建交通", "urban"),
    "ecology": ("生态", "ecology"),
    "welfare": ("民生", "welfare"),
    "reform": ("改革创新", "reform"),
    "business": ("营商", "business"),
    "safety": ("安全稳定", "safety"),
    "party": ("党建", "party"),
    "finance": ("财政金融", "finance"),
    "governance": ("督查调度", "governance"),
    "reserve": ("谋划", "reserve"),
    "signed": ("签约", "signed"),
    "preparing": ("前期", "preparing"),
    "starting": ("开工", "starting"),
    "building": ("在建", "building"),
    "completed": ("完工", "completed"),
    "producing": ("投产", "producing"),
    "unknown": ("未说明", "unknown"),
    "items": ("事项", "Items"),
    "measures": ("数量", "Amounts"),
    "projects": ("项目", "Projects"),
    "frameworks": ("提法", "Named sets"),
    "troubles": ("没读成", "Not read"),
    "documents": ("文件", "Documents"),
    "document": ("文件", "document"),
    "place": ("位置", "place"),
    "kind": ("类别", "kind"),
    "modality": ("状态", "state"),
    "topic": ("领域", "topic"),
    "quote": ("原文", "words"),
    "deadline": ("时限", "due"),
    "actor": ("单位", "unit"),
    "value": ("数值", "value"),
    "unit": ("单位", "unit"),
    "bound": ("界限", "bound"),
    "invest": ("投资（万元）", "investment (10,000 yuan)"),
    "stage": ("阶段", "stage"),
    "count": ("数", "count"),
    "members": ("成员", "members"),
    "why": ("原因", "why"),
    "title": ("标题", "title"),
    "published": ("日期", "date"),
    "outlet": ("来源", "outlet"),
    "speaker": ("讲话人", "speaker"),
    "role": ("职务", "office"),
    "of": ("地方", "place"),
    "concrete": ("具体", "concrete"),
    "eq": ("", ""),
    "ge": ("以上", "at least"),
    "le": ("以内", "at most"),
    "approx": ("约", "about"),
    "yes": ("是", "yes"),
    "no": ("否", "no"),
    "nothing": ("（没有读到）", "(none found)"),
    "counts": (
        "事项 {items} 条，数量 {measures} 处，项目 {projects} 个，提法 {frameworks} 个",
        "{items} items, {measures} amounts, {projects} projects, {frameworks} named sets",
    ),
    "legend": ("标在原处：事项、数量、项目、提法。悬停看读出的内容。", "Marked in place; hover to see what was read."),
}


def label(code: str, lang: Lang) -> str:
    """The word for a code; a code without one is shown as it is."""
    return _LABELS[code][lang == "en"] if code in _LABELS else code
