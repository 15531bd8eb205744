"""预览、开账：看时什么也不写，开时要么全开要么不开。Preview writes nothing; opening is all or nothing, and anchored."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from taizhang.queries.accounts import accounts
from taizhang.store import drafts as store
from tests.front.intake.conftest import PLAN, Door, drafts, kept, said, taken, wording
from tests.front.intake.test_deciding import act, key

pytestmark = pytest.mark.django_db
READY = ("完成造林12万亩", "新建森林防火通道28公里", "申报专项债券项目9个")


@pytest.fixture
def clerk(door: Door) -> Client:
    return door("chen")


@pytest.fixture
def document(clerk: Client) -> str:
    found = taken(clerk)
    act(clerk, found, act="accept", row=[key(found, title) for title in READY])
    return found


def opened(client: Client, document: str, *titles: str) -> Any:
    return client.post(f"/intake/{document}/preview/", {"row": [key(document, title) for title in titles]})


def test_the_preview_shows_what_lacks_and_writes_nothing(clerk: Client, document: str, settings: Any) -> None:
    act(clerk, document, one=f"accept:{key(document, '新增公共停车位600个')}")
    before = kept(settings)
    shown = said(clerk.get(f"/intake/{document}/preview/"))
    assert "3 条齐了，1 条还缺内容" in shown
    assert "牵头单位 时限" in shown
    assert kept(settings) == before


def test_entries_open_with_everything_and_their_anchor_holds(clerk: Client, document: str) -> None:
    one = key(document, "完成造林12万亩")
    form = wording(due_1="0630", figure_1="5", title_1="春季")
    seen = store.drafts(document, [one])[0].decided_at
    assert seen is not None
    saved = clerk.post(f"/intake/{document}/draft/{one}/", {**form, "co_units": ["czj"], "seen": seen.isoformat()})
    assert saved.status_code == 302, said(saved)
    answer = opened(clerk, document, *READY)
    assert answer["Location"] == f"/book/?doc={document}"
    draft = drafts(document)["完成造林12万亩"]
    assert draft.state == "opened"
    entry = accounts([draft.entry])[draft.entry].entry
    assert (entry.lead_unit, entry.co_units, entry.leader, entry.due.iso) == ("lyj", ("czj",), "leader1", "2026-11-30")
    assert [(m.due.iso, m.title, m.amount) for m in entry.milestones] == [("2026-06-30", "春季", 50_000 * 10_000)]
    source = entry.source
    assert source is not None
    text = store.document(document)
    assert source.quote == text.extraction[source.start : source.end] == "完成造林12万亩"
    assert (source.file, source.extraction) == (text.file, text.extraction_digest)


def test_one_that_lacks_something_keeps_all_closed(clerk: Client, document: str, settings: Any) -> None:
    act(clerk, document, one=f"accept:{key(document, '新增公共停车位600个')}")
    before = kept(settings)
    answer = clerk.get(opened(clerk, document, *READY, "新增公共停车位600个")["Location"])
    assert "还缺牵头单位、时限或目标数" in said(answer)
    assert kept(settings) == before
    assert all(drafts(document)[title].state == "accepted" for title in READY)


def test_a_refusal_of_the_ledger_keeps_all_closed(clerk: Client, document: str, settings: Any) -> None:
    """A milestone after the due date is the ledger's to refuse; the two sound drafts stay closed with it."""
    one = key(document, "完成造林12万亩")
    seen = store.drafts(document, [one])[0].decided_at
    assert seen is not None
    form = {**wording(due_1="1231", figure_1="5", title_1="太晚"), "seen": seen.isoformat()}
    assert clerk.post(f"/intake/{document}/draft/{one}/", form).status_code == 302
    before = kept(settings)
    answer = clerk.get(opened(clerk, document, *READY)["Location"])
    assert "超出了时限或目标" in said(answer)
    assert kept(settings) == before


def test_when_drafts_cannot_be_marked_the_entries_are_undone(
    clerk: Client, document: str, settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_given: object, **_more: object) -> None:
        raise store.DraftSettled("x")

    before = kept(settings)
    monkeypatch.setattr(store, "opened", fails)
    clerk.raise_request_exception = False
    assert opened(clerk, document, *READY).status_code == 500
    assert kept(settings) == before


def test_the_second_press_opens_nothing_more(clerk: Client, document: str, settings: Any) -> None:
    opened(clerk, document, *READY)
    before = kept(settings)
    again = clerk.get(opened(clerk, document, *READY)["Location"])
    assert "已经开过账了，没有再开" in said(again)
    assert kept(settings) == before


def test_an_open_entry_is_decided_no_more(clerk: Client, document: str) -> None:
    opened(clerk, document, *READY)
    one = key(document, "完成造林12万亩")
    assert "已经开过账了" in act(clerk, document, one=f"discard:{one}")
    answer = clerk.get(f"/intake/{document}/draft/{one}/")
    assert answer["Location"] == f"/entry/{drafts(document)['完成造林12万亩'].entry}/"


def test_what_a_colleague_has_left_out_is_not_opened(clerk: Client, document: str, settings: Any) -> None:
    act(clerk, document, one=f"discard:{key(document, '完成造林12万亩')}")
    before = kept(settings)
    answer = clerk.get(opened(clerk, document, *READY)["Location"])
    assert "“完成造林12万亩”刚被改成不立或并走了" in said(answer)
    assert kept(settings) == before


def test_nothing_ticked_opens_nothing(clerk: Client, document: str) -> None:
    answer = clerk.get(opened(clerk, document)["Location"])
    assert "还没有选条目" in said(answer)


def test_personal_numbers_stay_out_of_the_journal(clerk: Client) -> None:
    from taizhang.store.models import PostingRow

    text = PLAN.replace("完成造林12万亩", "由张某13812345678负责完成造林12万亩")
    document = taken(clerk, text.encode())
    one = next(draft for title, draft in drafts(document).items() if "造林" in title)
    long = {**wording(title="造林12万亩，联系人13812345678", measure="造林13812345678"), "seen": ""}
    assert clerk.post(f"/intake/{document}/draft/{one.id}/", long).status_code == 302
    answer = clerk.post(f"/intake/{document}/preview/", {"row": [one.id]})
    assert answer["Location"].startswith("/book/")
    bodies = "".join(map(str, PostingRow.objects.values_list("body", flat=True)))
    assert "138******78" in bodies
    assert "13812345678" not in bodies


def test_the_task_table_goes_out_as_a_sheet(clerk: Client, document: str) -> None:
    import io

    import openpyxl

    answer = clerk.get(f"/intake/{document}/table/")
    page = openpyxl.load_workbook(io.BytesIO(answer.content)).active
    assert page is not None
    cells = [str(cell.value) for row in page.iter_rows() for cell in row if cell.value is not None]
    assert {"完成造林12万亩", "林业局", "2026-11", "已采纳"} <= set(cells)
