"""真的浏览器里：不横滚、键盘走得通、不违反策略，axe 不报。In a real browser: width, keyboard, policy, axe.

The pages here need no log-in and no database; they are served from a thread.
"""

from __future__ import annotations

from collections.abc import Iterator
from threading import Thread
from typing import TYPE_CHECKING, Any
from wsgiref.simple_server import WSGIRequestHandler, make_server

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser
PATHS = ["/login/", "/help/", "/help/components/", "/help/components/?wrong=1", "/feedback/", "/no-such-page/"]
SERIOUS = ("serious", "critical")


class _Quiet(WSGIRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Nothing: the test says what went wrong."""


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    """The application on a free port, without a slash at the end."""
    from django.core.wsgi import get_wsgi_application

    with make_server("127.0.0.1", 0, get_wsgi_application(), handler_class=_Quiet) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


@pytest.mark.parametrize("width", [390, 768, 1440])
@pytest.mark.parametrize("path", PATHS)
def test_no_page_scrolls_sideways(page: Page, site: str, path: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(site + path)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_the_first_tab_skips_to_the_content(page: Page, site: str) -> None:
    page.goto(f"{site}/help/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"


def test_escape_closes_the_panel_and_returns(page: Page, site: str) -> None:
    page.goto(f"{site}/help/components/")
    page.locator("a.anchor").first.click()
    page.wait_for_selector("#source:target")
    page.keyboard.press("Escape")
    page.wait_for_function("document.activeElement.classList.contains('anchor')")
    assert page.locator("#source").is_hidden()


@pytest.mark.parametrize("path", PATHS)
def test_axe_finds_nothing_serious(page: Page, site: str, path: str, axe: str) -> None:
    for width in (390, 1440):
        page.set_viewport_size({"width": width, "height": 900})
        page.goto(site + path)
        page.evaluate(axe)
        result: Any = page.evaluate("axe.run()")
        assert [(v["id"], v["nodes"][0]["target"]) for v in result["violations"] if v["impact"] in SERIOUS] == []
