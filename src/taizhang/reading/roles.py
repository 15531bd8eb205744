"""量的用途：目标、结果、产能、投资、名次、增幅。What an amount is for (SEED_TABLE F.5: a capacity is no target)."""

from __future__ import annotations

import re

from taizhang.reading.counting import Amount
from taizhang.reading.findings import MeasureRole
from taizhang.text.span import Span

_WINDOW = 14
_STOPS = re.compile(r".*[。；;！？\n]", re.S)
_INVESTED = re.compile(r"投资|投入|总额|资金|造价|概算")
_CAPABLE = re.compile(r"年产能?|产能|装机|日处理|规模|年处理|年加工|库容|年[吞吐发供出]")
_GROWN = re.compile(r"增长|增加|提高|下降|降低|增幅|增速|上升|提升|减少|压减|超.{0,4}进度")
_AIMED = re.compile(r"力争|确保|目标|计划|预期|预计|争取|底前")
_RESULTED = re.compile(r"已|累计|去年|上年|上半年|目前|截至|同比|新增|获|位居|排名|了")
_MEANT = re.compile(r"将|拟|今年|年内|要|达到")
_CAPACITY_KINDS = frozenset({"mass", "power", "energy", "volume", "area", "flow"})
_WORKS = re.compile(r"[^，,。；;、\n]{1,16}?(?:项目|生产线|工程|基地|电站|电厂|产业园|科技园|煤矿|矿井)")


def role(text: str, amount: Amount, body: Span) -> MeasureRole:
    """The role by the words just before the amount, within its sentence; ``count`` where they tell nothing."""
    before = _STOPS.sub("", text[max(body.start, amount.start - _WINDOW) : amount.start])
    if amount.unit.kind == "rank":
        return "rank"
    if amount.unit.kind == "money" and _INVESTED.search(before):
        return "investment"
    if _CAPABLE.search(before) or (amount.unit.kind in _CAPACITY_KINDS and _WORKS.match(text, amount.end)):
        return "capacity"
    if amount.unit.kind in ("percent", "times") and _GROWN.search(before):
        return "growth"
    if _RESULTED.search(before) and not _AIMED.search(before):
        return "result"
    return "target" if _AIMED.search(before) or _MEANT.search(before) else "count"
