"""括注拼音：镜像站在繁体字后面塞的读音（發(fā)展）删去；生僻字真正的注音留着。

Readings that mirrors inject after traditional characters; a real gloss of a rare character stays.
"""

from __future__ import annotations

from taizhang.text.change import Change
from taizhang.text.hanzi import (
    everyday,
    has_reading,
    plain_reading,
    simplified_forms,
    simplified_only,
    syllables,
    traditional_only,
)
from taizhang.text.page import Page

_SURE = 3  # 注音达到此数，才算整页被注过 this many matching readings make a page an annotated one


def fix(page: Page) -> list[Change]:
    """``發(fā)展`` -> ``發展``.

    The character before the bracket must exist in traditional script only, and the word be its reading; a single one
    is trusted if the character is an everyday one. On a page full of them a reading we did not know goes too.
    """
    text, known = page.text, dict[str, bool]()
    found: list[Change] = []
    for start, end in (m.span() for m in page.glosses):
        whole = text[start - 1 : end]
        if whole not in known:
            known[whole] = _is_injected(page, whole[0], whole[2:-1])
        if known[whole]:
            found.append(Change(start, end, "", "pinyin"))
    return found


def _is_injected(page: Page, base: str, printed: str) -> bool:
    reading = plain_reading(printed)
    if reading not in syllables():
        return False
    plain = simplified_forms().get(base)
    if plain is None:
        return (
            base in everyday()
            and base in simplified_only()
            and has_reading(base, reading)
            and page.annotated_simplified
        )
    if page.annotated >= _SURE:
        return True
    # 乾、後、著这些字简体文章也用，单独一处不能算 these stand in simplified text too: one alone proves nothing
    return base in traditional_only() and plain in everyday() and has_reading(base, reading)
