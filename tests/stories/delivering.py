"""主线第二段，交账和核账：签收、上报、佐证、无变化、别人核、退回。

The second stretch of the main job: delivered, then verified by somebody else.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.stories.person import paper
from tests.stories.plan import GUARDS, PIPES, TOWERS, TREES

if TYPE_CHECKING:
    from tests.stories.person import Person


def one_unit_accepts_and_another_declines(forest: Person, house: Person, clerk: Person) -> None:
    forest.go("工作台")
    assert TREES in forest.says()
    for title in (TREES, GUARDS, TOWERS):
        forest.open(title)
        forest.follow("签收", within=forest.next_steps)
        forest.press("签收")
        assert "“签收”已记账" in forest.told()
    decline(house)
    clerk.open(PIPES)
    assert "退回（职责异议）：管网由水利部门统一建设。" in clerk.history[0]
    assert "建议由县水利局牵头" in clerk.history[0]


def decline(house: Person) -> None:
    """A refusal without a reason is refused itself."""
    house.open(PIPES)
    house.follow("退回（职责异议）", within=house.next_steps)
    house.press("退回")
    assert "为什么不归本单位" in house.told()
    house.page.get_by_label("为什么不归本单位").fill("管网由水利部门统一建设。")
    house.page.get_by_label("建议由谁牵头").select_option(label="云汉县水利局")
    house.press("退回")
    assert "已记账" in house.told()


def reports_carry_evidence(forest: Person) -> None:
    forest.open(TREES)
    forest.follow("上报累计", within=forest.next_steps)
    forest.fill(cumulative="1.2")
    forest.press("上报累计")
    assert "请附佐证" in forest.says()
    forest.page.locator("[name=file]").set_input_files(paper("验收单.txt", "柳坪镇验收一万二千亩"))
    forest.press("上报累计")
    assert "“上报累计”已记账" in forest.told()
    assert "上报累计 1.2万亩，比上次 +1.2万亩" in forest.history[0]
    assert "验收单.txt" in forest.history[0]
    report_with_a_link(forest, "1.8")
    assert "上报累计 1.8万亩，比上次 +0.6万亩" in forest.history[0]


def report_with_a_link(forest: Person, cumulative: str) -> None:
    forest.follow("上报累计", within=forest.next_steps)
    forest.fill(cumulative=cumulative, link="https://example.org/photos/7")
    forest.press("上报累计")
    assert "https://example.org/photos/7" in forest.history[0]


def no_change_takes_one_click(forest: Person) -> None:
    before = forest.balances()
    forest.press("无变化", within=forest.next_steps)
    assert "“无变化”已记账" in forest.told()
    assert forest.balances() == before


def figures_only_grow(forest: Person) -> None:
    forest.follow("上报累计", within=forest.next_steps)
    forest.fill(cumulative="1.5", link="https://example.org/photos/8")
    forest.press("上报累计")
    assert "累计只增不减" in forest.says()
    forest.fill(cumulative="2.4")
    forest.press("上报累计")
    assert "上报累计 2.4万亩，比上次 +0.6万亩" in forest.history[0]


def the_account_is_submitted(forest: Person) -> None:
    forest.follow("交账", within=forest.next_steps)
    forest.page.get_by_label("办结情况").fill("栽植、验收都已完成。")
    forest.press("交账")
    assert "“交账”已记账" in forest.told()
    assert "交账：栽植、验收都已完成。" in forest.history[0]


def who_reported_cannot_verify(forest: Person) -> None:
    forest.is_refused("核账", "由督导组来办")
    before = len(forest.history)
    refused = forest.post(f"{forest.page.url}verify/", {"found": "2.4", "methods": "现场丈量", "rest": "open"})
    assert refused.status == 422
    assert "由督导组来办" in refused.text()
    forest.page.reload()
    assert len(forest.history) == before


def the_team_verifies_part_and_returns_the_rest(team: Person) -> None:
    team.go("工作台")
    assert TREES in team.says()
    team.open(TREES)
    team.follow("核账", within=team.next_steps)
    assert "验收单.txt" in team.says()
    field = team.page.get_by_label("核实认定")
    assert field.input_value() == "2.4"
    field.fill("2.0")
    team.page.get_by_label("现场丈量").check()
    team.page.get_by_label("其余退回补办").check()
    team.press("提交核实")
    assert "要退回 0.4" in team.says()
    team.page.get_by_label("发现的问题、意见").fill("河湾镇两块地没有栽。")
    team.press("提交核实")
    assert "退回补办 −0.4万亩：河湾镇两块地没有栽。" in team.history[0]
    assert "核实认定 +2.0万亩，已核累计 2.0万亩" in team.history[1]
    assert "办理中" in team.says()


def the_unit_delivers_again(forest: Person, team: Person) -> None:
    forest.open(TREES)
    assert "已核 2.0万亩" in forest.balances()
    report_with_a_link(forest, "2.3")
    the_account_is_submitted(forest)
    team.open(TREES)
    team.follow("核账", within=team.next_steps)
    assert team.page.get_by_label("核实认定").input_value() == "0.3"
    team.page.get_by_label("抽样比对").check()
    team.press("提交核实")
    assert "核实认定 +0.3万亩，已核累计 2.3万亩" in team.history[0]
