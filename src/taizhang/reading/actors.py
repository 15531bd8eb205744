"""责任人：句子的主语、（牵头单位：…；责任单位：…）和由…负责。

Who is obliged: the subject of a clause, the bracket of owners behind it, or 由…负责.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from taizhang.text.span import Span

_ENDS = re.compile(
    r"(?:[省市县区州盟旗镇乡村]|[省市县区州]委|[省市县区州]政府|人民政府|政府|党委|党组|委员会|管委会|[局厅部办署院]|总局|总署|"
    r"单位|部门|机构|机关|干部|党员|上下|我们|各地|各级|企业|公司|集团|银行|领导小组|专班|指挥部|街道|社区|乡镇|国务院|"
    r"全[国省市县区州镇乡]|我[省市县区州局]|本[省市县区州局]|[该此][省市县区州局]|班子|代表|委员|主体|负责人|同志|书记|县长|市长)$"
)
_NOT = re.compile(
    r"e镇$|城乡$|小镇$|古镇$|新村$|古村$|城镇$|新城$|(?<!高)新区$|[县市省区]域$|地区$|(?:棚户|小|城|片|社|园|景|矿|牧|山|街|校|库|灌|厂|开发|示范|试验|集聚|功能|保护|先行|经济|合作|自贸|林|湖|港|营)区$|\d|[、].*(?:项目|工程)|项目$|工程$|开发区$|园区$|景区$|小区$|片区$|社区$|示范区$|试验区$|[一二三四五六七八九十\d]个[^、]{0,4}$"
)
_OWNERS = re.compile(
    r"(牵头(?:单位|部门|责任单位|领导)?|责任(?:单位|部门|领导|人)?|主办单位|协办单位|承办单位|配合(?:单位|部门)|实施单位|督办单位|完成(?:时限|时间)|时限)[:：为]?"
)
_IN_CHARGE = re.compile(r"^(?:由)?([^，。；（）()]{2,80}?)(?:牵头负责|分工负责|按职责分工负责|负责)(?:[，,]|$)")
_LED = re.compile(r"^(?:由)?([^，。；：:（）()]{2,60}?)牵头[，,；;]([^。；：:（）()]{2,120}?)(?:配合|参与|负责|参加)")
OWNED = re.compile(r"(?:牵头|责任|主办|配合|实施|督办)(?:责任)?(?:单位|部门|领导|人)[:：]|完成时[限间][:：]")
_BY = re.compile(r"由([\u4e00-\u9fff、]{2,30}?)(?:牵头|负责)")
_LEADS = ("牵头", "主办", "承办", "实施", "责任")
_UNTIL = re.compile(
    r"(?:\d{4}年)?(?:\d{1,2}月(?:底|中旬|上旬|下旬|\d{1,2}日)?|年底|上半年|年内|[一二三四]季度)(?:前|之前|以前)?(?:完成)?$"
)


@dataclass(frozen=True, slots=True)
class Owners:
    """Who answers for a task as printed behind it; ``until``: the run of time words there, if any."""

    at: Span
    lead: str
    others: tuple[str, ...] = ()
    until: Span | None = None


def is_actor(subject: str) -> bool:
    """Whether the words before a verb name somebody who can be obliged (县, 局, 各单位), not a thing.

    >>> is_actor("蒲县"), is_actor("各施工单位"), is_actor("入园大桥")
    (True, True, False)
    """
    return bool(_ENDS.search(subject)) and not _NOT.search(subject)


def owners_in(text: str, aside: Span) -> Owners | None:
    """Owners from the inside of a bracket; ``None`` for any other remark.

    >>> text = "牵头单位：甲局；责任单位：乙局、丙委；完成时限：6月底"
    >>> found = owners_in(text, Span(0, len(text)))
    >>> (found.lead, found.others, found.until.of(text)) if found and found.until else None
    ('甲局', ('乙局', '丙委'), '6月底')
    """
    inside = aside.of(text)
    if "负责" in inside or _LED.search(inside):
        return _in_charge(inside, aside)
    marks = list(_OWNERS.finditer(inside))
    if not marks:
        return None
    lead, others, until = "", [], None
    for index, mark in enumerate(marks):
        end = marks[index + 1].start() if index + 1 < len(marks) else len(inside)
        value = Span(aside.start + mark.end(), aside.start + end)
        if "时" in mark.group(1):
            until = _stripped(text, value)
            continue
        names, until = _names(text, value, until)
        person = mark.group(1).endswith(("领导", "人"))
        if mark.group(1).startswith(_LEADS) and not lead and names and not person:
            lead, names = names[0] if mark.group(1).startswith("牵头") is False else "、".join(names), names[1:]
            names = [] if mark.group(1).startswith("牵头") else names
        others += names
    return Owners(aside, lead, tuple(others), until) if lead or others or until else None


def _in_charge(inside: str, aside: Span) -> Owners | None:
    led = _LED.search(inside)
    if led:
        return Owners(aside, led.group(1), tuple(re.split("[、，,]", led.group(2))))
    found = _IN_CHARGE.search(inside)
    return Owners(aside, found.group(1)) if found else None


def _stripped(text: str, value: Span) -> Span | None:
    start, end = value.start, value.end
    while start < end and text[start] in "：:，,；; ":
        start += 1
    while end > start and text[end - 1] in "。，,；; ":
        end -= 1
    return Span(start, end) if end > start else None


def _names(text: str, value: Span, until: Span | None) -> tuple[list[str], Span | None]:
    parts = [p for p in re.split("[、，,；; ]", value.of(text)) if p]
    last = _UNTIL.match(parts[-1]) if parts else None
    if last:
        at = text.rfind(parts[-1], value.start, value.end)
        words = parts.pop().removesuffix("完成")
        until = Span(at, at + len(words))
    return parts, until


def in_charge(text: str, clause: Span) -> str:
    """The one a clause itself puts in charge (由…负责), empty without."""
    found = _BY.search(text, clause.start, clause.end)
    return found.group(1) if found else ""
