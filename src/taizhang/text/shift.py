"""错开一个字节的文字：从丢了首字节的地方起逐字错位，直到又对齐；这里把它错回来。

Text read one byte off. From a lost byte on, every character shown is the end of one and the beginning of the next,
until a single byte brings the reading back in step. Given the byte left over, this reads it in step again; what a lost
byte was is weighed by character statistics, everything else is certain.
"""

from __future__ import annotations

import heapq
import re
from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import NamedTuple

from taizhang.text import gbk
from taizhang.text.hanzi import has_reading, plain_reading, simplified_forms, syllables
from taizhang.text.statistics import Statistics, fold, statistics

READING = re.compile(r"[(（]?([a-zɡà-ǜ\u0300-\u030c]{1,9})[)）]")
_GLOSS = re.compile(r"[(（][a-zɡà-ǜ\u0300-\u030c]{1,9}[)）]")
_LONGEST = 60  # 错位的一段最多看这么多字 characters of a shifted run looked at
_TELLING = 6.0  # 读音对得上或对不上，值多少 what a reading that agrees or does not is worth
_CLOSED = 32  # 每处收尾试几个候选 hypotheses tried for an end at one place
_BEAM = 96  # 一步留的候选 hypotheses kept a step
_KEPT = 3  # 同一处境留几个候选 hypotheses kept in one state
_HOPELESS = -14.0  # 比原样差这么多就不再试 this much worse than what is shown, and it is not tried on
_SUSPECTS = 3  # 每一步最多替这么多候选设想丢字 hypotheses a step for which a lost one is thought of
_FLOOR = -1e9
_FAIR_PAIR = -9.0  # 两个字合起来不到此分，疑心连丢了两个 below it two lost in a row are thought of
_HOLE_AS_MARK = 3.0  # 问号更像洞，不像折过的全角问号 a question mark is sooner a hole than a folded mark
_ODD = -10.5  # 有一处低于此分，就算读得不顺 a place that reads badly
_FAIR = -6.5  # 不到这个分才疑心丢了一个自定义区字 below it a lost private-use character is thought of


class Guess(NamedTuple):
    """One way to read on: ``text`` so far, the byte ``pending`` that begins the next character, the score."""

    score: float
    text: str
    two: str
    pending: int


@dataclass(frozen=True, slots=True)
class Reading:
    """A shifted run read in step: it ends before ``end`` of the page; ``gain`` is log-odds against what was shown."""

    text: str
    end: int
    gain: float


class Shifted:
    """The run of ``page`` from ``start`` (its damage) of which ``body`` on is one byte off.

    ``lossy``: private-use characters were lost from the page; ``folded``: its full-width forms became half-width.
    """

    def __init__(self, statistics: Statistics, page: str, start: int, body: int, *, lossy: bool, folded: bool) -> None:
        self._stats = statistics
        self._page, self._start, self._body = page, start, body
        self._lossy, self._folded = lossy, folded
        self._ends: dict[int, tuple[int, str, float]] = {}
        self._before = fold(("\n\n" + _GLOSS.sub("", page[max(0, start - 14) : start]))[-2:])

    def read(self, openings: Iterable[tuple[str, int, float]]) -> list[Reading]:
        """The best readings, best first. An opening is text already known, the pending byte and its cost."""
        beam = [self._open(text, pending, cost) for text, pending, cost in openings]
        ends: list[Reading] = []
        shown = self._shown(self._page[self._start : self._body])
        for at in range(self._body, min(len(self._page), self._body + _LONGEST) + 1):
            ends += self._endings(beam, at)
            if at == len(self._page) or not beam:
                break
            beam = self._merge(self._step(beam, self._page[at]))
            shown += self._shown(self._page[at], self._page[max(self._start, at - 2) : at])
            if beam and max(beam).score - shown < _HOPELESS and at > self._body + 1:
                break
        return heapq.nlargest(_KEPT, ends, key=lambda r: r.gain)

    def _open(self, text: str, pending: int, cost: float) -> Guess:
        return self._grow(Guess(-cost, "", self._before, 0), text, pending)

    def _grow(self, guess: Guess, text: str, pending: int) -> Guess:
        folded = fold(text)
        score = guess.score + self._stats.score(guess.two, folded)
        return Guess(score, guess.text + text, (guess.two + folded)[-2:], pending)

    def _shown(self, text: str, before: str = "") -> float:
        return self._stats.score(fold(self._before + before)[-2:], fold(text))

    def _step(self, beam: list[Guess], char: str) -> Iterator[Guess]:
        """Ways to read one more shown character and stay one byte off."""
        trail, pending = _as_pair(char, folded=self._folded) or (0, 0)
        if pending < 0x81:
            return
        cost = _HOLE_AS_MARK if char == "?" else 0.0
        poor: list[Guess] = []
        for guess in beam:
            grown = self._next(guess, trail, pending)
            if grown is not None:
                yield grown._replace(score=grown.score - cost)
            if grown is None or grown.score - guess.score < _FAIR:
                poor.append(guess)
        if self._lossy:
            for guess in heapq.nlargest(_SUSPECTS, poor):
                yield from self._lost(guess, trail, pending)

    def _next(self, guess: Guess, trail: int, pending: int) -> Guess | None:
        whole = gbk.chars().get(guess.pending << 8 | trail)
        if whole is None or not gbk.is_printed(whole):
            return None
        plain = fold(whole)
        score = guess.score + self._stats.after(guess.two, plain)
        return Guess(score, guess.text + whole, guess.two[1] + plain, pending)

    def _lost(self, guess: Guess, trail: int, pending: int) -> list[Guess]:
        """One private-use character was lost here, or two in a row: only the ends of the run's bytes are known."""
        first = self._firsts(guess)
        found = self._lasts(first, trail, pending)
        best = max((g.score for g in found), default=_FLOOR) - guess.score
        if best < _FAIR_PAIR:
            found += self._lasts(self._middles(first), trail, pending)
        return heapq.nlargest(4, found)

    def _firsts(self, guess: Guess) -> list[tuple[Guess, int]]:
        """The characters that begin with the pending byte and end in one that begins a private-use pair."""
        found = [(g, end) for end in gbk.private_pairs() if (g := self._next(guess, end, 0))]
        return heapq.nlargest(4, found)

    def _middles(self, firsts: list[tuple[Guess, int]]) -> list[tuple[Guess, int]]:
        """One more character between two lost ones: both its bytes are within private-use pairs."""
        found = [pair for first in firsts for pair in self._among(*first, gbk.private_pairs())]
        return heapq.nlargest(6, found)

    def _lasts(self, firsts: list[tuple[Guess, int]], trail: int, pending: int) -> list[Guess]:
        found = (pair for first in firsts for pair in self._among(*first, (trail,)))
        return [g._replace(pending=pending) for g, _ in found]

    def _among(self, guess: Guess, between: int, trails: Container[int]) -> Iterator[tuple[Guess, int]]:
        """Known followers that end in one of ``trails``; ``between`` and their first byte make a private-use pair."""
        after, two = self._stats.after, guess.two
        for plain, whole, trail in _following(two[1], gbk.private_pairs()[between]):
            if trail in trails:
                yield Guess(guess.score + after(two, plain), guess.text + whole, two[1] + plain, 0), trail

    def _endings(self, beam: list[Guess], at: int) -> Iterator[Reading]:
        """Ways in which the run ends at the character ``at``, the reading being in step again after it."""
        char = self._page[at : at + 1]
        for guess in beam if len(beam) <= _CLOSED else heapq.nlargest(_CLOSED, beam):
            if char and "@" <= char <= "~":
                yield from self._closed(guess, [(ord(char), "")], at + 1, 0.0)
            elif char in gbk.HOLES:
                yield from self._closed(guess, self._any_trail(guess), at + 1, 3.0)
            elif len(pair := _pair(char)) == 2 and 0x40 <= pair[1] <= 0x7E:
                yield from self._closed(guess, [(pair[0], chr(pair[1]))], at + 1, 0.5)
            elif not pair:
                yield from self._closed(guess, self._any_trail(guess), at, 4.0)

    def _any_trail(self, guess: Guess) -> list[tuple[int, str]]:
        """The last byte was lost too: the likeliest characters that begin with the pending one."""
        known = _following(guess.two[1], (guess.pending,)) or _commonest(guess.pending)
        fit = ((self._stats.after(guess.two, plain), trail) for plain, _, trail in known)
        return [(trail, "") for _, trail in heapq.nlargest(4, fit)]

    def _closed(self, guess: Guess, last: list[tuple[int, str]], end: int, cost: float) -> Iterator[Reading]:
        for trail, more in last:
            whole = gbk.chars().get(guess.pending << 8 | trail)
            if whole is None or not gbk.is_printed(whole):
                continue
            stop, ahead, shown = self._end_at(end)
            bonus = self._bonus(whole, end, stop)
            grown = self._grow(guess, whole + more, 0)
            gain = grown.score + bonus - cost + self._stats.score(grown.two, ahead) - shown
            yield Reading(grown.text, stop, gain)

    def _end_at(self, end: int) -> tuple[int, str, float]:
        """Of a run ending at ``end``: where an injected reading after it ends, what follows, and the score as shown."""
        if end not in self._ends:
            gloss = READING.match(self._page, end)
            stop = gloss.end() if gloss and plain_reading(gloss[1]) in syllables() else end
            ahead = fold(_GLOSS.sub("", self._page[stop : stop + 12])[:2])
            shown = self._shown(_GLOSS.sub("", self._page[self._start : end]) + ahead)
            self._ends[end] = (stop, ahead, shown)
        return self._ends[end]

    def is_fair(self, reading: Reading) -> bool:
        """Whether no place in it reads badly."""
        whole = self._before + fold(reading.text)
        return all(self._stats.after(whole[i : i + 2], whole[i + 2]) > _ODD for i in range(len(reading.text)))

    def _bonus(self, whole: str, end: int, stop: int) -> float:
        """What an injected reading after the last character says of its being right."""
        gloss = READING.match(self._page, end) if stop > end else None
        if gloss is None:
            return 0.0
        return _TELLING if has_reading(whole, plain_reading(gloss[1])) else -_TELLING

    def _merge(self, guesses: Iterable[Guess]) -> list[Guess]:
        """The best few of each state: what follows depends on no more than the pending byte and two characters."""
        states: dict[tuple[int, str], list[Guess]] = {}
        for guess in guesses:
            states.setdefault((guess.pending, guess.two), []).append(guess)
        kept = [g for same in states.values() for g in (same if len(same) <= _KEPT else heapq.nlargest(_KEPT, same))]
        return kept if len(kept) <= _BEAM else heapq.nlargest(_BEAM, kept)


@lru_cache(maxsize=8192)
def _following(char: str, leads: tuple[int, ...]) -> tuple[tuple[str, str, int], ...]:
    """What may follow a character: folded, as written in either script, and its last byte."""
    found = ((plain, whole, _pair(whole)) for plain in statistics().followers(char) for whole in _written(plain))
    return tuple((p, w, pair[1]) for p, w, pair in found if pair and pair[0] in leads and gbk.is_printed(w))


@cache
def _commonest(lead: int) -> tuple[tuple[str, str, int], ...]:
    """The commonest characters of a first byte: folded, as written, and the last byte."""
    row = [(fold(c), c, t) for t in range(0x40, 0xFF) if (c := gbk.chars().get(lead << 8 | t)) and gbk.is_printed(c)]
    return tuple(sorted(row, key=lambda r: -statistics().frequency(r[0]))[:8])


def _written(plain: str) -> tuple[str, ...]:
    return (plain, *_old_forms().get(plain, ()))


@cache
def _old_forms() -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for old, plain in simplified_forms().items():
        found.setdefault(plain, []).append(old)
    return {plain: tuple(old) for plain, old in found.items()}


def _pair(char: str) -> tuple[int, ...]:
    return gbk.pairs().get(char, ())


def _as_pair(char: str, *, folded: bool) -> tuple[int, int] | None:
    """The bytes a shown character stands for: its own, or those of its full-width form where that was folded."""
    pair = gbk.pairs().get(char)
    if pair or not folded:
        return pair
    if "!" <= char <= "~":
        return 0xA3, ord(char) | 0x80
    return (0xA1, 0xA1) if char == " " else None
