"""故障演练自己也要可信：放不进去的、没人发现的，都要说。The drill is to be trusted: it says what it could not do."""

from __future__ import annotations

from pathlib import Path

import pytest

from tools import faults


def fault(tmp_path: Path, **said: str) -> faults.Fault:
    whole = {"promise": "p", "file": "a.py", "search": "x", "replace": "y"} | said
    path = tmp_path / "one.toml"
    path.write_text("".join(f'{key} = "{value}"\n' for key, value in whole.items()) + 'tests = ["t"]\n', "utf-8")
    return faults.load(path)


@pytest.mark.parametrize("text", ["", "x = x"])
def test_a_place_that_is_not_there_exactly_once_is_refused(tmp_path: Path, text: str) -> None:
    (tmp_path / "a.py").write_text(text, "utf-8")
    with pytest.raises(faults.BadFault, match="times in"):
        faults.put_in(tmp_path, fault(tmp_path))


def test_a_fault_changes_its_place(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text("x = 1", "utf-8")
    faults.put_in(tmp_path, fault(tmp_path))
    assert (tmp_path / "a.py").read_text("utf-8") == "y = 1"


def test_an_unknown_key_is_refused(tmp_path: Path) -> None:
    with pytest.raises(faults.BadFault, match=r"one\.toml"):
        fault(tmp_path, colour="red")


@pytest.mark.parametrize("path", sorted(faults.FAULTS.glob("*.toml")), ids=lambda path: path.stem)
def test_every_fault_says_what_it_breaks_and_who_notices(path: Path) -> None:
    """Whether its place still stands is asked by ``make faults``."""
    known = faults.load(path)
    assert known.promise
    assert known.search != known.replace
    assert [test for test in known.tests if not (faults.ROOT / test.partition("::")[0]).exists()] == []
