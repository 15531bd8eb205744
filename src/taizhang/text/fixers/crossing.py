"""跨字的注音：按字节塞读音时碰巧落在两个字之间，“他們早就”成了“他們?cè)缇”；首字节由读音定出，不用猜。

A reading injected by bytes across two characters: ``他們?cè)缇驼J`` -> ``他們早就認``. The byte that was lost follows
from the reading, and so everything after it.
"""

from __future__ import annotations

import re
from functools import lru_cache, partial

from taizhang.text import gbk
from taizhang.text.change import Change
from taizhang.text.hanzi import HAN, has_reading, plain_reading, syllables
from taizhang.text.page import Page
from taizhang.text.shift import Shifted
from taizhang.text.statistics import statistics
from taizhang.text.trials import Trials

_CROSSED = re.compile(rf"(?<=[{HAN}])(?P<hole>[?？\ufffd]?)[(（]?(?P<reading>[a-zɡà-ǜ\u0300-\u030c]{{1,9}})[)）]")
_MARGIN = 6.0  # 胜出这么多才改 log-odds asked for


def fix(page: Page) -> list[Change]:
    """Readings after which the text goes on one byte off."""
    if page.alphabet.isdisjoint(")）"):
        return []
    found: list[Change] = []
    at, trials = 0, Trials(page.text)
    while trials.go_on and (hit := _CROSSED.search(page.text, at)):
        change = trials.attempt(hit, partial(_change, page)) if _openings(page.text, hit) else None
        at = change.end if change else hit.end()
        if change:
            found.append(change)
    return found


def _openings(text: str, hit: re.Match[str]) -> list[tuple[str, int, float]]:
    before, reading = text[hit.start() - 1], plain_reading(hit["reading"])
    if reading not in syllables() or (not hit["hole"] and has_reading(before, reading)):
        return []
    return [("", byte, 0.0) for byte in _lost(before, reading)]


def _change(page: Page, hit: re.Match[str]) -> Change | None:
    text, openings = page.text, _openings(page.text, hit)
    run = Shifted(statistics(), text, hit.start(), hit.end(), lossy=not page.has_private, folded=page.is_folded)
    readings = run.read(openings)
    if not readings or readings[0].gain < _MARGIN:
        return None
    return Change(hit.start(), readings[0].end, readings[0].text, "mojibake", len(openings) > 1)


@lru_cache(maxsize=4096)
def _lost(before: str, reading: str) -> tuple[int, ...]:
    """The bytes that make, with the last one of ``before``, a character so read."""
    pair = gbk.pairs().get(before)
    if pair is None:
        return ()
    bytes_ = range(0x81, 0xFF)
    return tuple(b for b in bytes_ if has_reading(gbk.chars().get(pair[1] << 8 | b, ""), reading))
