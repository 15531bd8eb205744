"""收文：各种格式都进得来，标记、提醒、重复都有说法。Taking in: every format, marks, warnings, the same file twice."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from taizhang.store import drafts as store
from taizhang.store import files
from tests.front.intake.conftest import PLAN, Door, drafts, kept, said, taken, upload
from tests.unit.formats.making import printed, word

pytestmark = pytest.mark.django_db
HTML = (
    "<!doctype html><html><head><meta charset='utf-8'><title>安排</title></head>"
    "<body><article><h1>{}</h1>{}</article></body></html>"
)


def page() -> bytes:
    title, *lines = PLAN.strip().splitlines()
    return HTML.format(title, "".join(f"<p>{line}</p>" for line in lines if line)).encode()


def paper() -> bytes:
    def write(document: Any) -> None:
        for line in filter(None, PLAN.splitlines()):
            document.add_paragraph(line)

    return word(write)


def portable() -> bytes:
    lines = "".join(f"<p style='margin:0;text-indent:2em'>{line}</p>" for line in PLAN.splitlines() if line)
    return printed(f"<body style='font:12pt WenQuanYi Micro Hei'>{lines}</body>")


@pytest.mark.parametrize(
    ("name", "made"),
    [
        ("计划.txt", PLAN.encode),
        ("计划.txt", lambda: PLAN.encode("gb18030")),
        ("计划.htm", page),
        ("计划.docx", paper),
        ("计划.pdf", portable),
    ],
    ids=["utf-8", "gb18030", "html", "docx", "pdf"],
)
def test_a_plan_is_read_from_every_format(door: Door, name: str, made: Any) -> None:
    clerk = door("chen")
    document = taken(clerk, made(), name)
    found = drafts(document)
    trees = found["完成造林12万亩"]
    assert (trees.lead_unit, trees.co_units, trees.due) == ("lyj", ("czj",), "2026-11")
    assert (trees.target_kind, trees.amount, trees.unit) == ("amount", 12 * 10_000 * 10_000, "万亩")
    assert found["改造老旧管网35公里"].co_units == ()  # 牵头的不再列为配合 the lead is not listed again
    shown = said(clerk.get(f"/intake/{document}/"))
    assert "完成造林12万亩" in shown
    assert "≥ 12 万亩" in shown
    assert "林业局" in shown
    assert "试发〔2026〕5号" in shown


def test_pasted_text_is_a_document_too(door: Door) -> None:
    clerk = door("chen")
    answer = clerk.post("/intake/", {"text": PLAN})
    assert answer.status_code == 302
    assert "完成造林12万亩" in drafts(answer["Location"].split("/")[2])


def test_all_townships_are_meant_by_their_number(door: Door) -> None:
    from taizhang.operations.unit_names import matcher

    find = matcher(townships=["a", "b", "c"])
    assert find("三个乡镇") == find("各乡镇") == find("全县各乡（镇）") == ("a", "b", "c")
    assert find("六乡镇") == ()  # 数目对不上，不猜 the number differs: no guess
    assert find("县林业局") == find("林业局") == ("lyj",)


def test_every_proposal_quotes_its_place_in_the_extraction(door: Door) -> None:
    damaged = PLAN.replace("造林", "造林(lín)").replace("改造", "改慥（zào）")
    document = taken(door("chen"), damaged.encode())
    extraction = store.document(document).extraction
    found = drafts(document).values()
    assert len(found) >= 5
    for draft in found:
        assert draft.quote == extraction[draft.source_start : draft.source_end]
        assert draft.quote


@pytest.mark.parametrize("printed_mark", ["机密★1年", "密级：秘密", "绝 密", "機密★5年"])
def test_what_is_marked_secret_is_refused_and_nothing_kept(door: Door, settings: Any, printed_mark: str) -> None:
    clerk, before = door("chen"), kept(settings)
    answer = upload(clerk, f"{printed_mark}\n{PLAN}".encode())
    assert answer.status_code == 422
    assert "什么也没有留下" in said(answer)
    assert kept(settings) == before
    assert not any(path.is_file() for path in Path(settings.MEDIA_ROOT).rglob("*"))


def test_words_about_secrets_are_no_mark(door: Door) -> None:
    assert taken(door("chen"), f"{PLAN}依法保护商业秘密，落实保密责任。".encode())


def test_internal_papers_and_personal_numbers_are_warned_of(door: Door) -> None:
    clerk = door("chen")
    document = taken(clerk, f"内部资料\n{PLAN}联系人张某，13812345678。".encode())
    shown = said(clerk.get(f"/intake/{document}/"))
    assert "标着“内部资料”" in shown
    assert "1 处身份证号或手机号" in shown


def test_the_same_file_twice_leads_to_the_first(door: Door, settings: Any) -> None:
    clerk = door("chen")
    first = taken(clerk)
    before = kept(settings)
    answer = upload(clerk, PLAN.encode(), "另一个名字.txt")
    assert answer["Location"] == f"/intake/{first}/"
    assert "已经收过了" in said(clerk.get(answer["Location"]))
    assert kept(settings) == before


def test_the_list_counts_what_waits(door: Door) -> None:
    clerk = door("chen")
    taken(clerk)
    shown = said(clerk.get("/intake/"))
    assert "试验县2026年重点工作安排" in shown
    assert "2026年2月9日" in shown
    assert "5 条" in shown


def test_the_original_comes_back_as_it_was(door: Door) -> None:
    clerk = door("chen")
    document = taken(clerk)
    answer = clerk.get(f"/intake/{document}/file/")
    assert b"".join(answer.streaming_content) == PLAN.encode()
    assert answer["Content-Disposition"].startswith("attachment")
    assert answer["Content-Type"] == "application/octet-stream"
    files.path(store.document(document).file).unlink()
    assert clerk.get(f"/intake/{document}/file/").status_code == 404


def test_every_code_has_words_in_both_languages() -> None:
    from django.utils import translation

    from taizhang.formats.refusals import CODES
    from taizhang.operations import take_in
    from taizhang.web.desks.intake import words

    assert set(words.REFUSALS) == set(take_in.CODES)
    assert set(words.UNREADABLE) == set(CODES)
    for table in (
        words.REFUSALS,
        words.UNREADABLE,
        words.WARNINGS,
        words.WHY,
        words.ASIDE,
        words.FIELDS,
        words.REASONS,
    ):
        for code, sentence in table.items():
            with translation.override("zh-hans"):
                chinese = str(sentence)
            with translation.override("en"):
                assert str(sentence) != chinese, code
