"""阶段：管着项目的动词说它到了哪一步。The stage of a project, by the verb that governs it, planned or done."""

from __future__ import annotations

import re
from functools import cache
from typing import cast

from taizhang.reading.findings import Stage
from taizhang.reading.lexicon import groups

_AFTER: tuple[tuple[Stage, re.Pattern[str]], ...] = (
    ("producing", re.compile(r"试生产|投产|达产|达效|并网|投入生产")),
    (
        "completed",
        re.compile(
            r"完工|竣工|投运|试运[行营]|投入运[营行]|建成运营|通车|通过[^，]{0,8}验收|扫尾|投用|投入使用|建成(?!后)|封顶|贯通|完成(?:主体|建设|改造|施工)|交付|开园|开业|启用"
        ),
    ),
    (
        "preparing",
        re.compile(
            r"前期|手续|环评|核准|报批|审批|审核|优化设计|初步设计|可研|征地|拆迁|征拆|立项|招标|招投标|备案|用地预审|七通一平|公示|开标"
        ),
    ),
    ("starting", re.compile(r"开工|复工|启动|落地|动工|破土|奠基|进场|开建")),
    ("signed", re.compile(r"签约|签订|达成[^，]{0,4}意向|签署")),
    ("reserve", re.compile(r"预备|洽谈|谋划|储备|入库")),
    ("building", re.compile(r"在建|续建|新建|建设|推进|施工|实施|改造|提质扩容|浇筑|进展|提升")),
)


@cache
def _by_verb() -> dict[str, Stage]:
    made: dict[str, Stage] = {}
    for group, words in groups("verbs").items():
        if group in ("reserve", "signed", "preparing", "starting", "building", "completed", "producing"):
            for word in words:
                made.setdefault(word, cast(Stage, group))
    return made


def stage_of(verb: str) -> Stage | None:
    """The stage a verb says by itself, ``None`` for a verb of no stage."""
    return _by_verb().get(verb)


def stage(verb: str, adverbs: tuple[str, ...], after: str) -> Stage:
    """``verb`` and ``adverbs`` before the name, ``after`` the words behind it; what comes behind says more.

    >>> stage("推进", (), "达产达效"), stage("完成", (), "改造"), stage("", (), "正式通车")
    ('producing', 'completed', 'completed')
    """
    for found, pattern in _AFTER:
        if found != "building" and pattern.search(after):
            return found
    known = _by_verb()
    for word in (verb, verb[-4:], verb[-2:], verb[:4], verb[:2], *reversed(adverbs)):
        if word and word in known:
            return known[word]
    return "building" if _AFTER[-1][1].search(after) else "unknown"
