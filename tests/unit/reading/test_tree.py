"""树、对账、不漏的例子。Examples of the tree, of reconciliation and of coverage."""

from __future__ import annotations

from taizhang.reading.coverage import coverage
from taizhang.reading.meaning import Meaning, meaning
from taizhang.reading.measures import measures
from taizhang.reading.reconcile import Check, reconcile
from taizhang.reading.tree import Node, parents, tree
from taizhang.text.span import Span


def read(text: str) -> Meaning:
    body = Span(0, len(text))
    return meaning(text, body, measures(text, body))


def grow(text: str) -> Node:
    said = read(text)
    return tree(said.outline, said.frameworks, said.items, measures(text, Span(0, len(text))))


def checks(text: str) -> dict[str, Check]:
    said = read(text)
    body = Span(0, len(text))
    found = reconcile(said.outline, said.frameworks, said.items, said.projects, measures(text, body))
    return {check.code: check for check in found}


PLAN = "一、工业\n（一）抓项目。\n要开工建设云川大桥，完成投资3亿元。\n二、农业\n要完成造林5万亩，健全联农带农机制。"


def test_items_stand_under_their_headings() -> None:
    above = parents(grow(PLAN))
    assert above[0] == ("工业", "抓项目")
    assert above[len(above) - 1] == ("农业",)


def test_amounts_stand_under_their_items() -> None:
    measured = [node for node in grow(PLAN).walk() if node.kind == "item" and node.children]
    assert [node.children[0].label for node in measured] == ["3亿元", "5万亩"]


def test_a_heading_that_is_a_member_of_a_set_says_so() -> None:
    text = (
        "推进“三城联创”。全县动员，共同参与。"
        "一是创建文明城。要建好广场。二是创建卫生城。要建好公厕。三是创建园林城。要栽树。"
    )
    members = [node.label for node in grow(text).walk() if node.kind == "member"]
    assert members == ["创建文明城", "创建卫生城", "创建园林城"]


def test_nine_of_ten_is_an_open_list() -> None:
    names = "、".join(
        f"{name}改造工程" for name in ("路网", "水网", "电网", "气网", "公厕", "广场", "公园", "河道", "小区")
    )
    check = checks(f"推进{names}等十大工程。")["set.open"]
    assert (check.declared, check.found, check.agrees) == (10, 9, False)


def test_a_local_set_without_members_is_a_question() -> None:
    assert not checks("坚持“463”思路，落实“四敢”要求。")["set.unknown"].agrees
    assert checks("坚持“四个不摘”。")["set.fixed"].found == 4


def test_named_examples_against_the_count() -> None:
    check = checks("完成东风楼、红旗楼等8个老旧小区改造。")["group.examples"]
    assert (check.declared, check.found) == (8, 2)


def test_parts_are_added_up() -> None:
    text = "共安排重点项目98个，总投资120亿元。其中，产业项目77个，总投资101亿元；民生项目20个，总投资19亿元。"
    found = checks(text)
    assert (found["sum.count"].declared, found["sum.count"].found, found["sum.count"].agrees) == (98, 97, False)
    assert found["sum.amount"].agrees


def test_the_same_thing_twice_with_another_figure() -> None:
    check = checks("要完成营造林任务5万亩。下半年要完成营造林任务6万亩。")["figure.differs"]
    assert (check.declared, check.found) == (50_000, 60_000)


def test_every_clause_of_obligation_is_taken_up_or_has_a_reason() -> None:
    text = "一、要抓紧\n要完成造林5万亩，不断提高治理水平。县长说，项目总投资要达标。"
    said = read(text)
    found = coverage(said.outline, said.items, said.frameworks)
    assert found.obliging == found.taken + len(found.left)
    assert {left.reason for left in found.left} >= {"heading", "direction"}


def test_a_total_divided_twice_is_added_up_by_its_first_division() -> None:
    text = "共安排重点项目98个，其中，产业项目77个，民生项目21个。按年度分，新建项目40个，续建项目58个。"
    assert checks(text)["sum.count"].agrees


def test_a_name_listed_once_is_no_question_where_it_is_only_named() -> None:
    text = "坚持“三转”方法。要做到转职能、转方式、转作风“三转”。再提“三转”和“五进”，又提“五进”。"
    said = read(text)
    found = reconcile(said.outline, said.frameworks, said.items, said.projects, measures(text, Span(0, len(text))))
    assert [(check.code, check.declared) for check in found] == [("set.listed", 3), ("set.unknown", 5)]


def test_counts_of_other_things_are_no_parts_of_a_total() -> None:
    assert "sum.count" not in checks("安排重点项目98个，其中，修建水库12座，改造泵站30座。")
