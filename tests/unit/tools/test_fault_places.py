"""每个故障要改的地方还在原处，不必等到演练才发现。The place of every fault still stands, known before the long run."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]
FAULTS = sorted((ROOT / "tests" / "faults").glob("*.toml"))


@pytest.mark.parametrize("path", FAULTS, ids=lambda path: path.stem)
def test_its_place_stands_once(path: Path) -> None:
    fault = tomllib.loads(path.read_text("utf-8"))
    assert (ROOT / fault["file"]).read_text("utf-8").count(fault["search"]) == 1
