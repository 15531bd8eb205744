"""谈话人：受访或作报告的领导，和印在名前的全部职务。

The leader interviewed or reporting, and the offices printed before the name.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from taizhang.reading.names import name_at
from taizhang.text.span import Span

_OFFICE = (
    "书记|县长|市长|区长|州长|省长|盟长|旗长|主席|主任|局长|厅长|部长|镇长|乡长|"
    "常委|党组成员|董事长|总经理|院长|校长|秘书长|组长|行长|台长|会长|专员|巡视员|总经济师|总工程师|发言人"
)
_RUN = re.compile(
    rf"[\u4e00-\u9fff]{{0,24}}(?:{_OFFICE})(?:[、\s(（][\u4e00-\u9fff()（）]{{0,24}}(?:{_OFFICE})){{0,5}}"
)
# 职务前的动词：采访了……、——访…… the verb before the offices
_VERB = re.compile(
    r".*(?:(?:采访|专访|对话|访谈|约访|邀请|访)(?:到?了)?|现任|据|由|听取了?|会上|期间|随后|其间|当天|[日昨今]日|记者从?|——|—|代表)(?:我们|时任)?"
)
_HEAD_AT_MOST = 1200


@dataclass(frozen=True, slots=True)
class Speaker:
    name: str
    role: str


def speaker(text: str, title: Span | None, head: Span, body: Span) -> Speaker | None:
    """The one leader the page lets speak; ``None`` for no leader, or several of equal voice."""
    zones = ([title] if title else []) + [head, Span(body.start, min(body.end, body.start + _HEAD_AT_MOST))]
    for zone in zones:
        named = _officers(text, zone)
        if named and zone is not zones[-1]:
            return named[0]
        if named:
            return _voice(text, named, body)
    return _voice(text, _officers(text, body), body)


def _officers(text: str, zone: Span) -> list[Speaker]:
    found: list[Speaker] = []
    for run in _RUN.finditer(text, zone.start, zone.end):
        name = name_at(text, _past_spaces(text, run.end()))
        role = _VERB.sub("", run.group()).strip()
        if name and len(role) > 1:
            found.append(Speaker(name, role))
    return found


def _past_spaces(text: str, place: int) -> int:
    spaces = re.compile(r"[ \u00a0\u3000]{0,4}").match(text, place)
    return spaces.end() if spaces else place


def _voice(text: str, named: list[Speaker], body: Span) -> Speaker | None:
    """Who speaks most; several with as many words are an event's guests, and none is the speaker."""
    article = body.of(text)
    spoken = Counter({one: _says(article, one.name) for one in named})
    ranked = spoken.most_common(2)
    if not ranked or ranked[0][1] == 0:
        return None
    if len(ranked) > 1 and ranked[1][1] >= ranked[0][1] and ranked[1][0].name != ranked[0][0].name:
        return None
    return ranked[0][0]


def _says(article: str, name: str) -> int:
    """How often the article lets the person speak: 说, 采访了…, or an answer that begins with the name."""
    said = rf"{name}.{{0,12}}?(?:表示|说|介绍|强调|指出|认为|告诉|坦言|接受|谈到)|[采专约]访了?.{{0,30}}{name}"
    return len(re.findall(rf"{said}|^\s*{name}\s?[:：]", article, re.M))
