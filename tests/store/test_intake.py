"""收文的操作：拟立、认单位、待定条目的存取。Intake beneath the desk: proposals, names of units, drafts."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from taizhang.formats.door import open_document
from taizhang.operations.proposals import proposals
from taizhang.operations.unit_names import matcher
from taizhang.reading.read import read
from taizhang.store import drafts as store
from taizhang.store.drafts import Draft, DraftDecided, DraftSettled, NoSuchDraft
from tests.store.county import AT

UNITS = [("lyj", "试验县林业局", "县林业局"), ("slj", "试验县水利局", "县水利局"), ("yj", "应急管理局", "县应急局")]


def proposed(body: str) -> list[Draft]:
    text = f"试验县2026年重点工作安排\n（2026年2月9日）\n\n为做好今年工作，作如下安排。\n一、重点任务\n{body}\n"
    reading = read(open_document(text.encode(), "计划.txt"), today=date(2026, 3, 1))
    return proposals(reading, units_of=matcher(UNITS, ["a", "b"]))


def one(body: str) -> Draft:
    found = [draft for draft in proposed(body) if draft.state == "pending"]
    assert len(found) == 1, found
    return found[0]


@pytest.mark.parametrize(
    ("body", "kind", "figure"),
    [
        ("新建农村公路86公里。", "amount", ("ge", 86, "公里")),
        ("谋划储备亿元以上项目40个。", "amount", ("ge", 40, "个")),
        ("加快云岭10万吨铝合金铸造等8个项目建设。", "amount", ("ge", 8, "个")),
        ("新增公共停车位600个。", "amount", ("ge", 600, "个")),
        ("行政村光纤覆盖率达到96%。", "rate", ("ge", 96, "%")),
        ("全年不发生较大以上生产安全事故。", "zero", ("eq", 0, "起")),
    ],
)
def test_the_target_is_what_is_to_be_done(body: str, kind: str, figure: tuple[str, int, str]) -> None:
    draft = one(body)
    bound, amount, unit = figure
    assert (draft.target_kind, draft.bound, draft.amount, draft.unit) == (kind, bound, amount * 10_000, unit)


def test_owners_become_units_and_the_lead_is_one() -> None:
    draft = one("治理水土流失5万亩。（牵头单位：县水利局；责任单位：县林业局、各乡镇、某厅；完成时限：2026年11月底）")
    assert (draft.lead_unit, draft.co_units, draft.due) == ("slj", ("lyj", "a", "b"), "2026-11")


def test_what_nobody_could_check_is_set_aside_with_its_own_number() -> None:
    found = proposed("新建农村公路86公里。大力营造良好氛围。建成水库5座。改造管网35公里。")
    tags = [(draft.payload["sort"], draft.payload["ordinal"]) for draft in found]
    assert len(tags) == len(set(tags))
    assert {d.state for d in found if d.payload["sort"] == "aside"} == {"discarded"}
    assert [n for sort, n in tags if sort == "aside"] == [1, 2]
    assert {d.state for d in found if d.payload["sort"] != "aside"} == {"pending"}


def test_a_place_is_quoted_as_it_stands_in_the_extraction() -> None:
    text = "试验县2026年重点工作安排\n\n一、重点任务\n完成造林(lín)12萬亩。治理水(shuǐ)土流失5万亩。\n"
    source = open_document(text.encode(), "计划.txt")
    found = proposals(read(source, today=date(2026, 3, 1)), units_of=matcher(UNITS, []))
    assert found
    for draft in found:
        assert draft.quote == source.text[draft.source_start : draft.source_end]


@pytest.mark.parametrize(
    ("printed", "codes"),
    [
        ("县林业局", ("lyj",)),
        ("林业局", ("lyj",)),
        ("试验县 林业局", ("lyj",)),
        ("县应急局", ("yj",)),
        ("两乡镇", ("a", "b")),
        ("2个乡镇人民政府", ("a", "b")),
        ("全县各乡（镇）", ("a", "b")),
        ("十六个乡镇", ()),
        ("各有关乡镇", ()),
        ("局", ()),
        ("", ()),
    ],
)
def test_printed_names_find_their_units(printed: str, codes: tuple[str, ...]) -> None:
    assert matcher(UNITS, ["a", "b"])(printed) == codes


@pytest.fixture
def document(small_county: None) -> str:
    kept = store.Document(
        "计划", "f" * 64, "计划.txt", "txt", 9, "完成造林12万亩。", "e" * 64, "完成造林12万亩。", [], AT
    )
    return store.keep(kept, [Draft("item", "甲"), Draft("item", "乙", parent="0"), Draft("item", "丙")], user="chen")


def keys(document: str) -> dict[str, str]:
    return {draft.title: draft.id for draft in store.drafts(document)}


def change(document: str, *titles: str, **more: Any) -> int:
    found = keys(document)
    values = more.pop("values", {"state": "accepted"})
    return store.change(document, [found[title] for title in titles], values, user="chen", at=AT, **more)


@pytest.mark.django_db
def test_a_change_is_whole_or_not_at_all(document: str) -> None:
    assert change(document, "甲", "乙") == 2
    found = keys(document)
    with pytest.raises(NoSuchDraft):
        store.change(document, [found["丙"], "elsewhere"], {"state": "accepted"}, user="chen", at=AT)
    store.opened(document, {found["甲"]: "entry-1"}, user="chen", at=AT)
    with pytest.raises(DraftSettled):
        change(document, "甲", "丙")
    assert {d.title: d.state for d in store.drafts(document)} == {"甲": "opened", "乙": "accepted", "丙": "pending"}


@pytest.mark.django_db
def test_a_draft_opens_once(document: str) -> None:
    pair = {keys(document)["甲"]: "entry-1"}
    store.opened(document, pair, user="chen", at=AT)
    with pytest.raises(DraftSettled):
        store.opened(document, pair, user="chen", at=AT)
    with pytest.raises(DraftSettled):
        store.replace_all(document, [Draft("item", "丁")])
    assert set(keys(document)) == {"甲", "乙", "丙"}


@pytest.mark.django_db
def test_what_somebody_decided_since_is_told(document: str) -> None:
    one_key = keys(document)["甲"]
    assert change(document, "甲", seen={one_key: None}) == 1
    with pytest.raises(DraftDecided) as caught:
        change(document, "甲", seen={one_key: None})
    assert (caught.value.who, caught.value.at) == ("chen某", AT)
    assert change(document, "甲", seen={one_key: AT}) == 1


@pytest.mark.django_db
def test_a_part_knows_its_whole(document: str) -> None:
    found = {draft.title: draft for draft in store.drafts(document)}
    assert found["乙"].parent == found["甲"].id
