"""测试的公共准备：临时的 TAIZHANG_HOME，选哪种数据库，浏览器，开发资料，跑起来的服务。

What the tests share. Django is imported only when pytest-django is on: ``-p no:django`` keeps unit tests free of it.

TAIZHANG_DATABASE   unset: SQLite; a PostgreSQL URL: PostgreSQL (see tools/with_postgres.py)
TAIZHANG_SHARED     the development material; default: ../shared beside the repository
TAIZHANG_CHROMIUM   the browser; default: chromium on PATH
TAIZHANG_NO_SKIPS   1: a skip is a failure (continuous integration)
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings as hypothesis_settings

from tests import serving
from tests.browsers import CHROMIUM_ARGUMENTS, chromium

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

ROOT = Path(__file__).resolve().parent.parent
HOME = Path(tempfile.mkdtemp(prefix="taizhang-tests-"))
DATABASE = "postgresql" if os.environ.get("TAIZHANG_DATABASE", "").startswith("postgres") else "sqlite"
NO_SKIPS = os.environ.get("TAIZHANG_NO_SKIPS") == "1"

(HOME / "static").mkdir()
os.environ["TAIZHANG_HOME"] = str(HOME)  # 测试绝不碰 ./var。Tests never touch ./var.
os.environ["DJANGO_SETTINGS_MODULE"] = "taizhang.settings"
os.environ.pop("TAIZHANG_TLS", None)


# 机器忙时一例慢些不算错；持续集成每次取同样的例子，红了就能重现，各人机器上则每次都新。
# A busy machine is no error. Continuous integration draws the same examples each time; a desk draws new ones.
hypothesis_settings.register_profile("desk", deadline=None, print_blob=True)
hypothesis_settings.register_profile("ci", deadline=None, print_blob=True, derandomize=True)
hypothesis_settings.load_profile("ci" if NO_SKIPS else "desk")


def pytest_configure(config: pytest.Config) -> None:
    if not config.pluginmanager.hasplugin("django"):
        return
    from django.conf import settings

    # 散列口令慢是有意的，测试里不必。Slow password hashing is on purpose; not in tests.
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


def pytest_unconfigure(config: pytest.Config) -> None:
    shutil.rmtree(HOME, ignore_errors=True)


def pytest_report_header(config: pytest.Config) -> list[str]:
    lines = [f"taizhang: database {DATABASE}, Python {sys.version.split()[0]}"]
    if shared_folder() is None:
        lines.append("taizhang: ../shared is not here, tests that need it do not run")
    return lines


def shared_folder() -> Path | None:
    """The development material, which does not ship with the product."""
    folder = Path(os.environ.get("TAIZHANG_SHARED") or ROOT.parent / "shared")
    return folder if folder.is_dir() else None


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Mark by what a test asks for; leave out what belongs to the other database.

    With TAIZHANG_NO_SKIPS the shared material, which never ships, is left out (and said in the header) where it is
    missing; anything else that is missing fails.
    """
    kept, left = [], []
    for item in items:
        names = set(getattr(item, "fixturenames", ()))
        for name in {"shared", "browser"} & names:
            item.add_marker(name)
        other = item.get_closest_marker("postgres" if DATABASE == "sqlite" else "sqlite")
        absent = NO_SKIPS and shared_folder() is None and item.get_closest_marker("shared")
        (left if other or absent else kept).append(item)
    if left:
        config.hook.pytest_deselected(items=left)
        items[:] = kept


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item, call: pytest.CallInfo[None]) -> Iterator[None]:
    report = yield
    return refused_skip(report)


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report(collector: pytest.Collector) -> Iterator[None]:
    report = yield
    return refused_skip(report)


def refused_skip(report: object) -> object:
    """Turn a skip into a failure under TAIZHANG_NO_SKIPS; an expected failure stays one."""
    if NO_SKIPS and getattr(report, "skipped", False) and not hasattr(report, "wasxfail"):
        reason = getattr(report, "longrepr", "")
        report.outcome = "failed"
        report.longrepr = f"skipped, which is not allowed here: {reason}"
    return report


@pytest.fixture(scope="session")
def database() -> str:
    """``sqlite`` or ``postgresql``: the one this run uses."""
    return DATABASE


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty TAIZHANG_HOME of this test's own, for what runs in a process of its own."""
    monkeypatch.setenv("TAIZHANG_HOME", str(tmp_path / "home"))
    return tmp_path / "home"


@pytest.fixture(scope="session")
def shared() -> Path:
    """The development material (gold texts, suites); it does not ship, tests that need it skip without it."""
    folder = shared_folder()
    if folder is None:
        pytest.skip("../shared (the development material) is not here; set TAIZHANG_SHARED")
    return folder


@pytest.fixture(scope="session")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[serving.Served]:
    """The product as a user has it: the demonstration county served by its own command, on a database of its own."""
    with serving.serve(tmp_path_factory.mktemp("served")) as running:
        yield running


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """A real Chromium without a network: what a page fetches from elsewhere fails.

    One a module: Playwright keeps an event loop running, under which Django refuses database work in other tests.
    """
    sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed; run make dev")
    path = chromium()
    if path is None:
        pytest.skip("no Chromium here: apt-get install -y chromium fonts-wqy-microhei, or set TAIZHANG_CHROMIUM")
    with sync_api.sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=path, args=CHROMIUM_ARGUMENTS)
        yield running
        running.close()


@pytest.fixture(scope="session")
def axe() -> str:
    """axe-core's script, which finds what a page denies to people who cannot see or point; for ``page.evaluate``."""
    package = pytest.importorskip("axe_playwright_python", reason="axe-core is not installed; run make dev")
    return (Path(package.__file__).parent / "axe.min.js").read_text("utf-8")


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A fresh Chinese desktop window. A script error or a breach of the content policy fails the test."""
    context = browser.new_context(locale="zh-CN", timezone_id="Asia/Shanghai", viewport={"width": 1440, "height": 900})
    opened, wrong = context.new_page(), []
    opened.on("pageerror", lambda error: wrong.append(f"script: {error}"))
    opened.on("console", lambda said: wrong.append(said.text) if "Content Security Policy" in said.text else None)
    yield opened
    context.close()
    assert not wrong, wrong
