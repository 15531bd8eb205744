"""补上的通则，各有自己的例句。General rules added late, each with sentences of our own."""

from __future__ import annotations

import pytest

from taizhang.reading.meaning import Meaning, meaning
from taizhang.reading.measures import measures
from taizhang.text.span import Span


def read(text: str) -> Meaning:
    body = Span(0, len(text))
    return meaning(text, body, measures(text, body))


def items(text: str) -> list[str]:
    return [item.at.of(text) for item in read(text).items]


def projects(text: str) -> dict[str, str]:
    return {project.name: project.stage for project in read(text).projects}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("加快东北亚国际汽车产业园建设。", {"东北亚国际汽车产业园": "building"}),
        ("启动云岭高铁提速、南江高铁建设。", {"云岭高铁提速": "starting", "南江高铁": "starting"}),
        ("实现万福农贸批发市场投入运营。", {"万福农贸批发市场": "completed"}),
        ("3月5日，全县12个项目集中开复工。", {"12个项目": "starting"}),
        ("谋划实施重点项目48个，涉及产业类项目14个。", {"重点项目48个": "building", "产业类项目14个": "building"}),
    ],
)
def test_facilities_and_their_stage(text: str, found: dict[str, str]) -> None:
    assert projects(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "实施一批重大项目。",
        "抓好拉动消费、改善民生的项目。",
        "妥善解决影响项目落地的制约因素。",
        "年内完成3万平方米仓储库建设任务。",
        "实施20项重点研发计划项目。",
    ],
)
def test_what_is_not_named_or_not_built_is_no_project(text: str) -> None:
    assert projects(text) == {}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("实施20项省科技重大专项和90项重点研发计划项目。", ["实施20项省科技重大专项", "90项重点研发计划项目"]),
        ("推进云岭机场三期和临江、东江机场改扩建。", ["推进云岭机场三期", "临江、东江机场改扩建"]),
        (
            "大力发展全局性、基础性的水利设施建设、产业调整等重大项目建设。",
            ["大力发展全局性、基础性的水利设施建设、产业调整等重大项目建设"],
        ),
        ("结合老城区改造，新建公厕30座。", ["新建公厕30座"]),
        ("通过贷款贴息、股权投资等措施，扶持企业8家。", ["扶持企业8家"]),
    ],
)
def test_lists_and_clauses_that_only_lead_up(text: str, found: list[str]) -> None:
    assert items(text) == found


def test_a_quoted_campaign_is_concrete_whatever_it_furthers() -> None:
    assert [item.concrete for item in read("开展“名品出云”网络品牌培育行动。").items] == [True]


@pytest.mark.parametrize(
    ("text", "name", "n"),
    [("牢牢把握五个“必须统筹”的要求。", "五个“必须统筹”", 5), ("出口“新三样”增长8%。", "新三样", 3)],
)
def test_counted_names(text: str, name: str, n: int) -> None:
    assert [(framework.name, framework.n) for framework in read(text).frameworks] == [(name, n)]


def test_an_idiom_of_ordinals_counts_nothing() -> None:
    assert read("围绕“退二进三”，做好搬迁。").frameworks == ()
