"""总览页面上的每一个数，都和照导出的流水另算的一样；导出改动一个字节就看得出来。

Every figure the board's page prints equals what ``tools/recount.py`` computes from the exported journal, which it does
with the standard library alone; and one changed byte of the export is noticed.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests import serving
from tests.stories.person import Person, people

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser

pytestmark = pytest.mark.browser
RECOUNT = Path(__file__).resolve().parent.parent.parent / "tools" / "recount.py"
SCRAPE = """table => Object.fromEntries([...table.querySelectorAll('tr[data-unit]')].map(row =>
  [row.dataset.unit, Object.fromEntries([...row.querySelectorAll('[data-cell]')].map(
    cell => [cell.dataset.cell, cell.innerText.trim()]))]))"""
MEASURED = ("target", "claimed", "verified", "open", "outstanding")

Table = dict[str, dict[str, str]]


@pytest.fixture(scope="module")
def export(served: serving.Served, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The journal of the demonstration county, as its own command hands it to anybody."""
    path = tmp_path_factory.mktemp("export") / "journal.jsonl"
    home = {name: value for name, value in os.environ.items() if name != "TAIZHANG_DATABASE"}
    command = [sys.executable, "-m", "taizhang", "export", str(path)]
    subprocess.run(command, env=home | {"TAIZHANG_HOME": str(served.home)}, check=True, capture_output=True)
    return path


def recounted(export: Path, *options: str) -> tuple[int, str]:
    """Exit code and words of the tool, run without any installed package (-S)."""
    command = [sys.executable, "-E", "-s", "-S", str(RECOUNT), str(export), *options]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return done.returncode, done.stdout + done.stderr


def plain(shown: str) -> Fraction:
    return Fraction(shown.replace(",", "").replace("−", "-"))


def share(part: int, whole: int) -> str:
    """A rate as the board prints it: one decimal, halves up, never 100 before all is done."""
    tenths = min((Fraction(part * 1000, whole) + Fraction(1, 2)).__floor__(), 1000 if part == whole else 999)
    return f"{tenths // 10}.{tenths % 10}%（{part} / {whole}）"


def test_every_figure_of_the_page_is_recounted(served: serving.Served, export: Path, browser: Browser) -> None:
    with people(browser, served.url, "clerk") as (clerk,):
        clerk.go("总览")
        code, said = recounted(export, "--as", "json", "--on", day_of(clerk))
        assert code == 0, said
        board = json.loads(said)["board"]
        lights_and_rates_agree(clerk, board)
        states_agree(clerk, board)
        measures_agree(clerk, board)
    assert "Traceback" not in served.log.read_text("utf-8")


def day_of(clerk: Person) -> str:
    """The day the board says it stands at."""
    found = re.search(r"截至 (\d+)年(\d+)月(\d+)日", clerk.says())
    assert found is not None
    return "{:0>4}-{:0>2}-{:0>2}".format(*found.groups())


def table(clerk: Person, name: str) -> Table:
    found: Table = clerk.page.locator(f"table[data-board={name}]").evaluate(SCRAPE)
    return found


def rows(board: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    yield "", board["whole"]
    yield from board["units"].items()


def lights_and_rates_agree(clerk: Person, board: dict[str, Any]) -> None:
    wanted = {
        code: {**{light: str(n) for light, n in row["lights"].items()}}
        | {"total": str(row["total"]), "rate": share(row["closed"], row["total"])}
        for code, row in rows(board)
    }
    shown = table(clerk, "lights")
    assert len(shown) > 10
    assert shown == wanted


def states_agree(clerk: Person, board: dict[str, Any]) -> None:
    shown = {
        code: {state: int(n) for state, n in row.items() if n != "0"} for code, row in table(clerk, "states").items()
    }
    assert shown == {code: row["states"] for code, row in rows(board)}


def measures_agree(clerk: Person, board: dict[str, Any]) -> None:
    """One measure after the other, as a person would choose them; none is left out."""
    offered = clerk.page.get_by_label("换一个口径").locator("option").all()
    names = [str(one.get_attribute("value")) for one in offered]
    wanted = {key.rpartition(" ")[0]: table_of for key, table_of in board["measures"].items()}
    assert set(names) == set(wanted)
    assert len(wanted) == len(board["measures"]) > 20
    for name in names:
        measure_agrees(clerk, name, wanted[name])


def measure_agrees(clerk: Person, name: str, wanted: dict[str, Any]) -> None:
    clerk.page.goto(f"/board/?measure={name}")
    assert f"{name}（{wanted['unit']}）" in clerk.page.locator("#measure header").inner_text()
    shown = table(clerk, "measure")
    recount = {"": wanted["whole"], **wanted["units"]}
    assert set(shown) == set(recount), name
    for code, row in shown.items():
        figures = {cell: plain(row[cell]) for cell in MEASURED}
        assert figures == {cell: plain(recount[code][cell]) for cell in MEASURED}, (name, code)


def test_one_changed_byte_is_noticed(export: Path, tmp_path: Path) -> None:
    assert recounted(export)[0] == 0
    whole = export.read_bytes()
    for part in range(1, 12):
        at = len(whole) * part // 12
        forged = tmp_path / f"forged-{part}.jsonl"
        forged.write_bytes(whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :])
        code, said = recounted(forged)
        assert code == 1, (at, said)
        assert "broken" in said, (at, said)
        assert "Traceback" not in said, (at, said)


def test_a_record_left_out_is_noticed(export: Path, tmp_path: Path) -> None:
    lines = export.read_text("utf-8").splitlines(keepends=True)
    shorter = tmp_path / "shorter.jsonl"
    shorter.write_text("".join(lines[: len(lines) // 2] + lines[len(lines) // 2 + 1 :]), "utf-8")
    code, said = recounted(shorter)
    assert (code, "broken" in said) == (1, True)
