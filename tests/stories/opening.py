"""主线第一段，建账：收文、修复、定条、预览、开账、交办。

The first stretch of the main job: from a document to orders.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tests.stories import plan
from tests.stories.plan import AGAIN, CENTRE, GUARDS, NAME, PARKING, PIPES, PONDS, RAW_TREES, TOWERS, TREES, YEAR

if TYPE_CHECKING:
    from playwright.sync_api import Locator

    from tests.stories.person import Person


def the_plan_is_read_and_shown_repaired(clerk: Person) -> None:
    clerk.go("收文")
    clerk.page.locator("[name=file]").set_input_files(plan.upload())
    clerk.press("读这份文件")
    assert clerk.page.get_by_role("heading", level=1).inner_text() == NAME
    shown = clerk.page.locator(".doc")
    assert f"推进生态治理，{TREES}" in without_marks(shown)
    assert "生態" not in shown.inner_text()
    clerk.page.get_by_text("原件", exact=True).last.click()
    assert f"推進生態(tài)治理，{RAW_TREES}" in without_marks(shown)
    clerk.page.get_by_text("修复后", exact=True).last.click()


def without_marks(place: Locator) -> str:
    """The text without the small letters that number the findings."""
    return re.sub(r"\s*[诺项量句提]\d+", "", place.inner_text())


def every_proposal_has_its_highlight(clerk: Person) -> None:
    for title in (TREES, PONDS, PIPES, CENTRE, GUARDS, TOWERS, PARKING):
        mark = clerk.page.locator(f"mark#{proposal(clerk, title).get_attribute('data-for')}")
        assert without_marks(mark) == title
    assert "牵头 县林业局" in facts(clerk, TREES)
    assert f"时限 {YEAR}年11月" in facts(clerk, TREES)
    assert "牵头 请定" in facts(clerk, GUARDS)


def proposal(clerk: Person, title: str) -> Locator:
    return clerk.page.get_by_role("article").filter(has_text=title).first


def facts(clerk: Person, title: str) -> str:
    return " ".join(proposal(clerk, title).inner_text().split())


def one_is_accepted(clerk: Person) -> None:
    clerk.press("采纳", within=proposal(clerk, PONDS))
    assert "采纳了 1 条" in clerk.told()
    assert "已采纳" in facts(clerk, PONDS)


def one_is_edited(clerk: Person) -> None:
    """The county raised the target when it passed the plan, named another town, and set a milestone."""
    clerk.follow("改", within=proposal(clerk, TREES))
    assert RAW_TREES in clerk.says()
    clerk.fill(figure="2.5", measure="水土保持林")
    clerk.page.get_by_label("包联领导").select_option(label="郝思远")
    co_units = clerk.page.get_by_role("group", name="配合单位")
    assert co_units.get_by_label("柳坪镇").is_checked()
    co_units.get_by_label("河湾镇").check()
    clerk.page.get_by_text("节点（序时进度）").click()
    clerk.fill(due_1=f"{YEAR}-06", figure_1="1.2", title_1="春季栽植")
    clerk.press("改好并采纳")
    assert "改好并采纳了" in clerk.told()
    assert "目标 ≥ 2.5万亩" in facts(clerk, TREES)
    assert "配合 柳坪镇、河湾镇" in facts(clerk, TREES)


def one_is_merged_and_one_discarded(clerk: Person) -> None:
    clerk.follow("改", within=proposal(clerk, AGAIN))
    clerk.page.locator("[name=into]").select_option(label=TREES)
    clerk.press("并入")
    assert f"1 条并入了“{TREES}”" in clerk.told()
    clerk.press("不立", within=proposal(clerk, PARKING))
    assert "1 条不立" in clerk.told()
    assert clerk.page.get_by_role("article").filter(has_text=PARKING).count() == 0
    clerk.follow("不立的")
    assert clerk.page.get_by_role("article").filter(has_text=PARKING).count() == 1
    clerk.follow("要办的")


def many_get_unit_leader_and_date_at_once(clerk: Person) -> None:
    tick(clerk, GUARDS, TOWERS)
    bulk = clerk.page.get_by_role("region", name="批量处理")
    assert "已选 2 条" in bulk.inner_text()
    bulk.get_by_label("给牵头单位").select_option(label="县林业局")
    bulk.get_by_label("给包联领导").select_option(label="郝思远")
    bulk.get_by_label("时限").fill(f"{YEAR}年11月30日")
    clerk.press("应用", within=bulk)
    assert "改好了 2 条" in clerk.told()
    for title in (GUARDS, TOWERS):
        assert f"牵头 县林业局 包联 郝思远 时限 {YEAR}年11月30日" in facts(clerk, title)
    tick(clerk, GUARDS, TOWERS, PIPES, CENTRE)
    clerk.press("采纳", within=bulk)
    assert "采纳了 4 条" in clerk.told()


def tick(clerk: Person, *titles: str) -> None:
    for title in titles:
        proposal(clerk, title).get_by_role("checkbox").check()


def accounts_are_opened_after_a_preview(clerk: Person) -> None:
    clerk.follow("预览开账")
    assert "6 条齐了，0 条还缺内容" in clerk.says()
    clerk.press("开账")
    assert "开了 6 笔账" in clerk.told()
    assert "筛出 6 笔" in clerk.says()


def many_are_assigned_at_once(clerk: Person) -> None:
    for title in (PONDS, GUARDS, TOWERS, PIPES):
        clerk.page.get_by_role("row").filter(has_text=title).get_by_role("checkbox").check()
    clerk.press("预览批量交办")
    assert "4 笔，发给 3 个单位" in clerk.says()
    clerk.press("交办这 4 笔")
    assert "交办了 4 笔" in clerk.told()


def the_source_shows_raw_beside_repaired(clerk: Person) -> None:
    clerk.open(TREES)
    clerk.follow(f"原文：{TREES}", within=clerk.page.get_by_role("heading", level=1))
    drawer = clerk.page.get_by_role("dialog", name="原文")
    repaired, raw = drawer.locator(".quote").all()
    assert f"推进生态治理，{TREES}" in repaired.inner_text()
    assert repaired.locator("mark").inner_text() == TREES
    assert f"推進生態(tài)治理，{RAW_TREES}" in raw.inner_text()
    assert raw.locator("mark").inner_text() == RAW_TREES
    assert NAME in drawer.inner_text()
    clerk.page.keyboard.press("Escape")
    drawer.wait_for(state="hidden")


def an_order_goes_out_on_paper(clerk: Person) -> None:
    clerk.follow("交办", within=clerk.next_steps)
    clerk.page.get_by_label("说明").fill("请于三日内签收。")
    clerk.press("交办")
    assert "“交办”已记账" in clerk.told()
    clerk.follow("交办单")
    clerk.page.emulate_media(media="print")
    order = clerk.page.get_by_role("article").inner_text()
    for words in ("云汉县林业局", TREES, "2.5", f"{YEAR}年11月", "郝思远"):
        assert words in order, words
    assert not clerk.page.get_by_role("button", name="打印").is_visible()
    clerk.page.emulate_media(media="screen")
    clerk.follow("返回这笔账")
