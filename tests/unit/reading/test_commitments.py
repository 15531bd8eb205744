"""事项与项目的例子：小句、并列、时态、种类、责任人。Examples of items and projects on sentences of our own."""

from __future__ import annotations

import pytest

from taizhang.reading.actors import is_actor, owners_in
from taizhang.reading.findings import Item, Project
from taizhang.reading.meaning import meaning
from taizhang.reading.measures import measures
from taizhang.text.span import Span


def items(text: str) -> list[tuple[str, Item]]:
    body = Span(0, len(text))
    return [(i.at.of(text), i) for i in meaning(text, body, measures(text, body)).items]


def projects(text: str) -> list[Project]:
    body = Span(0, len(text))
    return list(meaning(text, body, measures(text, body)).projects)


def concrete(text: str) -> list[str]:
    return [words for words, item in items(text) if item.concrete]


def test_the_smallest_run_without_subject_and_time() -> None:
    assert concrete("今年，云川县将新增市场主体300户。") == ["新增市场主体300户"]


def test_separate_deliverables_give_an_item_each() -> None:
    text = "建设云川县第二中学新校区和青松幼儿园，建成云川县第一水厂、云川县污水处理厂。"
    assert concrete(text) == [
        "建设云川县第二中学新校区",
        "青松幼儿园",
        "建成云川县第一水厂",
        "云川县污水处理厂",
    ]


def test_a_counted_group_with_examples_stays_one() -> None:
    text = "完成东风楼、红旗楼等8个老旧小区改造。"
    assert concrete(text) == ["完成东风楼、红旗楼等8个老旧小区改造"]
    [group] = projects(text)
    assert (group.group, group.count, group.stage) == (True, 8, "completed")


@pytest.mark.parametrize(
    "text",
    [
        "不断缩小城乡差距。",
        "打造全省一流营商环境。",
        "提升治理水平。",
        "以优异成绩迎接建党100周年。",
        "牢固树立“一盘棋”理念。",
    ],
)
def test_directions_are_not_concrete(text: str) -> None:
    assert concrete(text) == []


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("建立重点项目周调度机制。", "mechanism"),
        ("开展安全生产专项整治行动。", "task"),
        ("完成造林5万亩。", "target"),
        ("推动医保全覆盖。", "target"),
        ("开工建设云川大桥。", "project"),
        ("坚持“四个不摘”。", "mechanism"),
    ],
)
def test_kinds(text: str, kind: str) -> None:
    assert [item.kind for _, item in items(text)] == [kind]


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("一、2022年工作回顾\n全年完成造林5万亩，新增就业2000人，群众收入持续增加。", "done"),
        ("一、2023年重点工作\n全年完成造林5万亩，新增就业2000人，群众收入持续增加。", "planned"),
        ("近年来，云川县深入推进“厕所革命”行动。", "ongoing"),
        ("云川大桥即将完工。", "ongoing"),
        ("下一步，将推进“三个一批”活动。", "planned"),
    ],
)
def test_tense_comes_from_headings_time_words_and_verbs(text: str, modality: str) -> None:
    assert next(item.modality for _, item in items(text) if item.concrete) == modality


@pytest.mark.parametrize(
    ("text", "stage"),
    [
        ("推进海川集团10万吨铝材项目达产达效。", "producing"),
        ("青石大桥正式通车。", "completed"),
        ("加快城北水厂项目前期手续办理。", "preparing"),
        ("启动实施滨河路改造工程。", "starting"),
        ("谋划储备云川抽水蓄能电站项目。", "reserve"),
    ],
)
def test_stages(text: str, stage: str) -> None:
    assert [p.stage for p in projects(text)] == [stage]


def test_the_amount_of_a_group_and_not_its_bonds() -> None:
    [group] = projects("实施总投资143亿元的25个产业转型项目。")
    assert (group.count, group.invest_yuan) == (25, 14_300_000_000)
    [bonds] = projects("拟争取17.92亿元专项债券的13个项目顺利通过省发改委审核。")
    assert (bonds.count, bonds.invest_yuan) == (13, None)


def test_projects_yet_to_be_attracted_are_items_only() -> None:
    assert projects("全年招引项目15个以上。") == []
    assert concrete("全年招引项目15个以上。") == ["招引项目15个以上"]


def test_owners_in_brackets_answer_for_the_paragraph() -> None:
    text = "1.推进审批改革。下放审批权限，推行“一枚印章管审批”。（牵头单位：州审批局；责任单位：州司法局，6月底完成）"
    found = [item for _, item in items(text)]
    assert {item.actor for item in found} == {"州审批局"}
    assert {item.owners for item in found} == {("州审批局", "州司法局")}


def test_owners_on_a_line_of_their_own() -> None:
    text = "2.简化手续。\n简化备案程序。\n（海关总署、财政部负责）"
    assert [item.actor for _, item in items(text) if item.concrete] == ["海关总署、财政部"]


def test_owners_in_another_order() -> None:
    inside = "责任领导：张某；责任单位：甲局、乙局；完成时限：年底前"
    found = owners_in(inside, Span(0, len(inside)))
    assert found is not None
    assert found.until is not None
    assert found.until.of(inside) == "年底前"


@pytest.mark.parametrize("subject", ["云川县", "各施工单位", "县委、县政府", "全县上下"])
def test_those_who_can_be_obliged(subject: str) -> None:
    assert is_actor(subject)


@pytest.mark.parametrize("subject", ["云川大桥", "康养小镇", "15个新建项目", "全县地区"])
def test_things_are_not_obliged(subject: str) -> None:
    assert not is_actor(subject)


def test_a_striving_item_says_so() -> None:
    assert [item.stretch for _, item in items("力争新增就业3000人。")] == [True]


@pytest.mark.parametrize(
    "note",
    [
        "\n责任单位：市税务局\n完成时限：年底",
        "（市税务局牵头，市财政局配合）",
        "（市税务局、市财政局按职责分工负责）",
        "【牵头领导：张某；牵头单位：市税务局】",
    ],
)
def test_owners_however_they_are_printed(note: str) -> None:
    found = [item for _, item in items(f"2.落实政策。修订《收费目录》。{note}")]
    assert found
    assert all(item.actor.startswith("市税务局") for item in found)


def test_figures_of_their_own_are_items_of_their_own() -> None:
    text = "全年接待游客300万人次、实现旅游收入60亿元，争取资金18亿元、比去年增长6%。"
    assert concrete(text) == ["接待游客300万人次", "实现旅游收入60亿元", "争取资金18亿元、比去年增长6%"]


def test_a_ratio_reported_is_a_base_and_planned_is_a_target() -> None:
    assert concrete("近年来，整改率达到95%。") == []
    assert concrete("年底前整改率达到100%。") == ["整改率达到100%"]


def test_works_and_programmes_of_work() -> None:
    assert [p.name for p in projects("实施云川河河道治理工程。")] == ["云川河河道治理工程"]
    assert projects("实施创新主体升级工程。") == []


def test_a_row_that_only_names_a_project() -> None:
    [row] = projects("城北集中供热工程\t1.2亿元\t住建局")
    assert row.name == "城北集中供热工程"
