"""收表：列认成什么给人看，改过再取。Sheets: columns shown as understood, corrected, taken."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from tests.front.intake.conftest import Door, drafts, kept, said, taken, upload
from tests.front.intake.test_deciding import act, key
from tests.unit.formats.making import sheet

pytestmark = pytest.mark.django_db
ROWS: list[list[object]] = [
    ["2025年任务分解表"],
    ["序号", "重点任务", "年度目标", "牵头单位", "责任领导", "完成时限", "6月底"],
    [1, "农村公路改造", "42公里", "北河镇", "副县长", "10月底", "15"],
    [2, "林业管护", "3.2万亩", "县林业局", "", "2025-11-30", "50%"],
    [3, "债券申报", "9个", "县财政局", "副县长", "年底前", "4"],
]


@pytest.fixture
def clerk(door: Door) -> Client:
    return door("chen")


@pytest.fixture
def document(clerk: Client) -> str:
    answer = upload(clerk, sheet(*ROWS), "分解表.xlsx")
    assert answer.status_code == 302, said(answer)
    key = str(answer["Location"]).split("/")[2]
    assert answer["Location"] == f"/intake/{key}/columns/"
    return key


def chosen(client: Client, document: str) -> dict[str, str]:
    """The form of the columns page as it stands."""
    tables = client.get(f"/intake/{document}/columns/").context["tables"]
    return {f"c-{n}-{c.index}": c.field for n, t in enumerate(tables) for c, _why in t["columns"]}


def test_columns_are_shown_and_nothing_is_proposed_yet(clerk: Client, document: str, settings: Any) -> None:
    before = kept(settings)
    fields = chosen(clerk, document)
    assert [fields[f"c-0-{n}"] for n in (1, 2, 3, 5)] == ["task", "target", "lead_unit", "due"]
    shown = said(clerk.get(f"/intake/{document}/columns/"))
    assert "列名就是" in shown
    assert "取出 3 条" in shown
    assert "2025年任务分解表" in shown
    assert kept(settings) == before
    assert drafts(document) == {}


def test_rows_become_drafts_by_the_year_of_the_table(clerk: Client, document: str) -> None:
    answer = clerk.post(f"/intake/{document}/columns/", {**chosen(clerk, document), "act": "take"}, follow=True)
    assert "从表里取了 3 条" in said(answer)
    road, forest, bonds = (drafts(document)[row[1]] for row in ROWS[2:])  # type: ignore[index]
    assert (road.lead_unit, road.leader, road.due, road.amount) == ("bhz", "leader1", "2025-10", 42 * 10_000)
    assert road.milestones == ({"due": "2025-06", "title": "15", "amount": 15 * 10_000},)
    assert (forest.due, forest.milestones[0]["amount"]) == ("2025-11-30", 16_000 * 10_000)
    assert bonds.due.startswith("2025-12") or bonds.due == "2025"


def test_a_corrected_column_is_previewed_then_taken(clerk: Client, document: str) -> None:
    fields = {**chosen(clerk, document), "c-0-4": "", "c-0-3": "units"}
    shown = clerk.post(f"/intake/{document}/columns/", {**fields, "act": "preview"})
    assert shown.status_code == 200
    assert drafts(document) == {}
    columns = {c.index: c.field for c, _why in shown.context["tables"][0]["columns"]}
    assert (columns[4], columns[3]) == ("", "units")
    clerk.post(f"/intake/{document}/columns/", {**fields, "act": "take"})
    road = drafts(document)["农村公路改造"]
    assert (road.lead_unit, road.leader) == ("bhz", "")


def test_without_a_task_column_nothing_is_taken(clerk: Client, document: str, settings: Any) -> None:
    none = dict.fromkeys(chosen(clerk, document), "")
    before = kept(settings)
    answer = clerk.post(f"/intake/{document}/columns/", {**none, "act": "take"})
    assert "没有一行认得出事项" in said(answer)
    assert kept(settings) == before


def test_taking_again_warns_of_what_was_decided(clerk: Client, document: str) -> None:
    fields = {**chosen(clerk, document), "act": "take"}
    clerk.post(f"/intake/{document}/columns/", fields)
    assert "再取一遍" not in said(clerk.get(f"/intake/{document}/columns/"))
    act(clerk, document, one=f"accept:{key(document, '农村公路改造')}")
    assert "再取一遍会换掉现有的 3 条，其中 1 条已经定过" in said(clerk.get(f"/intake/{document}/columns/"))


def test_after_opening_a_sheet_is_not_taken_again(clerk: Client, document: str, settings: Any) -> None:
    fields = {**chosen(clerk, document), "act": "take"}
    clerk.post(f"/intake/{document}/columns/", fields)
    one = key(document, "农村公路改造")
    act(clerk, document, one=f"accept:{one}", act="")
    act(clerk, document, act="fill", row=one, due="2026-10")
    edit = {**clerk.get(f"/intake/{document}/draft/{one}/").context["form"].initial, "due_1": "2026-06"}
    given = {name: value for name, value in edit.items() if value not in (None, False)}
    assert clerk.post(f"/intake/{document}/draft/{one}/", given).status_code == 302
    answer = clerk.post(f"/intake/{document}/preview/", {"row": one})
    assert answer["Location"].startswith("/book/"), said(clerk.get(answer["Location"]))
    before = kept(settings)
    assert "已经开过账" in said(clerk.post(f"/intake/{document}/columns/", fields))
    assert kept(settings) == before


def test_a_text_has_no_columns(clerk: Client) -> None:
    text = taken(clerk)
    assert clerk.get(f"/intake/{text}/columns/").status_code == 404
    assert clerk.post(f"/intake/{text}/columns/", {"act": "take"}).status_code == 404
    assert len(drafts(text)) >= 5
