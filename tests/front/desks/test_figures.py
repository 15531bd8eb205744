"""每个数点开就是那几笔；每张表都带得走；总览每一格重算一样。Figures open their rows; tables export; cells recount."""

from __future__ import annotations

import json
import os
import re
from html import unescape
from io import BytesIO
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from taizhang.queries.export import journal_lines
from taizhang.store import registry
from tests.front.desks.conftest import Door
from tests.front.lives import NOW, TODAY, amount, moment, opened, says, started
from tools import recount

pytestmark = pytest.mark.django_db
GOLDEN = Path(__file__).parents[1] / "query_counts.json"
LISTED = re.compile(r"筛出 ([\d,]+) 笔")


def number(words: str) -> int:
    return int(words.replace(",", ""))


def listed(page: str) -> int:
    found = LISTED.search(page)
    assert found is not None
    return number(found[1])


def test_every_count_of_the_board_opens_as_many_rows(door: Door) -> None:
    clerk = door("chen")
    page = clerk.get("/board/").content.decode()
    tables = re.findall(r'data-board="(?:lights|states)".*?</table>', page, re.S)
    links = [found for table in tables for found in re.findall(r'class="figlink" href="([^"]+)">([\d,]+)<', table)]
    assert len(links) > 20
    for address, figure in links:
        assert listed(clerk.get(unescape(address)).content.decode()) == number(figure), address


def test_only_states_in_use_are_columns(door: Door) -> None:
    page = door("chen").get("/board/").content.decode()
    whole = cells(page, "states")[""]
    assert whole
    assert all(int(n) for n in whole.values()), whole


def test_no_figure_of_the_board_stands_without_a_way_down(door: Door) -> None:
    page = door("chen").get("/board/", {"measure": "生态造林面积"}).content.decode()
    told = re.findall(r'<td[^>]*data-cell="(\w+)"[^>]*>(.*?)</td>', page, re.S)
    assert len(told) > 20
    figures = [(name, re.sub(r"<[^>]+>", "", words), "href=" in words) for name, words in told]
    assert not [one for one in figures if not one[2] and re.match(r"0*\.?0*[1-9]", one[1])]


def test_the_days_ahead_open_what_falls_due(door: Door) -> None:
    page = door("chen").get("/").content.decode()
    ahead = re.findall(r'<a href="([^"]+)">(\d+) 笔到期', page)
    assert ahead
    for address, n in ahead:
        assert listed(door("chen").get(unescape(address)).content.decode()) == int(n)


def test_the_five_lights_open_their_rows(door: Door) -> None:
    clerk = door("chen")
    page = clerk.get("/board/").content.decode()
    five = re.findall(r'<a href="([^"]+)"><span class="light.*?</span><b>(\d+)</b>', page)
    assert len(five) == 5
    for address, figure in five:
        assert listed(clerk.get(unescape(address)).content.decode()) == int(figure)


def test_figures_of_a_measure_open_the_accounts_they_add(door: Door) -> None:
    clerk = door("chen")
    page = clerk.get("/board/", {"measure": "生态造林面积"}).content.decode()
    table = re.findall(r'data-board="measure".*?</table>', page, re.S)[0]
    address = re.findall(r'data-unit="".*?href="([^"]+)"', table, re.S)[0]
    rows = clerk.get(unescape(address)).content.decode()
    assert listed(rows) == 2, "the forest is represented by its two parts"
    assert "北河镇造林" in rows
    assert "完成生态造林" not in re.findall(r"<tbody.*?</tbody>", rows, re.S)[0]


def cells(page: str, table: str) -> dict[str, dict[str, str]]:
    """What the page shows, by unit and cell, tags taken off."""
    body = re.findall(rf'data-board="{table}".*?</table>', page, re.S)[0]
    found = {}
    for unit, row in re.findall(r'<tr[^>]*data-unit="([^"]*)">(.*?)</tr>', body, re.S):
        told = re.findall(r'data-cell="(\w+)"[^>]*>(.*?)</td>', row, re.S)
        found[unit] = {name: re.sub(r"<[^>]+>", "", words).replace(",", "") for name, words in told}
    return found


def test_every_cell_on_the_page_is_what_the_journal_recounts_to(door: Door) -> None:
    registry.adopt_books(by=registry.SYSTEM, at=NOW)
    out = recount.recount(journal_lines())
    board: Any = recount.board(out, TODAY)
    page = door("chen").get("/board/", {"measure": "生态造林面积"}).content.decode()
    lights, states, table = (cells(page, name) for name in ("lights", "states", "measure"))
    for unit, told in {**board["units"], "": board["whole"]}.items():
        assert {name: int(lights[unit][name]) for name in told["lights"]} == told["lights"], unit
        assert int(lights[unit]["total"]) == told["total"]
        assert f"（{told['closed']} / {told['total']}）" in lights[unit]["rate"]
        assert {name: int(n) for name, n in states[unit].items() if int(n)} == told["states"], unit
    forest = board["measures"]["生态造林面积 亩"]
    for unit, told in {**forest["units"], "": forest["whole"]}.items():
        shown = {name: float(table[unit][name]) for name in ("target", "claimed", "verified", "open", "outstanding")}
        assert shown == {name: float(told[name]) for name in shown}, unit


@pytest.mark.parametrize(
    ("address", "head", "rows"),
    [
        ("/book/?as=xlsx", "编号", 17),
        ("/book/?as=xlsx&light=done", "编号", 2),
        ("/board/?as=xlsx", "牵头单位", 4),
        ("/board/?as=xlsx&table=states", "牵头单位", 4),
        ("/board/?as=xlsx&table=measure&measure=生态造林面积", "牵头单位", 3),
        ("/entry/{forest}/?as=xlsx", "流水号", 14),
    ],
)
def test_any_table_exports(door: Door, day: dict[str, str], address: str, head: str, rows: int) -> None:
    answer = door("chen").get(address.format(**day))
    sheet: Any = openpyxl.load_workbook(BytesIO(answer.content)).active
    column = [sheet.cell(row, 1).value for row in range(1, sheet.max_row + 1)]
    assert head in column
    assert len([cell for cell in column[column.index(head) + 1 :] if cell is not None]) == rows


def test_search_finds_and_says_when_it_does_not(door: Door) -> None:
    clerk = door("chen")
    assert listed(clerk.get("/book/", {"q": "造林 北河"}).content.decode()) == 1
    assert "没有搜到“蓄水验受”" in clerk.get("/book/", {"q": "蓄水验受"}).content.decode()


@pytest.mark.parametrize(
    "odd", ["light=purple", "sort=;drop", "page=99999", "since=x", "until=2026-13", "group=no", "q=%00"]
)
def test_an_odd_address_is_no_error(door: Door, odd: str) -> None:
    assert door("chen").get(f"/book/?{odd}").status_code == 200


ADDRESSES = {
    "home of the office": ("chen", "/"),
    "home of a unit": ("bei", "/"),
    "home of a team": ("tan", "/"),
    "home of a leader": ("li", "/"),
    "book": ("chen", "/book/"),
    "book by lead unit": ("chen", "/book/?group=lead&light=warn"),
    "book of a unit": ("bei", "/book/"),
    "board": ("chen", "/board/"),
    "entry": ("chen", "/entry/{forest}/"),
    "act": ("lin", "/entry/{forest}/report/"),
    "paper": ("chen", "/papers/{closed}/slip/7/"),
}


def counted(door: Door, day: dict[str, str]) -> dict[str, int]:
    counts = {}
    for name, (who, address) in ADDRESSES.items():
        client = door(who)
        with CaptureQueriesContext(
            connection,
        ) as queries:
            assert client.get(address.format(**day)).status_code == 200
        counts[name] = len(queries)
    return counts


def test_queries_do_not_grow_with_rows(door: Door, day: dict[str, str]) -> None:
    """Golden numbers; ``TAIZHANG_UPDATE_GOLDEN=1`` writes them anew, and the change is reviewed like code."""
    few = counted(door, day)
    for more in range(12):
        entry = opened(f"再建 {more + 1} 个站点", amount("20", "个", "站点"), "bhz", "2026-12-31", moment(3, 1))
        started(entry, "bei", moment(3, 2))
        says(entry, "bei", "3", "个", moment(9, 1))
    assert counted(door, day) == few
    if os.environ.get("TAIZHANG_UPDATE_GOLDEN") == "1":
        GOLDEN.write_text(json.dumps(few, indent=2) + "\n", "utf-8")
    assert few == json.loads(GOLDEN.read_text("utf-8"))
