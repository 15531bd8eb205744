#!/usr/bin/env python3
"""给 README 拍两张图：收文和总览。用的是示范县，时间停在同一刻，谁拍都一样。

Take the two pictures of the README, the intake desk and the board, from the demonstration county with its clock
stopped, so that anybody takes the same ones. Needs the development environment and Chromium.

Usage: python tools/screenshots.py [FOLDER]     (default: docs/img)
"""

from __future__ import annotations

import os
import sys
import tempfile
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from PIL import Image

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tests import serving  # noqa: E402  从仓库根目录引入 imported from the repository's root
from tests.browsers import CHROMIUM_ARGUMENTS, chromium  # noqa: E402  同上 the same

if TYPE_CHECKING:
    from playwright.sync_api import Page

MOMENT = "2026-09-18T09:12:00"
PASSWORD = "taizhang-demo"
WIDTH, HEIGHT, MARGIN, COLOURS = 1440, 900, 28, 128  # 像素，色数 pixels; colours of the palette
LARGEST = 300_000  # 字节 bytes


@dataclass(frozen=True, slots=True)
class Picture:
    """A tab, a link to follow there or a query to add, and the part at whose foot the picture is cut."""

    name: str
    tab: str
    link: str = ""
    query: str = ""
    foot: str = ""


PICTURES = (
    Picture("intake", "收文", link="一把手访谈"),
    Picture("board", "总览", query="?measure=造林面积", foot=".grid-eq:has(#measure)"),
)


def take(page: Page, picture: Picture) -> bytes:
    """The picture as a small PNG; without a foot it is one screen high."""
    page.get_by_role("navigation", name="主导航").get_by_role("link", name=picture.tab).click()
    if picture.link:
        page.get_by_role("link", name=picture.link).first.click()
    if picture.query:
        page.goto(page.url + picture.query)
    page.wait_for_load_state("networkidle")
    box = page.locator(picture.foot).bounding_box() if picture.foot else None
    height = box["y"] + box["height"] + MARGIN if box else HEIGHT
    return small(page.screenshot(clip={"x": 0, "y": 0, "width": WIDTH, "height": height}, full_page=True))


def small(png: bytes) -> bytes:
    """The same picture with a palette: pages have few colours."""
    out = BytesIO()
    image = Image.open(BytesIO(png)).convert("RGB")
    image.quantize(COLOURS, dither=Image.Dither.NONE).save(out, "PNG", optimize=True)
    return out.getvalue()


def log_in(page: Page, url: str) -> None:
    page.goto(f"{url}/login/")
    page.get_by_label("用户名").fill("clerk")
    page.get_by_label("密码", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="登录").click()


def pictures(url: str) -> dict[str, bytes]:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=CHROMIUM_ARGUMENTS)
        page = browser.new_page(
            locale="zh-CN", timezone_id="Asia/Shanghai", viewport={"width": WIDTH, "height": HEIGHT}
        )
        log_in(page, url)
        return {picture.name: take(page, picture) for picture in PICTURES}


def main(argv: list[str]) -> int:
    folder = Path(argv[0]) if argv else ROOT / "docs" / "img"
    folder.mkdir(parents=True, exist_ok=True)
    os.environ["TAIZHANG_NOW"] = MOMENT
    with tempfile.TemporaryDirectory(prefix="taizhang-pictures-") as place, serving.serve(Path(place)) as running:
        taken = pictures(running.url)
    for name, png in taken.items():
        (folder / f"{name}.png").write_bytes(png)
        print(f"{folder / name}.png  {len(png) / 1000:.0f} kB")
    return 1 if any(len(png) > LARGEST for png in taken.values()) else 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
