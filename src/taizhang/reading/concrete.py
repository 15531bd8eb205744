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
_ZERO = re.compile(r"不发生|零(?:事故|上访|案件|增长|发生|突破|距离|死角|隐患)|全覆盖(?![^“]*”)|“零”|清零")
_CHEER = re.compile(r"优异成绩|良好开局|新局面$|新篇章$|献礼|周年|开好局|开门红|胜利召开")
_RATIO = re.compile(
    r"^[^，]{0,12}(?:开工|竣工|完成|投产|达效|办结|转化|落地|兑现|回复|化解|销号|整改)率(?:为|达到?|均|分别)?[\d.]+|召开[^，]{0,12}会议?\d+次|确定[^，]{0,8}事项\d+"
)
_PRACTICES = re.compile(
    r"[建交核销]账|销号|挂图作战|每周调度|周调度|月调度|蹲点督导|现场督办|一线督办|一线指挥|集中述职|一抓到底|包联|日碰头|周例会|月通报|三级书记|五级书记|党政同责|一票否决|红黄绿灯"
)
_SLOGAN = re.compile(
    r"“(?:组合拳|加速度|主力军|火车头|压舱石|金钥匙|助推器|新引擎|强心针|定心丸|及时雨|指挥棒|最后一公里|大文章|主引擎|硬骨头|牛鼻子|烟火气|领头雁|总开关|主战场|聚宝盆|蓄水池|稳定器|快车道|先手棋|主动仗|攻坚战|持久战|大动脉|成绩单|任务书|路线图|时间表|施工图)”|把[^，]{2,30}作为|^作为|变[“‘][^”’]{1,8}[”’]为|做到[“‘]|统揽|助力[“‘]|打通[^，]{0,10}[“‘]|落地生根|贯穿[^，]{0,8}(?:始终|全过程)|头等大事|新使命"
)
_WHOLE_SLOGAN = re.compile(r"^以[^，]{1,30}为|并重")
_ANCHORED = re.compile(r"为(?:抓手|引领)")
_DONE_STEP = re.compile(r"(?:全部|正式|顺利|如期|提前|按期|集中)(?:开工|投产|竣工|完工|通车|并网|投用|建成|投入使用)")
_HONOUR = re.compile(r"国家|省级|市级|全国|全省|示范|文明|卫生|园林|森林|双拥|模范|[2-5]A|先进县|百强")
_STEP = re.compile(r"开工|投产|竣工|完工|通车|并网|投用|建成|达产|达效|运营|投入使用")
_SMALL = frozenset("个种大条类把张")
_BASE = re.compile(r"前列|第一方阵|先进行列|唯一$")
_EMPTY = re.compile("|".join(p.pattern for p in (_BASE, _CHEER)))
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
    """An item as it is judged: its words, verb, object and the amounts in it.

    ``dated``: a deadline stands in its clause; ``planned``: it is still to be done; ``member``: it belongs to a
    coined set (六大工程).
    """

    text: str
    verb: str
    object: str
    measures: tuple[Measure, ...]
    thing: bool
    first: bool
    dated: bool = False
    member: bool = False
    planned: bool = False


def is_concrete(said: Said) -> bool:
    """Whether a supervisor could tick the item off. The rules go from the surest to the weakest."""
    if _never(said):
        return False
    if _PRACTICES.search(said.text) or said.member or _ZERO.search(said.text):
        return True
    if any(_counts(said, m) for m in said.measures):
        return True
    if _SLOGAN.search(said.text) or (_WHOLE_SLOGAN.search(said.text) and not _ANCHORED.search(said.text)):
        return False
    if _happened(said) or (_PARTNER.search(said.text) and said.verb not in _groups()["aspire"]):
        return True
    if _aspires(said):
        return False
    quoted = _quoted(said)
    return quoted if quoted is not None else _by_head(said) or _by_verb(said)


def _never(said: Said) -> bool:
    """Cheers, bases and ratios, rank claims without a rank."""
    empty = said.verb in _groups()["cheer"] or said.verb in ("聚焦", "围绕", "涵盖", "是")
    return empty or bool(_EMPTY.search(said.text)) or (not said.planned and bool(_RATIO.search(said.text)))


def _happened(said: Said) -> bool:
    """Something that became a fact, a title to win, a step of a project named before."""
    if said.thing and (said.verb in _groups()["fact"] or _DONE_STEP.search(said.text)):
        return True
    if said.verb in _HONOURS and _HONOUR.search(said.object):
        return True
    if said.object.endswith(("申报", "创建")) and _HONOUR.search(said.object):
        return True
    return bool(_STEP.search(said.text)) and (said.dated or said.object.startswith("项目"))


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
    if head_of(said.object)[0] in ("campaign", "programme"):
        return True
    return not _fade().search(said.text)


def _by_head(said: Said) -> bool:
    name = said.object
    group, head = head_of(name)
    if group in ("", "aspiration"):
        name = bare(name)
        group, head = head_of(name)
    name = name.split("等")[0] if "等" in name[3:] else name
    named = (len(name) >= len(head) + 2 or head.endswith("长制")) and not is_generic(name, head)
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


_LETS = re.compile(r"(?:开展|适用|自主|享受|复制推广|承接|优化为|转为|升级为)[^，]{4,}|在[^，]{2,12}(?:内|发展)$")
_HONOURS = frozenset(
    ["创建", "争创", "申报", "摘得", "创成", "获评", "荣获", "争取", "力摘", "建成", "成功创建", "获批", "通过"]
)


def _by_verb(said: Said) -> bool:
    verb = said.verb
    if verb in _groups()["grant"] and not said.object:
        return True
    if verb.startswith(("支持", "鼓励", "推动", "促进")) and _LETS.search(said.object):
        return True
    if verb in _groups()["grant"]:
        return len(said.object) >= 4 and not is_generic(said.object, "")
    if verb in _groups()["fact"]:
        return len(said.object) >= 4 or said.thing
    return False
