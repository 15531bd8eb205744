"""Public cases whose meaning is ours are read as said, or differently for a written reason."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from tests.quality.differences import REASONS, planning, reason
from tests.quality.suites import cases

# 至少读对这么多：理由不许越写越宽 at least so many right, so that reasons cannot grow to excuse everything
RIGHT = {"money": 40, "money found": 13, "currency": 28, "percent": 85, "number": 328, "planning time": 33}


@pytest.mark.shared
def test_public_cases_are_read_as_said_or_differently_for_a_reason(shared: Path) -> None:
    right: Counter[str] = Counter()
    unexplained = []
    for case in cases(shared / "suites"):
        if case.suite == "time" and not planning(case.text):
            continue
        right["planning time" if case.suite == "time" else case.suite] += case.right
        if not case.right and not reason(case.suite, case.text):
            unexplained.append(case)
    assert unexplained == []
    assert {suite: right[suite] for suite in RIGHT if right[suite] < RIGHT[suite]} == {}


@pytest.mark.shared
def test_every_reason_still_covers_a_case(shared: Path) -> None:
    differing = [case for case in cases(shared / "suites") if not case.right]
    idle = [
        (suite, why)
        for suite, reasons in REASONS.items()
        for _, why in reasons
        if not any(case.suite == suite and reason(suite, case.text) == why for case in differing)
    ]
    assert idle == []


def test_planning_time_is_told_by_its_form() -> None:
    assert all(map(planning, ["今年六月", "6月底前", "2025年", "17天内", "三季度", "2019年4月12-19日"]))
    assert not any(map(planning, ["晚上11点", "下周六", "农历十月", "十年后", "20世纪"]))
