"""中心词：宾语末尾的词说明它是设施、工程、机制、活动、文件还是愿景。

What the last word of an object makes of it: a facility, works, a mechanism, a campaign, a document, an aspiration.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from taizhang.reading.lexicon import groups

_LONGEST = 8
_PHASE = re.compile(r"[一二三四五]期$")
_STEPS = re.compile(
    r"(?:尽?早?尽快|全面|全部|正式|加速|加快|顺利|早日|如期)?(?:开工建设|建成投用|达产达效|投产达效|投产见效|竣工运营|开工|投产|落地|达效|运营|建成|竣工|完工|通车|验收|"
    r"提质扩容|建立|前期手续办理|前期手续|前期工作|手续办理|环评|征地拆迁|征拆|提质增效|推进|建设|开发|任务|工作|等)$"
)


@cache
def _heads() -> dict[str, str]:
    """Head → group; a word in several groups belongs to the first."""
    made: dict[str, str] = {}
    for group, words in groups("heads").items():
        for word in words:
            made.setdefault(word, group)
    return made


@lru_cache(maxsize=8192)
def head_of(name: str) -> tuple[str, str]:
    """The group of the longest known head at the end of a name, and the head; two empty strings without one.

    >>> head_of("县疾控中心综合大楼"), head_of("领导包联制度"), head_of("城市算力中心建设")
    (('facility', '大楼'), ('mechanism', '制度'), ('aspiration', '建设'))
    """
    known = _heads()
    name = _PHASE.sub("", name.rstrip("”’》"))
    for size in range(min(_LONGEST, len(name)), 0, -1):
        word = name[-size:]
        group = known.get(word)
        if group:
            return group, word
    return "", ""


@lru_cache(maxsize=8192)
def bare(name: str) -> str:
    """A name without what is to become of it (…中心建设, …项目达产达效, …工作).

    >>> bare("城市算力中心建设"), bare("上海甲乙项目达产达效")
    ('城市算力中心', '上海甲乙项目')
    """
    while found := _STEPS.search(name):
        if found.start() < 2:
            break
        name = name[: found.start()]
    return name


@cache
def generic() -> re.Pattern[str]:
    """Names made of nothing but class words (重点产业项目, 现代特色服务)."""
    words = sorted(groups("concrete")["generic"], key=len, reverse=True)
    return re.compile(f"(?:{'|'.join(map(re.escape, words))}|[的和、])*")


def is_generic(name: str, head: str) -> bool:
    """Whether nothing but class words stands before the head."""
    before = name[: len(name) - len(head)] if head else name
    return bool(generic().fullmatch(before))
