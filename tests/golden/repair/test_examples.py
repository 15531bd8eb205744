"""Damage seen on real mirrors, when the development material is at hand."""

import json
import os
from pathlib import Path

import pytest

from taizhang.text.fixers.script import to_simplified
from taizhang.text.repair import repair

SHARED = Path(os.environ.get("TAIZHANG_SHARED") or Path(__file__).resolve().parents[4] / "shared")
EXAMPLES = SHARED / "damage" / "examples.jsonl"
TORN_RIGHT = 0.60

pytestmark = [
    pytest.mark.shared,
    pytest.mark.skipif(not EXAMPLES.exists(), reason="the development material is not here (TAIZHANG_SHARED)"),
]


def examples(*kinds: str) -> list[dict[str, str]]:
    rows = map(json.loads, EXAMPLES.read_text("utf-8").splitlines())
    return [r for r in rows if r["kind"] in kinds]


def test_every_injected_reading_goes() -> None:
    for row in examples("pinyin-annotation"):
        assert repair(f"{row['char']}({row['reading']})").text == to_simplified(row["char"])


def test_most_torn_clauses_come_back() -> None:
    rows = examples("punct-split", "punct-split (simplified page)", "byte-annotation")
    right = [r for r in rows if repair(r["observed"]).text == to_simplified(r["restored"])]
    assert len(right) / len(rows) >= TORN_RIGHT


def test_holes_are_marked_and_never_filled() -> None:
    for row in examples("nbsp-hole"):
        found = repair(row["observed"])
        assert found.text.count("?") == row["observed"].count("?")


def test_whole_fragments_lose_every_reading() -> None:
    import re

    for row in examples("page-fragment"):
        assert not re.search("[(（][a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ]+[)）]", repair(row["observed"]).text)
