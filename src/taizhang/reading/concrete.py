"""具体与否：说到地点、设施、单位、有名目的行动或机制、数或日期，才算一件督查得了的事。

Whether an item is concrete enough to be followed up, as GUIDE "items" rules; in doubt it is not.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from taizhang.reading.findings import Measure
from taizhang.reading.heads import bare, head_of, is_generic
from taizhang.reading.lexicon import groups

_QUOTE = re.compile(r"[“‘\"《]([^“”‘’\"《》]{1,40})[”’\"》]")
_PARTNER = re.compile(
    r"[\u4e00-\u9fff]{2,}(?:公司|集团|大学|学院|研究院|研究所|院校|医联体)|与[^，]{2,30}(?:合作|对接|签约|医联体)|[同与][^，]{2,20}(?:的合作|洽谈)"
)
_ZERO = re.compile(r"不发生|零(?:事故|上访|案件|增长|发生|突破|距离|死角|隐患)|全覆盖|“零”|清零")
_CHEER = re.compile(r"优异成绩|献礼|周年|开好局|开门红|胜利召开")
_RATIO = re.compile(
    r"[^，]{0,12}(?:开工|竣工|完成|投产|达效|办结|转化|落地|兑现|回复|化解|销号|整改)率(?:为|达到?|均|分别)?[\d.]+|召开[^，]{0,12}会议?\d+次|确定[^，]{0,8}事项\d+"
)
_STEP = re.compile(r"开工|投产|竣工|完工|通车|并网|投用|建成|达产|达效|运营|投入使用")
_SMALL = frozenset("个种大条类把张")
_BASE = re.compile(r"前列|第一方阵|先进行列|唯一$")
_WANTS_OBJECT = re.compile(r"[\u4e00-\u9fff]")
_VAGUE_CAMPAIGN = re.compile(r"^(?:活动|大会|论坛|试点|督查|审计|调查|绿色创建)$")


@cache
def _groups() -> dict[str, frozenset[str]]:
    return groups("concrete")


@cache
def _wish() -> re.Pattern[str]:
    words = sorted(_groups()["wish"], key=len, reverse=True)
    return re.compile(f"(?:{'|'.join(map(re.escape, words))})$")


@cache
def _fade() -> re.Pattern[str]:
    words = sorted(_groups()["fade"], key=len, reverse=True)
    return re.compile(f"[”’》](?:[\u4e00-\u9fff]{{0,6}}?)(?:{'|'.join(map(re.escape, words))})")


@dataclass(frozen=True, slots=True)
class Said:
    """An item as it is judged: its words, verb, object and the amounts in it."""

    text: str
    verb: str
    object: str
    measures: tuple[Measure, ...]
    thing: bool
    first: bool
    dated: bool = False


def is_concrete(said: Said) -> bool:
    """Whether a supervisor could tick the item off."""
    if said.verb in _groups()["cheer"] or said.verb in ("聚焦", "围绕", "涵盖", "是") or _BASE.search(said.text):
        return False
    if _RATIO.match(said.text) or _CHEER.search(said.text):
        return False
    if _ZERO.search(said.text) or any(_counts(said, m) for m in said.measures):
        return True
    if _STEP.search(said.text) and (said.dated or said.object.startswith("项目")):
        return True
    if _aspires(said):
        return False
    quoted = _quoted(said)
    if quoted is not None:
        return quoted
    return _by_head(said) or _by_verb(said) or bool(_PARTNER.search(said.text))


def _counts(said: Said, measure: Measure) -> bool:
    """Every figure counts, except the small numerals of speech (两个市场, 一张名片)."""
    printed = any(c.isdigit() for c in said.text)
    return printed or (measure.unit not in _SMALL and measure.value > 1)


def _aspires(said: Said) -> bool:
    if said.verb.removesuffix("好") in _groups()["aspire"]:
        return True
    group, _head = head_of(said.object)
    return group in ("", "aspiration") and bool(_wish().search(said.object)) and not _QUOTE.search(said.object)


def _quoted(said: Said) -> bool | None:
    """True for a quoted name, False for a quoted slogan (“…”理念), ``None`` without quotation marks."""
    if not _QUOTE.search(said.text):
        return None
    return not _fade().search(said.text)


def _by_head(said: Said) -> bool:
    name = said.object
    group, head = head_of(name)
    if group in ("", "aspiration"):
        name = bare(name)
        group, head = head_of(name)
    named = len(name) >= len(head) + 2 and not is_generic(name, head)
    if group == "mechanism":
        return named and "长效机制" not in name and not said.verb.startswith("以")
    if group == "campaign":
        return (named and head not in ("活动",)) or head in ("扫黑除恶", "党史学习教育", "主题教育")
    if group in ("document", "policy", "programme", "reform"):
        return named
    if group == "honour":
        return named and said.verb in _HONOURS
    if group == "procedure":
        return named and not name.startswith(("重点项目", "项目"))
    return False


_HONOURS = frozenset(
    ["创建", "争创", "申报", "摘得", "创成", "获评", "荣获", "争取", "力摘", "建成", "成功创建", "获批", "通过"]
)


def _by_verb(said: Said) -> bool:
    verb = said.verb
    if verb in _groups()["grant"]:
        return len(said.object) >= 4 and not is_generic(said.object, "")
    if verb in _groups()["fact"]:
        return len(said.object) >= 4 or said.thing
    return False
