"""示范县的各张桌子在真的浏览器里：不横滚、axe 不报、曲线画得出、印在一张 A4 上。

The desks of the demonstration county in a real browser: width, axe, charts, one A4.
"""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Any

import pypdfium2
import pytest

from tests.serving import Served

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser
SERIOUS = ("serious", "critical")
PASSWORD = "taizhang-demo"
PLACES = (
    ("clerk", "/", ""),
    ("clerk", "/book/?group=lead", ""),
    ("clerk", "/book/new/", ""),
    ("clerk", "/board/", ""),
    ("clerk", "/book/?q=生态林", "entry"),
    ("clerk", "/book/?light=done", "entry"),
    ("forest", "/", "act"),
    ("verify", "/", "act"),
    ("hao", "/", ""),
)
"""Who, where to go, and what to open from there: the first account, or the first act that waits."""


def enter(page: Page, site: str, who: str) -> None:
    page.goto(f"{site}/login/")
    page.fill("input[name=username]", who)
    page.fill("input[name=password]", PASSWORD)
    page.press("input[name=password]", "Enter")
    page.wait_for_url(f"{site}/")


def follow(page: Page, what: str) -> None:
    """Open the first account of a list, or the first act of a desk."""
    if what == "entry":
        page.locator("tbody th a.t").first.click()
    elif what == "act":
        page.locator(".todo .go a.btn").first.click()
    page.wait_for_load_state("networkidle")


@pytest.mark.parametrize(("who", "path", "what"), PLACES)
def test_a_desk_is_sound(page: Page, served: Served, axe: str, who: str, path: str, what: str) -> None:
    enter(page, served.url, who)
    for width in (390, 1440):
        page.set_viewport_size({"width": width, "height": 900})
        answer = page.goto(served.url + path)
        assert answer is not None
        assert answer.status == 200
        follow(page, what)
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), width
        page.evaluate(axe)
        result: Any = page.evaluate("axe.run()")
        assert [(v["id"], v["nodes"][0]["target"]) for v in result["violations"] if v["impact"] in SERIOUS] == []


def test_the_source_opens_beside_the_account_and_the_curve_is_drawn(page: Page, served: Served) -> None:
    enter(page, served.url, "clerk")
    page.goto(f"{served.url}/book/?q=生态林")
    page.locator("tbody th a.t").first.click()
    page.wait_for_selector(".plot svg path.vl")
    page.locator("h1 a.anchor").click()
    page.wait_for_selector("#source:target")
    assert "10.3万亩" in page.locator("#source mark").first.inner_text()


def test_a_closing_slip_prints_on_one_sheet(page: Page, served: Served) -> None:
    enter(page, served.url, "clerk")
    page.goto(f"{served.url}/book/?light=done")
    follow(page, "entry")
    page.get_by_role("link", name="销号证明").first.click()
    page.wait_for_selector("article.a4 .seal-lg")
    printed = pypdfium2.PdfDocument(BytesIO(page.pdf(prefer_css_page_size=True)))
    assert len(printed) == 1
    assert "销号证明" in printed[0].get_textpage().get_text_range().replace(" ", "")
