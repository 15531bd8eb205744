"""许多人同时记账、有人被拔了电源：一条不丢，链不断。Many writers at once, and one whose plug is pulled."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.store.homes import Home, home


@pytest.fixture
def county(tmp_path: Path, settled: Home) -> Iterator[Home]:
    with home(tmp_path / "home", like=settled) as mine:
        yield mine


def sound(county: Home) -> bool:
    verified = county.taizhang("verify")
    assert verified.returncode == 0, verified.stdout + verified.stderr
    return True


def test_sixteen_writers_lose_nothing(county: Home) -> None:
    """Two processes of eight threads; every entry is there once, numbered without a gap."""
    crowds = [county.start("crowd", "8", "5") for _ in range(2)]
    assert [crowd.wait(120) for crowd in crowds] == [0, 0]
    records = county.records()
    opened = [json.loads(str(r["body"]))["fact"]["number"] for r in records if r["kind"] == "Opened"]
    assert sorted(opened) == [f"26-{n:04d}" for n in range(1, 81)]
    assert [r["number"] for r in records] == list(range(1, len(records) + 1))
    assert sound(county)


def test_of_two_who_saw_the_same_version_one_wins(county: Home) -> None:
    entry = county.script("one").stdout.strip()
    rivals = [county.start("rival", entry) for _ in range(2)]
    said = sorted(rival.communicate(timeout=60)[0].strip() for rival in rivals)
    assert said == ["lost", "won"]
    assert [r["version"] for r in county.records() if r["stream"] == entry] == [1, 2]


@pytest.mark.parametrize("batches", [1, 4])
def test_a_writer_killed_in_the_middle_leaves_a_whole_chain(county: Home, batches: int) -> None:
    running = county.start("endless")
    assert running.stdout is not None
    committed = [int(running.stdout.readline()) for _ in range(batches)]
    running.kill()
    running.wait(30)
    running.stdout.close()
    last = len(county.records())
    assert last >= committed[-1]
    assert (last - committed[-1]) % 20 == 0, "a batch is there whole or not at all"
    assert sound(county)
    county.script("one")
    assert len(county.records()) == last + 1
