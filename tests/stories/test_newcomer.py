"""新人打开示范县：服务答得上话，首页就是登录页。A newcomer opens the demonstration county and is asked to log in."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.request import urlopen

from tests.serving import Served

if TYPE_CHECKING:
    from playwright.sync_api import Page


def test_the_service_answers(served: Served) -> None:
    with urlopen(f"{served.url}/healthz", timeout=10) as answer:
        assert answer.status == 200
    assert list(served.home.glob("*.sqlite3"))


def test_the_first_page_asks_to_log_in(page: Page, served: Served) -> None:
    page.goto(f"{served.url}/")
    assert "/login/" in page.url
    assert page.locator("input[type=password]").count() == 1
    assert page.locator("html").get_attribute("lang") == "zh-CN"
