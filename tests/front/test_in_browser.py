"""真的浏览器里：不横滚、键盘走得通、不违反策略，axe 不报。In a real browser: width, keyboard, policy, axe.

The product runs in a process of its own, on an empty database.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import pytest

from tests import serving

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser
MISSING = "/no-such-page/"
PATHS = ["/login/", "/help/", "/help/components/", "/help/components/?wrong=1", "/feedback/", MISSING]
SERIOUS = ("serious", "critical")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The product on an empty database of its own; the address has no slash at its end."""
    with serving.serve(tmp_path_factory.mktemp("site"), "serve") as running:
        yield running.url


def go(page: Page, address: str) -> None:
    """Open a page and make sure that it is that page, not an error."""
    answer = page.goto(address)
    assert answer is not None
    assert answer.status == (404 if address.endswith(MISSING) else 200)


@pytest.mark.parametrize("path", PATHS)
def test_no_page_scrolls_sideways(page: Page, site: str, path: str) -> None:
    go(page, site + path)
    for width in (390, 768, 1440):
        page.set_viewport_size({"width": width, "height": 900})
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), width


def test_the_first_tab_skips_to_the_content(page: Page, site: str) -> None:
    go(page, f"{site}/help/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"


def test_escape_closes_the_panel_and_returns(page: Page, site: str) -> None:
    go(page, f"{site}/help/components/")
    page.locator("a.anchor").first.click()
    page.wait_for_selector("#source:target")
    page.keyboard.press("Escape")
    page.wait_for_function("document.activeElement.classList.contains('anchor')")
    assert page.locator("#source").is_hidden()


@pytest.mark.parametrize("path", PATHS)
def test_axe_finds_nothing_serious(page: Page, site: str, path: str, axe: str) -> None:
    for width in (390, 1440):
        page.set_viewport_size({"width": width, "height": 900})
        go(page, site + path)
        page.evaluate(axe)
        result: Any = page.evaluate("axe.run()")
        assert [(v["id"], v["nodes"][0]["target"]) for v in result["violations"] if v["impact"] in SERIOUS] == []
