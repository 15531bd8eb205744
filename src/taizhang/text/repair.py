"""修复文本：一项毛病一个修法，按次序做，结果合成对原文的一串改动。

The one door of the room: fixers in order, each one defect, their work composed into edits of the original text.
"""

from __future__ import annotations

from collections.abc import Callable

from taizhang.text.change import Change, apply, compose
from taizhang.text.edits import Edits, Mark, Repaired
from taizhang.text.fixers import (
    crossing,
    escapes,
    holes,
    lines,
    mojibake,
    pinyin,
    punctuation,
    radicals,
    script,
    spacing,
    watermark,
    width,
)
from taizhang.text.page import Page

Fixer = Callable[[Page], list[Change]]

FIXERS: tuple[Fixer, ...] = (
    escapes.fix,
    crossing.fix,
    mojibake.fix,
    pinyin.fix,
    script.fix,
    radicals.fix,
    width.fix,
    punctuation.fix,
    watermark.fix,
    spacing.fix,
    lines.fix,
)
"""In order: what tore characters apart first, then what was added, then what was changed, then the layout."""

_ROUNDS = 4  # 一处修好可能露出另一处；通常一轮做完，第二轮证明没有了 rounds until nothing changes, as a bound


def repair(text: str) -> Repaired:
    """Undo what mirrors, converters and scrapers did to a text.

    >>> repair("推進高質量發(fā)展").text
    '推进高质量发展'

    A clean simplified text comes back as it is; repairing twice changes nothing more.
    """
    done: list[Change] = []
    page = Page(text)
    for _ in range(_ROUNDS):
        page, step = _round(page)
        if not step:
            break
        done = compose(text, done, step)
    edits = Edits(tuple(c.edit() for c in done))
    marks = tuple(Mark(edits.to_source(span), "hole") for span in holes.marks(page.text))
    return Repaired(text, page.text, edits, marks)


def _round(page: Page) -> tuple[Page, list[Change]]:
    """Every fixer once; their changes composed against the text the round began with."""
    source, done = page.text, list[Change]()
    for fix in FIXERS:
        step = fix(page)
        if step:
            page = Page(apply(page.text, step))
            done = compose(source, done, step)
    return page, done
