"""单位与量词：从词表来，按最长匹配。Units and classifiers out of the lexicon, longest match first."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from taizhang.reading.lexicon import table


@dataclass(frozen=True, slots=True)
class Unit:
    """A row of units.tsv; ``blocked``: letters that, following, make it the head of another word (次产业)."""

    word: str
    kind: str
    chinese: str = "n"
    blocked: str = ""


@cache
def _units() -> dict[str, Unit]:
    return {row[0]: Unit(*row) for row in table("units")}


@cache
def _longest() -> int:
    return max(map(len, _units()))


_RATE = re.compile(r"[/／](?=\D)")
_LATIN = re.compile(r"[A-Za-z]")


def unit_at(text: str, place: int) -> Unit | None:
    """The longest unit that begins at ``place``, a rate (微克/立方米, 元/亩) included."""
    unit = _simple(text, place)
    if unit is None:
        return None
    after = place + len(unit.word)
    if _RATE.match(text, after):
        below = _simple(text, after + 1)
        if below is not None:
            return Unit(f"{unit.word}/{below.word}", unit.kind, unit.chinese)
    return unit


def _simple(text: str, place: int) -> Unit | None:
    units = _units()
    for length in range(min(_longest(), len(text) - place), 0, -1):
        word = text[place : place + length]
        unit = units.get(word)
        if unit is not None and _free(text, word, place + length):
            return unit
    return None


def _free(text: str, word: str, after: int) -> bool:
    follower = text[after : after + 1]
    if follower and _LATIN.match(word[-1]) and _LATIN.match(follower):
        return False
    return not follower or follower not in _units()[word].blocked
