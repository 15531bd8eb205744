"""撕开的字：镜像按字节替换标点，把“保現”撕成“?，F”；丢的首字节按字的接续猜，其余照字节还原。

Characters torn where a mirror replaced punctuation byte by byte: ``確?，F有`` -> ``確保現有``. The lost byte is a guess
among about ninety; all that follows it is certain (issue: rules a, b and c of the mirrors).
"""

from __future__ import annotations

import re
from functools import cache, partial

from taizhang.text import gbk
from taizhang.text.change import Change
from taizhang.text.fixers.holes import is_asking
from taizhang.text.hanzi import HAN, traditional_only
from taizhang.text.page import GLOSS, Page
from taizhang.text.shift import Reading, Shifted
from taizhang.text.statistics import Statistics, fold, statistics
from taizhang.text.trials import Trials

_TRAILS = dict(zip("，,？?；;：:！!", (0xAC, 0xAC, 0xBF, 0xBF, 0xBB, 0xBB, 0xBA, 0xBA, 0xA1, 0xA1), strict=True))
_HOLED = re.compile(r"[?？\ufffd](?P<mark>[，,？?；;：:！!])(?=[^\s，,。])(?![?？!！]{3})")
_BARE = re.compile(r"(?<![?？\ufffd])(?P<mark>[，,？?；;：:！!])(?=[^\s?？，,。\d])")
_HAN = re.compile(f"[{HAN}]")
_MARGIN = 7.0  # 有洞作证，胜出这么多才改 log-odds asked for where a hole bears witness
_MARGIN_BARE = 9.0  # 没有洞，要更有把握 and where none does
_DOUBT = 8.0  # 前面像在发问，还要更有把握 the more where a question precedes
_STRANGE = -29.0  # 标点后三字合计不到此分，才值得试 three characters after a mark are worth a trial below this
_STRANGE_HOLED = -21.0  # 有洞作证时 the same where a hole bears witness
_RARE = -12.0  # 错回来的第一个字至少要这样常见 how common the first character read in step must be
_PROMISING = -8.0  # 不丢字读来已差太多，就不必设想丢字 below it no lost private-use character is thought of


def fix(page: Page) -> list[Change]:
    """Every torn run that reads far better in step than as shown; nothing else is touched."""
    if page.alphabet.isdisjoint(_TRAILS):
        return []
    found: list[Change] = []
    if not page.alphabet.isdisjoint(gbk.HOLES):
        found = _all(page, _HOLED, [])
    if found or page.is_traditional or page.has_private:
        found = _all(page, _BARE, found)
    return found


def _all(page: Page, pattern: re.Pattern[str], taken: list[Change]) -> list[Change]:
    stats, text, at = statistics(), page.text, 0
    found = list(taken)
    spoken_for = {at for c in taken for at in range(c.start, c.end)}
    trials = Trials(text)
    while trials.go_on and (hit := pattern.search(text, at)):
        at = hit.end()
        if hit.start() in spoken_for or not _is_strange(stats, text, hit):
            continue
        change = trials.attempt(hit, partial(_read, stats, page))
        if change:
            found.append(change)
            at = change.end
    return sorted(found)


def _is_strange(stats: Statistics, text: str, hit: re.Match[str]) -> bool:
    """Whether the mark is followed by what nobody writes and, read one byte off, by what one does.

    With a hole before it less is asked: private-use characters may have been lost right there.
    """
    char, holed = text[hit.end()], hit.re is _HOLED
    if char not in _shifting()[hit["mark"]] and (not holed or char.isascii()) and char not in gbk.HOLES:
        return False
    ahead = fold(GLOSS.sub("", text[hit.end() : hit.end() + 24])[:3])
    return stats.score("\n" + fold(hit["mark"]), ahead) < (_STRANGE_HOLED if holed else _STRANGE)


@cache
def _shifting() -> dict[str, frozenset[str]]:
    """Mark -> the characters that, one byte off after it, make a common one (``，`` and ``F`` make 現)."""
    stats = statistics()
    firsts = {c: p[0] for c, p in gbk.pairs().items()} | {chr(c): c for c in range(0x40, 0x7F)}
    common: dict[int, set[int]] = {}
    for pair, char in gbk.chars().items():
        if gbk.is_printed(char) and stats.frequency(fold(char)) > _RARE:
            common.setdefault(pair >> 8, set()).add(pair & 0xFF)
    return {m: frozenset(c for c, b in firsts.items() if b in common[trail]) for m, trail in _TRAILS.items()}


def _read(stats: Statistics, page: Page, hit: re.Match[str]) -> Change | None:
    """The run read in step, if that is far likelier than what is shown, with the runners-up.

    Where private-use characters were lost it is read again with that in mind, but only if it is nearly good without.
    """
    margin = _MARGIN if hit.re is _HOLED else _MARGIN_BARE
    readings: list[Reading] = []
    for lossy in (False, True) if hit.re is _HOLED else (False,):
        run = Shifted(stats, page.text, hit.start(), hit.end(), lossy=lossy, folded=page.is_folded)
        readings = run.read((lead, _TRAILS[hit["mark"]], 0.0) for lead in _torn())
        if not readings or readings[0].gain < _PROMISING:
            return None
        if page.has_private or (readings[0].gain > margin and run.is_fair(readings[0])):
            break
    best = next((r for r in readings if _is_sound(page, hit, r)), None)
    if best is None or best.gain <= margin + (_DOUBT if is_asking(page.text, hit.start()) else 0.0):
        return None
    others = dict.fromkeys(r.text for r in readings if r.end == best.end and r.text != best.text)
    return Change(hit.start(), best.end, best.text, "mojibake", True, tuple(others))


def _is_sound(page: Page, hit: re.Match[str], reading: Reading) -> bool:
    """Whether something bears the reading out: a byte that was kept, and the script of the page."""
    if not _HAN.search(reading.text):
        return not is_asking(page.text, hit.start())
    if gbk.HOLES.issuperset(page.text[hit.end() : reading.end]):
        return False
    return page.has_traditional or traditional_only().isdisjoint(reading.text)


@cache
def _torn() -> tuple[str, ...]:
    """The characters whose second byte is A3: one of them stood where the hole is."""
    row = (gbk.chars().get(lead << 8 | 0xA3, "") for lead in range(0x81, 0xFF))
    return tuple(c for c in row if c and gbk.is_printed(c))
