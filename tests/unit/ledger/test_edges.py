"""界限上的事：故障演练发现没人守着的几条。Promises on their very edge, found unguarded by the faults."""

from __future__ import annotations

from datetime import date

import pytest

from taizhang.ledger import requests as r
from taizhang.ledger.dates import PartialDate
from taizhang.ledger.light import light
from taizhang.ledger.plain import to_plain
from taizhang.ledger.refusal import PostingRefused
from tests.unit.ledger import desk
from tests.unit.ledger.desk import CLERK, FORESTER, PHOTO, TASK, mu


def test_who_reported_before_the_duty_moved_still_may_not_verify() -> None:
    account = desk.reported("2").do(CLERK, r.Reassign("lead_unit", "culture", "机构改革"))
    forester_on_the_team = r.Actor("forester2", "forestry", frozenset({"team"}))
    with pytest.raises(PostingRefused) as refused:
        account.do(forester_on_the_team, r.Verify(mu("1"), "万亩", "现场"))
    assert refused.value.code == "act.own_claim"


@pytest.mark.parametrize(("day", "gap", "colour"), [(7, -10, "green"), (8, -20, "amber"), (9, -30, "amber")])
def test_a_gap_of_exactly_the_threshold_is_the_milder_colour(day: int, gap: int, colour: str) -> None:
    account = desk.doing(start=PartialDate(2026, 3, 1), due=PartialDate(2026, 3, 11))
    account.do(FORESTER, r.Report(mu("3"), "万亩"), date(2026, 3, 6), evidence=(PHOTO,))
    found = light(TASK, account.entry, date(2026, 3, day))
    assert (found.gap, found.colour) == (gap, colour)


@pytest.mark.parametrize("value", [1.0, [1, 2.5], (0.1,)])
def test_no_float_is_written_down(value: object) -> None:
    with pytest.raises(TypeError, match="no float"):
        to_plain(value)
