"""收文桌上的余项：对不上的数、没有采的话、归在哪个提法下。What intake leaves for a person, through the door."""

from __future__ import annotations

import html
import re

import pytest
from django.test import Client

from taizhang.queries.untaken import untaken
from taizhang.store import drafts
from tests.front.desks.conftest import Door

pytestmark = pytest.mark.django_db

PLAN = """云岭县2026年重点工作安排

一、扎实推进“三城联创”
全县上下动员，各单位共同参与。一是创建卫生县城。要新建公厕30座。二是创建园林县城。要新增绿地20亩。
二、抓好项目
今年安排重点项目98个，其中，产业项目77个，民生项目20个。要完成造林5万亩，不断提高治理水平。
三、抓好作风
推进路网改造工程、水网改造工程等十大工程。下半年要完成造林6万亩。要做到干部作风持续转变。
"""


def taken_in(clerk: Client) -> str:
    answer = clerk.post("/intake/", {"name": "安排", "text": PLAN})
    assert answer.status_code == 302, answer.content.decode()[-800:]
    return str(answer.url).strip("/").split("/")[1]  # type: ignore[attr-defined]


def words(clerk: Client, path: str) -> str:
    told = re.sub(r"<[^>]+>", " ", clerk.get(path).content.decode())
    return html.unescape(re.sub(r"\s+", " ", told))


def test_figures_that_do_not_match_are_told_each_in_its_own_words(door: Door) -> None:
    clerk = door("chen")
    page = words(clerk, f"/intake/{taken_in(clerk)}/")
    assert "是 98，分项加起来是 97" in page
    assert "“十大工程”（10），只列出 2 项就写了“等”" in page
    assert "前面说“完成造林5万亩”，这里说“完成造林6万亩”" in page


def test_every_clause_of_obligation_without_a_draft_is_listed_with_its_reason(door: Door) -> None:
    key = taken_in(door("chen"))
    stored = drafts.document(key)
    left = {stored.repaired[start:end]: reason for start, end, reason in stored.meta["left"]}
    assert left["不断提高治理水平"] == "direction"
    listed = {one.text: one.reason for one in untaken(key)}
    assert listed["不断提高治理水平"] == "direction"
    assert "要完成造林5万亩" not in listed


def test_a_draft_belongs_to_the_set_whose_member_it_stands_under_also_after_it_is_accepted(door: Door) -> None:
    clerk = door("chen")
    key = taken_in(clerk)
    found = drafts.drafts(key)
    owner = next(d.id for d in found if d.kind == "framework" and d.title == "三城联创")
    toilets = next(d for d in found if "公厕" in d.title)
    assert toilets.parent == owner
    clerk.post(f"/intake/{key}/", {"one": f"accept:{toilets.id}"})
    accepted = drafts.drafts(key, [toilets.id])[0]
    assert (accepted.state, accepted.parent) == ("accepted", owner)
    assert "归入 三城联创" in words(clerk, f"/intake/{key}/")
