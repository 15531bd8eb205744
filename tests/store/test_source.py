"""原文一栏：修复前后并排，位置和摘要对得上。The source of an account: raw beside repaired, place and digests true."""

from __future__ import annotations

import hashlib

import pytest

from taizhang.ledger.posting import SourceAnchor
from taizhang.queries.source import source
from taizhang.store.models import DocumentRow, User
from taizhang.text.repair import repair
from tests.store.county import AT

pytestmark = pytest.mark.django_db
RAW = "一是抓產業。五是著力生態治理，全年再造林10.3萬畝（mǔ），治理水土流失11.1萬畝。六是補民生。"
QUOTE = "再造林10.3萬畝"


def kept() -> SourceAnchor:
    mended = repair(RAW)
    extraction = hashlib.sha256(RAW.encode()).hexdigest()
    row = DocumentRow.objects.create(
        title="工作安排",
        doc_number="云发〔2026〕3号",
        file="f" * 64,
        media="text/plain",
        extraction=RAW,
        extraction_digest=extraction,
        repaired=mended.text,
        edits=[[e.span.start, e.span.end, e.new, e.cause, e.guess] for e in mended.edits.items],
        uploaded_by=User.objects.create_user("someone", None),
        uploaded_at=AT,
    )
    start = RAW.index(QUOTE)
    return SourceAnchor(row.id, "f" * 64, extraction, start, start + len(QUOTE), QUOTE, "第1段")


def test_the_sentence_stands_raw_beside_repaired() -> None:
    found = source(kept())
    assert found is not None
    assert "".join(found.raw) == "五是著力生態治理，全年再造林10.3萬畝（mǔ），治理水土流失11.1萬畝。"
    assert found.repaired[1] == "再造林10.3万亩"
    assert "生态治理" in found.repaired[0]
    assert "mǔ" not in "".join(found.repaired)
    assert found.repairs > 5
    assert found.true


def test_a_document_changed_since_is_not_called_true() -> None:
    anchor = kept()
    DocumentRow.objects.update(extraction=RAW.replace("10.3", "12.3"))
    found = source(anchor)
    assert found is not None
    assert not found.true


def test_without_its_document_the_posting_speaks_for_itself() -> None:
    anchor = kept()
    DocumentRow.objects.all().delete()
    found = source(anchor)
    assert found is not None
    assert found.raw == ("", QUOTE, "")
    assert (found.title, found.true) == ("", False)


def test_an_account_opened_by_hand_has_no_source() -> None:
    assert source(None) is None
