"""主线第三段，销账：没核满不能销，领导免余，代录，谁代录谁不核，期初。

The third stretch of the main job: closing, a waiver, records on behalf, an opening balance.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from taizhang.store import clock
from tests.stories.person import paper
from tests.stories.plan import GUARDS, TOWERS, TREES

if TYPE_CHECKING:
    from tests.stories.person import Person


def no_closing_before_it_is_covered(clerk: Person) -> None:
    clerk.open(TREES)
    clerk.is_refused("销账", "还不能销账：已核还差 0.2 万亩")
    refused = clerk.post(f"{clerk.page.url}close/", {})
    assert refused.status == 422
    assert "还不能销账：已核还差 0.2 万亩" in refused.text()


def a_leader_waives_on_paper(clerk: Person) -> None:
    """Leaders seldom log in: the office records what was decided, with the signed paper."""
    clerk.follow("代郝思远录", within=clerk.next_steps)
    clerk.page.get_by_label("为什么免").fill("两块地已转为基本农田，经县政府常务会议同意。")
    clerk.page.get_by_label("谁报的、谁定的").fill("郝思远")
    clerk.press("免余额")
    assert "签了字的原件扫描件" in clerk.told()
    clerk.page.get_by_label("签了字的原件扫描件").set_input_files(paper("批示.txt", "同意免余。"))
    clerk.press("免余额")
    assert "“免余额”已记账" in clerk.told()
    assert "免余额 0.2万亩" in clerk.history[0]
    assert "两块地已转为基本农田" in clerk.history[0]
    assert "代郝思远" in clerk.history[0]
    assert "批示.txt" in clerk.history[0]


def who_recorded_cannot_verify(both: Person, team: Person) -> None:
    """Somebody in the office and in the team at once records for the unit: another has to verify."""
    both.open(GUARDS)
    both.follow("代县林业局录", within=both.next_steps)
    both.fill(cumulative="120")
    both.page.get_by_label("谁报的、谁定的").fill("高晓东")
    both.page.get_by_label("签了字的原件扫描件").set_input_files(paper("签到册.txt", "一百二十人次"))
    both.press("上报累计")
    assert "上报累计 120人次" in both.history[0]
    assert "代县林业局高晓东录" in both.history[0]
    both.is_refused("核账", "谁代录，谁不核")
    fields = {"found": "120", "methods": "查阅资料", "rest": "open"}
    refused = both.post(f"{both.page.url}verify/", fields)
    assert refused.status == 422
    assert "谁代录，谁不核" in refused.text()
    team.open(GUARDS)
    team.follow("核账", within=team.next_steps)
    team.page.get_by_label("查阅资料").check()
    team.press("提交核实")
    assert "已核累计 120人次" in team.history[0]


def the_account_is_closed_with_a_seal(clerk: Person) -> None:
    clerk.open(TREES)
    clerk.follow("销账", within=clerk.next_steps)
    clerk.page.get_by_label("良好").check()
    clerk.press("销账")
    assert "“销账”已记账" in clerk.told()
    assert "销账" in clerk.history[0]
    assert "良好" in clerk.history[0]
    clerk.follow("销号证明")
    slip = clerk.page.get_by_role("article")
    for words in (TREES, "云汉县林业局", "2.5", "2.3", "0.2", "郝思远", "两块地已转为基本农田"):
        assert words in slip.inner_text(), words
    assert slip.get_by_role("img", name="销号章").is_visible()
    clerk.follow("返回这笔账")


def mid_year_figures_are_brought_forward(clerk: Person) -> None:
    clerk.open(TOWERS)
    clerk.page.get_by_text("改、延、撤").click()
    clerk.follow("期初", within=clerk.next_steps)
    clerk.fill(claimed="4", verified="3", as_of=clock.today().isoformat())
    clerk.page.get_by_label("佐证文件").set_input_files(paper("上年台账.txt", "瞭望塔四座，核过三座"))
    clerk.press("记期初")
    assert "“期初”已记账" in clerk.told()
    assert "期初：已报 4座，已核 3座" in clerk.history[0]
    assert "已核 3座" in clerk.balances()
    assert "已报 4座" in clerk.balances()
