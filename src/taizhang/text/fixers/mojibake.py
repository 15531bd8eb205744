"""撕开的字：镜像按字节替换标点，把“保現”撕成“?，F”；丢的首字节按字的接续猜，其余照字节还原。

Characters torn where a mirror replaced punctuation byte by byte: ``確?，F有`` -> ``確保現有``. The lost byte is a guess
among about ninety; all that follows it is certain (issue: rules a, b and c of the mirrors).
"""

from __future__ import annotations

import re
from functools import cache

from taizhang.text import gbk
from taizhang.text.change import Change
from taizhang.text.page import GLOSS, Page
from taizhang.text.shift import Reading, Shifted
from taizhang.text.statistics import Statistics, fold, statistics

_TRAILS = dict(zip("，,？?；;：:！!", (0xAC, 0xAC, 0xBF, 0xBF, 0xBB, 0xBB, 0xBA, 0xBA, 0xA1, 0xA1), strict=True))
_HOLED = re.compile(r"[?？\ufffd](?P<mark>[，,？?；;：:！!])(?=[^\s，,。])")
_BARE = re.compile(r"(?<![?？\ufffd])(?P<mark>[，,？?；;：:！!])(?=[^\s?？，,。\d])")
_MARGIN = 7.0  # 有洞作证，胜出这么多才改 log-odds asked for where a hole bears witness
_MARGIN_BARE = 12.0  # 没有洞，要更有把握 and where none does
_STRANGE = -29.0  # 标点后三字合计不到此分，才值得试 three characters after a mark are worth a trial below this
_RARE = -12.0  # 错回来的第一个字至少要这样常见 how common the first character read in step must be
_PROMISING = -8.0  # 不丢字读来已差太多，就不必设想丢字 below it no lost private-use character is thought of


def fix(page: Page) -> list[Change]:
    """Every torn run that reads far better in step than as shown; nothing else is touched."""
    if page.alphabet.isdisjoint(_TRAILS):
        return []
    found: list[Change] = []
    if not page.alphabet.isdisjoint(gbk.HOLES):
        found = _all(page, _HOLED, _MARGIN, [])
    if found or page.is_traditional or page.has_private:
        found = _all(page, _BARE, _MARGIN_BARE, found)
    return found


def _all(page: Page, pattern: re.Pattern[str], margin: float, taken: list[Change]) -> list[Change]:
    stats, text, at = statistics(), page.text, 0
    found = list(taken)
    spoken_for = {at for c in taken for at in range(c.start, c.end)}
    while hit := pattern.search(text, at):
        at = hit.end()
        if hit.start() in spoken_for or (pattern is _BARE and not _is_strange(stats, text, hit)):
            continue
        best, others = _read(stats, page, hit, margin)
        if best:
            found.append(Change(hit.start(), best.end, best.text, "mojibake", True, others))
            at = best.end
    return sorted(found)


def _is_strange(stats: Statistics, text: str, hit: re.Match[str]) -> bool:
    """Whether the mark is followed by what nobody writes and, read one byte off, by what one does."""
    ahead = fold(GLOSS.sub("", text[hit.end() : hit.end() + 24])[:3])
    if stats.score("\n" + fold(hit["mark"]), ahead) > _STRANGE:
        return False
    pair = gbk.pairs().get(text[hit.end()])
    first = pair[0] if pair else ord(text[hit.end()])
    whole = gbk.chars().get(_TRAILS[hit["mark"]] << 8 | first, "")
    return bool(whole) and gbk.is_printed(whole) and stats.frequency(fold(whole)) > _RARE


def _read(stats: Statistics, page: Page, hit: re.Match[str], margin: float) -> tuple[Reading | None, tuple[str, ...]]:
    """The run read in step, if that is far likelier than what is shown, and the runners-up.

    Where private-use characters were lost it is read again with that in mind, but only if it is nearly good without.
    """
    pending = _TRAILS[hit["mark"]]
    readings: list[Reading] = []
    for lossy in (False, True):
        run = Shifted(stats, page.text, hit.start(), hit.end(), lossy=lossy, folded=page.is_folded)
        readings = run.read((lead, pending, 0.0) for lead in _torn())
        best = readings[0] if readings else None
        if best is None or best.gain < _PROMISING:
            return None, ()
        if page.has_private or (best.gain > margin and best.fair):
            break
    best = readings[0]
    others = dict.fromkeys(r.text for r in readings[1:] if r.end == best.end and r.text != best.text)
    return (best if best.gain > margin else None), tuple(others)


@cache
def _torn() -> tuple[str, ...]:
    """The characters whose second byte is A3: one of them stood where the hole is."""
    row = (gbk.chars().get(lead << 8 | 0xA3, "") for lead in range(0x81, 0xFF))
    return tuple(c for c in row if c and gbk.is_printed(c))
