"""真的浏览器里办收文：键盘、手机、回车、太大的文件、axe。The intake desk in a real browser: keys, phone, Enter, axe."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests import serving
from tests.front.intake.conftest import PLAN

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser
TABLE = Path(__file__).resolve().parents[3] / "samples" / "云汉县2026年民生实事任务分解表.xlsx"


def enter(page: Page, served: serving.Served) -> str:
    """The clerk's plan, taken in (or found, where another test took it in)."""
    page.goto(f"{served.url}/login/")
    page.fill("[name=username]", "clerk")
    page.fill("[name=password]", "taizhang-demo")
    page.click("button.btn-primary")
    page.goto(f"{served.url}/intake/")
    page.fill("[name=text]", PLAN)
    page.click("form.upload button.btn-primary")
    page.wait_for_url(re.compile(r"/intake/[^/]+/$"))
    return page.url


@pytest.fixture
def desk(page: Page, served: serving.Served) -> Iterator[str]:
    """The address of a document whose drafts are all put back when the test ends."""
    url = enter(page, served)
    yield url
    page.goto(f"{url}?show=all")
    for _left in range(20):
        back = page.locator(".prop button[value^='restore:']:visible")
        aside = page.locator(".prop", has_text="句").count()
        if back.count() <= aside:
            break
        page.locator(".prop:not(:has-text('句')) button[value^='restore:']").first.click()
        page.wait_for_load_state()


def current(page: Page) -> str:
    return page.locator(".prop.cur .t span").inner_text()


def top(page: Page) -> float:
    return float(page.evaluate("document.querySelector('.prop.cur').getBoundingClientRect().top"))


def test_keys_walk_decide_and_leave_the_eye_in_place(page: Page, desk: str) -> None:
    first, heights = current(page), [p["height"] for p in boxes(page)]
    page.keyboard.press("j")
    second = current(page)
    assert second != first
    assert [p["height"] for p in boxes(page)] == heights  # 走到哪条都不跳 nothing moves under the cursor
    page.keyboard.press("k")
    assert current(page) == first
    with page.expect_navigation():
        page.keyboard.press("a")
    assert current(page) == second
    assert page.locator(".prop", has_text=first).locator(".st").inner_text() == "已采纳"
    with page.expect_navigation():
        page.keyboard.press("d")
    assert page.locator(".prop", has_text=second).count() == 0
    page.keyboard.press("x")
    assert page.locator("[data-count]").inner_text() == "1"
    with page.expect_navigation():
        page.keyboard.press("e")
    assert "/draft/" in page.url
    page.keyboard.press("a")  # 别的页上键不管用 keys belong to the desk
    assert "/draft/" in page.url


def boxes(page: Page) -> list[dict[str, Any]]:
    found = page.locator(".prop").all()
    return [dict(one.bounding_box() or {}) for one in found]


def test_merge_by_key_opens_the_choice(page: Page, desk: str) -> None:
    with page.expect_navigation():
        page.keyboard.press("m")
    assert page.url.endswith("#merge")
    assert page.locator("#merge select option").count() >= 3


def test_enter_in_the_date_field_applies_and_accepts_nothing(page: Page, desk: str) -> None:
    page.check("[data-all]")
    page.fill("[name=due]", "1231")
    with page.expect_navigation():
        page.press("[name=due]", "Enter")
    assert "改好了" in page.locator(".pickall").inner_text()
    assert "已采纳 0" in page.locator(".pane-prop .pane-h").inner_text()


def test_select_all_counts_and_the_bar_stays_in_sight(page: Page, desk: str) -> None:
    page.check("[data-all]")
    assert page.locator("[data-count]").inner_text() == str(page.locator(".prop").count())
    bar = page.locator(".bulk").bounding_box()
    assert bar is not None
    assert bar["y"] + bar["height"] <= 900


def test_the_highlight_and_its_proposal_are_tied(page: Page, desk: str) -> None:
    mark = page.locator(".doc mark.c", has_text="改造老旧管网35公里")
    mark.click()
    assert current(page) == "改造老旧管网35公里"
    assert "is-tied" in str(mark.get_attribute("class"))


def test_on_a_phone_a_decision_stays_among_the_proposals(page: Page, desk: str) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(desk)
    assert page.locator(".props").is_hidden()
    page.click("label[for=ps-prop]")
    with page.expect_navigation():
        page.locator(".prop.cur .yes").click()
    assert page.locator(".props").is_visible()
    page.locator(".prop.cur .fid").click()
    assert page.locator(".doc").is_visible()


def test_a_file_too_large_is_told_of_before_it_is_sent(page: Page, served: serving.Served, tmp_path: Path) -> None:
    enter(page, served)
    big = tmp_path / "大.docx"
    with big.open("wb") as out:
        out.truncate(51 << 20)
    page.goto(f"{served.url}/intake/")
    page.set_input_files("[name=file]", big)
    assert "超过 50 MB" in page.locator("[name=file]").evaluate("e => e.validationMessage")
    page.click("form.upload button.btn-primary")
    assert page.url == f"{served.url}/intake/"


def test_no_page_scrolls_sideways_and_axe_finds_nothing(
    page: Page, served: serving.Served, desk: str, axe: str
) -> None:
    page.goto(f"{served.url}/intake/")
    page.set_input_files("[name=file]", TABLE)
    page.click("form.upload button.btn-primary")
    page.wait_for_load_state()
    sheet = re.sub(r"columns/$", "", page.url)
    page.goto(desk)
    draft = page.locator("[data-edit]").first.get_attribute("href")
    pages = [f"{served.url}/intake/", desk, f"{desk}?show=all", f"{desk}untaken/", f"{desk}preview/"]
    for url in [*pages, f"{served.url}{draft}", f"{sheet}columns/"]:
        for width in (390, 768, 1440):
            page.set_viewport_size({"width": width, "height": 900})
            page.goto(url)
            assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), (url, width)
            page.evaluate(axe)
            result: Any = page.evaluate("axe.run()")
            wrong = [(v["id"], v["nodes"][0]["target"]) for v in result["violations"]]
            assert wrong == [], (url, width)
