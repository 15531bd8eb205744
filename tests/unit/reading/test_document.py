"""Mastheads and bodies of pages as offices, papers and portals print them. All places and persons are invented."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from taizhang.formats.source import Source
from taizhang.reading.read import read
from taizhang.reading.reading import Reading
from taizhang.text.span import Span

CASES = sorted((Path(__file__).resolve().parents[2] / "golden" / "mastheads").glob("*.toml"))


def opened(text: str, published: str = "") -> Reading:
    return read(Source("页", "txt", "digest", "extraction", text, published=published))


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.stem)
def test_a_page_says_what_it_says_of_itself(case: Path) -> None:
    page: dict[str, Any] = tomllib.loads(case.read_text("utf-8"))
    expect = page["expect"]
    reading = opened(page["text"])
    meta, text = reading.meta, reading.text

    def said(at: Span | None) -> str:
        return at.of(text) if at else ""

    found = (said(meta.title), meta.published, said(meta.outlet), meta.place, meta.speaker, meta.role, meta.year)
    assert found == tuple(expect[k] for k in ("title", "published", "outlet", "place", "speaker", "role", "year"))
    body = meta.body.of(text)
    assert body.startswith(expect["first"])
    assert body.endswith(expect["last"])


def test_what_the_container_declares_fills_in() -> None:
    assert opened("云岭县今年完成造林3万亩。成效好。", "2024-05-06T08:00:00").meta.published == "2024-05-06"


def test_an_amount_in_a_page_with_pinyin_leads_back_to_the_page() -> None:
    reading = opened("雲嶺縣堅(jiān)持項(xiàng)目化推進(jìn)，細(xì)化為25項(xiàng)任務(wù)。")
    (measure,) = reading.measures
    assert (int(measure.value), measure.unit) == (25, "项")
    assert reading.anchor(measure.at).quote == "25項"
