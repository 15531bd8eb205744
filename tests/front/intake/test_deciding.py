"""定条目：一条条，成批，改，并，补立，两人同办。Deciding: one, many, edited, merged, taken up, two clerks at once."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from taizhang.store import drafts as store
from tests.front.intake.conftest import Door, drafts, kept, said, taken, wording

pytestmark = pytest.mark.django_db


@pytest.fixture
def clerk(door: Door) -> Client:
    return door("chen")


@pytest.fixture
def document(clerk: Client) -> str:
    return taken(clerk)


def states(document: str) -> dict[str, str]:
    return {title: draft.state for title, draft in drafts(document).items()}


def key(document: str, title: str) -> str:
    return str(drafts(document)[title].id)


def act(client: Client, document: str, **fields: Any) -> str:
    """Press a button; what the desk answers."""
    answer = client.post(f"/intake/{document}/", fields, follow=True)
    assert answer.status_code == 200
    return said(answer)


def test_one_press_accepts_leaves_out_and_puts_back(clerk: Client, document: str) -> None:
    one = key(document, "完成造林12万亩")
    assert "采纳了 1 条" in act(clerk, document, one=f"accept:{one}")
    assert states(document)["完成造林12万亩"] == "accepted"
    assert "1 条不立" in act(clerk, document, one=f"discard:{one}")
    assert states(document)["完成造林12万亩"] == "discarded"
    assert "放回了待定" in act(clerk, document, one=f"restore:{one}")
    assert states(document)["完成造林12万亩"] == "pending"


def test_after_a_press_the_same_pane_and_draft_are_shown(clerk: Client, document: str) -> None:
    one = key(document, "完成造林12万亩")
    answer = clerk.post(f"/intake/{document}/", {"one": f"accept:{one}", "show": "all"})
    assert answer["Location"] == f"/intake/{document}/?show=all&pane=prop#p-{one}"
    strange = clerk.post(f"/intake/{document}/", {"one": f"accept:{one}", "show": "//evil.example\r\nX: y"})
    assert strange["Location"].startswith(f"/intake/{document}/?show=pending")


def test_many_get_unit_leader_and_date_at_once(clerk: Client, document: str) -> None:
    rows = [key(document, title) for title in ("新增公共停车位600个", "申报专项债券项目9个")]
    told = act(clerk, document, act="fill", row=rows, lead_unit="bhz", leader="leader1", due="1031")
    assert "改好了 2 条" in told
    for title in ("新增公共停车位600个", "申报专项债券项目9个"):
        draft = drafts(document)[title]
        assert (draft.lead_unit, draft.leader, draft.due, draft.state) == ("bhz", "leader1", "2026-10-31", "pending")


def test_many_are_accepted_and_left_out_at_once(clerk: Client, document: str) -> None:
    rows = [key(document, title) for title in ("新增公共停车位600个", "申报专项债券项目9个")]
    assert "采纳了 2 条" in act(clerk, document, act="accept", row=rows)
    assert "2 条不立" in act(clerk, document, act="discard", row=rows)


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"act": "accept"}, "还没有选条目"),
        ({"act": "fill", "row": "?"}, "还没有填要给的内容"),
        ({"act": "fill", "row": "?", "due": "明天"}, "“明天”不是一个日子"),
        ({"act": "merge", "row": "?"}, "至少要勾选两条"),
        ({"act": "accept", "row": "no-such-draft"}, "不在这份文件里了"),
    ],
)
def test_a_press_that_cannot_be_done_says_why(clerk: Client, document: str, fields: dict[str, str], told: str) -> None:
    before = states(document)
    given = {n: key(document, "完成造林12万亩") if value == "?" else value for n, value in fields.items()}
    assert told in act(clerk, document, **given)
    assert states(document) == before


def test_an_unknown_button_is_no_page(clerk: Client, document: str) -> None:
    one = key(document, "完成造林12万亩")
    assert clerk.post(f"/intake/{document}/", {"one": f"burn:{one}"}).status_code == 404


def test_ticked_drafts_become_one(clerk: Client, document: str) -> None:
    first, second = key(document, "完成造林12万亩"), key(document, "新建森林防火通道28公里")
    assert "1 条并入了“完成造林12万亩”" in act(clerk, document, act="merge", row=[second, first])
    merged = drafts(document)["新建森林防火通道28公里"]
    assert (merged.state, merged.parent) == ("merged", first)
    assert "并入“完成造林12万亩”" in said(clerk.get(f"/intake/{document}/?show=discarded"))
    act(clerk, document, one=f"restore:{second}")
    assert drafts(document)["新建森林防火通道28公里"].parent == ""


def test_nothing_merges_into_what_stands_for_nothing(clerk: Client, document: str) -> None:
    first, second = key(document, "完成造林12万亩"), key(document, "新建森林防火通道28公里")
    act(clerk, document, one=f"discard:{first}")
    assert "不能并到它里面" in act(clerk, document, act="merge", row=[second], into=first)


def test_an_edit_sets_everything_and_accepts(clerk: Client, document: str) -> None:
    one = key(document, "完成造林12万亩")
    form = wording(title="完成生态造林12.5万亩", figure="12.5", due_1="0630", figure_1="5", title_1="春季")
    answer = clerk.post(f"/intake/{document}/draft/{one}/", {**form, "co_units": ["czj", "bhz"], "seen": ""})
    assert answer.status_code == 302, said(answer)
    draft = drafts(document)["完成生态造林12.5万亩"]
    assert (draft.state, draft.co_units, draft.due) == ("accepted", ("czj", "bhz"), "2026-11-30")
    assert draft.amount == 125_000 * 10_000
    assert draft.milestones == ({"due": "2026-06-30", "title": "春季", "amount": 50_000 * 10_000},)


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ({"title": " "}, "请写事项名称"),
        ({"figure": "十二"}, "不是一个数"),
        ({"figure": ""}, "请填目标数"),
        ({"unit": ""}, "没有单位"),
        ({"due": "2026-13"}, "“2026-13”不是一个日子"),
        ({"begin": "春天"}, "“春天”不是一个日子"),
        ({"figure_1": "5"}, "请填这个节点到哪天"),
        ({"due_2": "0231"}, "不是一个日子"),
        ({"due_1": "0630", "figure_1": "多"}, "不是一个数"),
        ({"lead_unit": "nobody"}, "nobody"),
    ],
)
def test_a_wrong_field_is_named_and_nothing_changes(
    clerk: Client, document: str, wrong: dict[str, str], told: str
) -> None:
    one, before = key(document, "完成造林12万亩"), drafts(document)
    answer = clerk.post(f"/intake/{document}/draft/{one}/", {**wording(**wrong), "seen": ""})
    assert answer.status_code == 422
    assert told in said(answer)
    assert drafts(document) == before


def test_many_milestones_survive_an_edit(clerk: Client, document: str) -> None:
    one = key(document, "完成造林12万亩")
    stones: dict[str, str] = {}
    for n in range(1, 7):
        stones |= {f"due_{n}": f"2026-0{n + 3}", f"figure_{n}": str(n), f"title_{n}": f"第{n}步"}
    clerk.post(f"/intake/{document}/draft/{one}/", {**wording(**stones), "seen": ""})
    page = clerk.get(f"/intake/{document}/draft/{one}/").content.decode()
    assert 'name="due_8"' in page
    assert 'value="第6步"' in page


def test_a_left_out_sentence_is_taken_up_once(clerk: Client, document: str) -> None:
    page = clerk.get(f"/intake/{document}/untaken/")
    assert "大力营造良好发展氛围" in said(page)
    assert "牵头单位" not in said(page).partition("为什么没有立")[2]
    at = page.context["sentences"][-1]
    answers = [clerk.post(f"/intake/{document}/untaken/", {"at": f"{at.start}:{at.end}"}) for _twice in range(2)]
    assert answers[0]["Location"] == answers[1]["Location"]
    made = [draft for draft in store.drafts(document) if draft.payload.get("by_hand")]
    assert [(draft.title, draft.state) for draft in made] == [("大力营造良好发展氛围", "pending")]
    assert "大力营造" not in said(clerk.get(f"/intake/{document}/untaken/"))


@pytest.mark.parametrize("at", ["", "5", "9:3", "0:999999", "-1:4", "a:b"])
def test_no_sentence_is_made_up(clerk: Client, document: str, settings: Any, at: str) -> None:
    before = kept(settings)
    assert clerk.post(f"/intake/{document}/untaken/", {"at": at}).status_code == 404
    assert kept(settings) == before


def test_two_clerks_edit_the_same_draft(door: Door, clerk: Client, document: str) -> None:
    """The second is told who was first, keeps what was typed, and saves by pressing again."""
    from taizhang.operations import decide_drafts
    from taizhang.store import clock
    from tests.store.county import actor

    one = key(document, "完成造林12万亩")
    decide_drafts.fill(document=document, keys=[one], by=actor("chen"), at=clock.now(), due="2026-10")
    late = clerk.post(f"/intake/{document}/draft/{one}/", {**wording(title="我填的"), "seen": ""})
    assert late.status_code == 422
    assert "chen某 3月20日 10:00 也定过这一条" in said(late)
    assert 'value="我填的"' in late.content.decode()
    assert "我填的" not in drafts(document)
    again = late.context["form"].data["seen"]
    saved = clerk.post(f"/intake/{document}/draft/{one}/", {**wording(title="我填的"), "seen": again})
    assert saved.status_code == 302
    assert "我填的" in drafts(document)
