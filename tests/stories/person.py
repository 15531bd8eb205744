"""故事里的人：各开各的浏览器窗口，各登各的账号。A person of a story: own window, own log-in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from playwright.sync_api import APIResponse, Browser, FilePayload, Locator, Page

FINDS = 10_000  # 毫秒 milliseconds
LOADS = 30_000


def paper(name: str, text: str) -> FilePayload:
    """A small file handed in as evidence or as a scanned original."""
    return {"name": name, "mimeType": "text/plain", "buffer": text.encode()}


class Person:
    """``page`` is the window; ``wrong`` collects script errors and breaches of the content policy."""

    def __init__(self, browser: Browser, url: str, username: str) -> None:
        context = browser.new_context(
            base_url=url, locale="zh-CN", timezone_id="Asia/Shanghai", viewport={"width": 1440, "height": 900}
        )
        context.set_default_timeout(FINDS)
        context.set_default_navigation_timeout(LOADS)
        self.page: Page = context.new_page()
        self.wrong: list[str] = []
        self.page.on("pageerror", lambda error: self.wrong.append(f"script: {error}"))
        self.page.on("console", lambda said: self.wrong.append(said.text) if "Security Policy" in said.text else None)
        self._log_in(username)

    def _log_in(self, username: str) -> None:
        """With the password that the log-in page of the demonstration prints."""
        self.page.goto("/login/")
        password = re.search(r"密码都是\s*(\S+)", self.says())
        assert password is not None
        self.page.get_by_label("用户名").fill(username)
        self.page.get_by_label("密码", exact=True).fill(password.group(1))
        self.press("登录")
        assert self.page.get_by_role("navigation", name="主导航").is_visible()

    def says(self) -> str:
        """What the page shows."""
        return self.page.locator("main").inner_text()

    def told(self) -> str:
        """The message after an act, or the reason on top of a form that came back."""
        return self.page.locator("main [role=status], main [role=alert]").first.inner_text()

    def press(self, name: str, *, within: Locator | None = None) -> None:
        """A button that sends a form; returns when the answer is there."""
        self._go(within, "button", name)

    def follow(self, name: str, *, within: Locator | None = None) -> None:
        """A link; returns when its page is there."""
        self._go(within, "link", name)

    def _go(self, within: Locator | None, role: Literal["button", "link"], name: str) -> None:
        """By its words; a number behind them (预览开账 6) does not matter."""
        words = re.compile(rf"^\s*{re.escape(name)}[\s\d]*$")
        with self.page.expect_navigation(wait_until="domcontentloaded"):
            (within or self.page).get_by_role(role, name=words).first.click()

    def fill(self, **fields: str) -> None:
        """Fields by their names in the form, where two of them share a label."""
        for name, value in fields.items():
            self.page.locator(f"[name={name}]").fill(value)

    def go(self, tab: str) -> None:
        """A tab of the main navigation."""
        self.follow(tab, within=self.page.get_by_role("navigation", name="主导航"))

    def search(self, words: str) -> None:
        self.page.get_by_role("searchbox").first.fill(words)
        with self.page.expect_navigation(wait_until="domcontentloaded"):
            self.page.keyboard.press("Enter")

    def open(self, title: str) -> None:
        """An account, found as a person finds it: by searching the book."""
        self.search(title)
        self.follow(title)
        self.page.get_by_role("heading", level=1, name=title).wait_for()

    def is_refused(self, act: str, why: str) -> None:
        """The grey button with its reason in sight."""
        line = self.next_steps.get_by_role("listitem").filter(
            has=self.page.get_by_role("button", name=act, exact=True, disabled=True)
        )
        assert why in line.inner_text()

    @property
    def next_steps(self) -> Locator:
        """The panel 接下来能做什么 of an account."""
        return self.page.locator("section").filter(has=self.page.get_by_role("heading", name="接下来能做什么"))

    @property
    def history(self) -> list[str]:
        """The passages of an account, the newest first, in one line each."""
        return [" ".join(one.split()) for one in self.page.locator("ol.time > li").all_inner_texts()]

    def balances(self) -> str:
        """已核、已报、今日应到、目标 of an account, in one line."""
        return " ".join(self.page.locator(".bal-lg dl.key").first.inner_text().split())

    def post(self, path: str, fields: Mapping[str, str]) -> APIResponse:
        """Send a form past its page, as somebody would who does not take a grey button for an answer."""
        token = next(one["value"] for one in self.page.context.cookies() if one["name"] == "csrftoken")
        headers = {"X-CSRFToken": token, "Referer": self.page.url}
        return self.page.request.post(path, form=dict(fields), headers=headers, max_redirects=0)


@contextmanager
def people(browser: Browser, url: str, *usernames: str) -> Iterator[list[Person]]:
    """Everybody logs in; at the end nobody's window may have shown a script error."""
    all_of_them = [Person(browser, url, username) for username in usernames]
    yield all_of_them
    wrong = [one for person in all_of_them for one in person.wrong]
    for person in all_of_them:
        person.page.context.close()
    assert wrong == []
