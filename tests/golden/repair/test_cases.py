"""Repair by cases, in four drawers: wild, synthetic, negative (nothing may change), known_failure."""

from importlib import resources

import pytest
import yaml

from taizhang.text.repair import repair


def drawer(name: str) -> list[object]:
    cases = yaml.safe_load(resources.files(__package__).joinpath(f"{name}.yaml").read_text("utf-8"))
    return [pytest.param(c["source"], c.get("repaired", c["source"]), id=c["why"]) for c in cases]


@pytest.mark.parametrize(("source", "expected"), [*drawer("wild"), *drawer("synthetic"), *drawer("negative")])
def test_repair(source: str, expected: str) -> None:
    found = repair(source)
    assert found.text == expected
    assert found.edits.apply(source) == expected
    assert repair(expected).text == expected


@pytest.mark.xfail(strict=True, reason="known failure")
@pytest.mark.parametrize(("source", "expected"), drawer("known_failure"))
def test_what_repair_cannot_do_yet(source: str, expected: str) -> None:
    assert repair(source).text == expected
