"""主线末段，总览：数点得开，表带得走，换得成英文。The last stretch: the board, its rows, sheets and English."""

from __future__ import annotations

import re
from io import BytesIO
from typing import TYPE_CHECKING, Any

import openpyxl

if TYPE_CHECKING:
    from playwright.sync_api import Locator

    from tests.stories.person import Person


def figures_of_the_story(clerk: Person) -> None:
    clerk.go("总览")
    ours = row(clerk, "lights", "linye")
    assert cell(ours, "total") == "5"
    assert cell(ours, "done") == "1"
    assert cell(ours, "rate") == "20.0%（1 / 5）"


def row(clerk: Person, board: str, unit: str) -> Locator:
    return clerk.page.locator(f"table[data-board={board}] tr[data-unit='{unit}']")


def cell(of: Locator, name: str) -> str:
    return of.locator(f"[data-cell={name}]").inner_text().strip()


def every_figure_of_the_board_opens_its_rows(clerk: Person) -> None:
    """Each number of entries leads to a list of exactly so many; one is clicked and its rows are counted by hand."""
    counted: list[list[str]] = clerk.page.locator(FIGURES).evaluate_all(
        "links => links.map(link => [link.innerText, link.getAttribute('href')])"
    )
    assert len(counted) > 50
    wrong = [(figure, there) for figure, there in counted if number(figure) != rows_behind(clerk, there)]
    assert wrong == []
    with clerk.page.expect_navigation(wait_until="domcontentloaded"):
        row(clerk, "lights", "linye").locator("[data-cell=total] a").click()
    assert clerk.page.locator("table.book tbody tr").count() == 5
    assert set(clerk.page.locator("table.book tbody td[data-l=牵头]").all_inner_texts()) == {"县林业局"}
    clerk.page.go_back()


FIGURES = "[data-board=lights] a.figlink, [data-board=states] a.figlink"


def number(figure: str) -> str:
    """What a figure counts; a rate leads to its numerator."""
    part = re.search(r"（([\d,]+) / ", figure)
    return (part.group(1) if part else figure).replace(",", "").strip()


def rows_behind(clerk: Person, address: str) -> str:
    found = re.search(r"筛出 ([\d,]+) 笔", clerk.page.request.get(address).text())
    return found.group(1).replace(",", "") if found else "no list"


def a_measure_adds_up_to_its_rows(clerk: Person) -> None:
    clerk.page.goto("/board/?measure=水土保持林")
    ours = row(clerk, "measure", "linye")
    told = {name: cell(ours, name) for name in ("target", "claimed", "verified", "outstanding")}
    assert told == {"target": "2.5", "claimed": "2.3", "verified": "2.3", "outstanding": "0.2"}
    address = ours.locator("[data-cell=verified] a").get_attribute("href")
    sheet = download(clerk, f"{address}&as=xlsx")
    assert [one["已核"] for one in sheet] == [2.3]


def download(clerk: Person, address: str) -> list[dict[str, Any]]:
    """The rows of a sheet that was taken away, by the first words of their columns."""
    body = clerk.page.request.get(address).body()
    lines = list(openpyxl.load_workbook(BytesIO(body)).active.iter_rows(values_only=True))
    at = next(n for n, line in enumerate(lines) if sum(value is not None for value in line) > 3)
    heads = [str(head).partition("（")[0] for head in lines[at]]
    return [dict(zip(heads, line, strict=True)) for line in lines[at + 1 :]]


def the_board_is_exported(clerk: Person) -> None:
    clerk.page.goto("/board/")
    with clerk.page.expect_download() as waiting:
        clerk.page.get_by_role("link", name="导出 XLSX").click()
    assert waiting.value.suggested_filename.endswith(".xlsx")
    taken = {one["牵头单位"]: one for one in download(clerk, "/board/?as=xlsx")}
    shown = clerk.page.locator("table[data-board=lights] tbody tr")
    assert shown.count() == len(taken) > 10
    words = {"red": "滞后", "amber": "预警", "green": "正常", "done": "已销号", "grey": "未到期", "total": "合计"}
    for one in shown.all():
        name = one.get_by_role("rowheader").inner_text()
        figures = {head: int(cell(one, place)) for place, head in words.items()}
        assert figures == {head: taken[name][head] for head in words.values()}, name


def english_is_one_click_away(clerk: Person) -> None:
    clerk.press("English")
    assert clerk.page.locator("html").get_attribute("lang") == "en"
    english = clerk.page.get_by_role("heading", level=1).inner_text()
    assert english.isascii()
    heads = clerk.page.locator("table[data-board=lights] thead").inner_text()
    assert "Overdue" in heads or heads.isascii(), heads
    clerk.press("中文")
    assert clerk.page.get_by_role("heading", level=1).inner_text() == "全县总览"
