"""真的浏览器：在哪里，怎样开。The real browser: where it is, and how it is started."""

from __future__ import annotations

import os
import shutil

OFFLINE = "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"
CHROMIUM_ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-default-apps",
    "--no-first-run",
    OFFLINE,
]


def chromium() -> str | None:
    """TAIZHANG_CHROMIUM, or the first one on PATH; None when there is none."""
    names = (os.environ.get("TAIZHANG_CHROMIUM", ""), "chromium", "chromium-browser", "google-chrome")
    return next((path for path in map(shutil.which, filter(None, names)) if path), None)
