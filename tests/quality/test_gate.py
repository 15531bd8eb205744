"""The gate holds, and holds what it should."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.quality.gate import FLOORS, below, digest, figures, raised, unpaid


@pytest.mark.shared
def test_no_figure_falls_below_its_floor(shared: Path) -> None:
    gold = shared / "gold" / "dev"
    floors = json.loads(FLOORS.read_text("utf-8"))
    assert digest(gold) == floors["corpus"], "the gold corpus changed: look at the figures, then gate --raise"
    assert unpaid(below(figures(gold), floors), floors["debts"]) == []


def test_a_floor_is_lifted_and_never_lowered() -> None:
    floors = {"fitted": {"measures": 0.9, "items": 0.8}, "held": {}}
    reached = {"fitted": {"measures": 0.9876, "items": 0.7}, "held": {"measures": 0.5}}
    assert raised(reached, floors) == {"fitted": {"measures": 0.985, "items": 0.8}, "held": {"measures": 0.5}}


def test_what_fell_is_named() -> None:
    floors = {"fitted": {"items": 0.8, "gone": 0.1}, "held": {}}
    told = below({"fitted": {"items": 0.7}, "held": {}}, floors)
    assert told == ["fitted items: 0.7 < 0.8", "fitted gone: 0.0 < 0.1"]


def test_a_debt_is_known_until_it_is_paid() -> None:
    debts = {"held items": "rewritten"}
    assert unpaid(["held items: 0.5 < 0.6"], debts) == []
    assert unpaid(["held measures: 0.5 < 0.6"], {}) == ["held measures: 0.5 < 0.6"]
    assert unpaid([], debts) == ["held items: paid, strike it from debts"]
