"""Draws anybody can repeat, and matters supervised twice."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from taizhang.ledger import requests as r
from taizhang.ledger.duplicates import Matter, alike, duplicates
from taizhang.ledger.sampling import draw, risks
from tests.unit.ledger import desk
from tests.unit.ledger.desk import FORESTER, PHOTO, mu

PLANTING = Matter("a", "营造生态林10.3万亩", "linye", date(2026, 1, 1), date(2026, 12, 31), "造林面积")


def test_the_same_seed_draws_the_same_accounts() -> None:
    entries = [replace(desk.submitted().entry, id=f"e{n}") for n in range(300)]
    first = [draw(e, seed="2026-09", on=desk.DAY, share=20).drawn for e in entries]
    assert first == [draw(e, seed="2026-09", on=desk.DAY, share=20).drawn for e in entries]
    assert first != [draw(e, seed="2026-10", on=desk.DAY, share=20).drawn for e in entries]
    risk = draw(entries[0], seed="x", on=desk.DAY, share=20).risk
    assert abs(sum(first) / 300 - risk / 1000) < 0.1


def test_risk_has_its_reasons() -> None:
    account = desk.reported("1").do(FORESTER, r.Report(mu("6"), "万亩"), date(2026, 11, 29), evidence=(PHOTO,))
    assert risks(account.entry, date(2026, 12, 2)) == ("jump", "deadline", "late", "round")
    assert risks(desk.doing().entry, desk.DAY) == ()


@pytest.mark.parametrize(
    ("changed", "levels"),
    [
        ({"title": "完成生态林营造9万亩"}, ["warn"]),
        ({"title": "新建公厕18座"}, ["warn"]),
        ({"title": "新建公厕18座", "measure": "公厕"}, []),
        ({"unit": "shuili"}, []),
        ({"start": date(2027, 1, 1), "end": date(2027, 5, 1)}, []),
    ],
)
def test_same_object_same_matter_overlapping_time(changed: dict[str, object], levels: list[str]) -> None:
    other = replace(PLANTING, id="b", **changed)  # type: ignore[arg-type]
    assert [d.level for d in duplicates(PLANTING, [other])] == levels


def test_two_bodies_may_not_supervise_one_matter() -> None:
    mine, theirs = replace(PLANTING, mandate="县政府"), replace(PLANTING, id="b", mandate="县委")
    assert [d.level for d in duplicates(mine, [theirs])] == ["refuse"]


def test_nothing_duplicates_itself() -> None:
    assert duplicates(PLANTING, [PLANTING]) == ()
    assert alike("", "") == 1
