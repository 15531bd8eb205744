"""Stages: one after another, each with its day; a step back or over says why; the last one before closing."""

from __future__ import annotations

from datetime import date

import pytest

from taizhang.ledger import requests as r
from taizhang.ledger.account import Reached
from taizhang.ledger.entry import fold
from taizhang.ledger.plain import from_plain, to_plain
from taizhang.ledger.posting import FACTS
from taizhang.ledger.refusal import PostingRefused
from tests.unit.ledger import desk
from tests.unit.ledger.staged import STAGED, staged


def test_each_stage_keeps_its_day() -> None:
    account = staged("talk").do(desk.FORESTER, r.Advance("signed"), date(2026, 5, 6), effective=date(2026, 5, 1))
    assert account.entry.stage == "signed"
    assert account.entry.course.stages == (Reached("talk", desk.DAY), Reached("signed", date(2026, 5, 1)))
    assert fold(STAGED, account.postings) == account.entry


def test_a_matter_taken_in_half_way_begins_where_it_stands() -> None:
    assert staged("signed").entry.stage == "signed"


def test_a_stage_is_left_out_or_taken_back_with_a_reason() -> None:
    account = staged("talk").do(desk.FORESTER, r.Advance("built", "边签边建"))
    assert account.do(desk.FORESTER, r.Advance("signed", "合同重签")).entry.stage == "signed"
    fact = account.postings[-1].fact
    assert from_plain(FACTS["StageReached"], to_plain(fact)) == fact


def test_closing_waits_for_the_last_stage() -> None:
    account = staged("talk", to="closing")
    with pytest.raises(PostingRefused, match=r"need\.last_stage"):
        account.do(desk.CLERK, r.Close("1"))
    assert staged("talk", "signed", "built", to="closing").do(desk.CLERK, r.Close("1")).entry.state == "closed"
