"""谓语：从一处起，认出状语、动词和宾语的起点。

Where a clause's predicate stands: its adverbs, its verb (or run of verbs) and the start of its object.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

import ahocorasick_rs

from taizhang.reading.lexicon import groups

_WHEN = re.compile(
    r"(?:到|在|于)?(?:20\d\d年|今年|明年|本年)?(?:年内|年底前?|全年|年末|上半年|下半年|\d{1,2}月(?:底|份|中旬)?前?|[一二三四]季度)(?:前|末)?"
)
_JOINTS = frozenset("、和与并及")
_CONNECTORS = re.compile(
    r"(?:同时|此外|另外|而且|并且|并|且|还|也|从而|进而|以及|特别是|尤其是|其中|具体是|主要是|重点是|一方面|另一方面|"
    r"下一步|接下来|为此|对此|因此|所以|然后|随后|之后|同步|当前|目前|近日|日前|近年来|一直以来|总之|与此同时|在此基础上|今后)[，,]?"
)

_CONNECTING = frozenset("同此另而并且还也从进以特尤其具主重一下接为对因所然随之当目近总与在今")
"""The first characters of the connectors."""


@dataclass(frozen=True, slots=True)
class Words:
    """The lexicons a predicate is recognised by, each word with what it says."""

    verbs: frozenset[str]
    adverbs: frozenset[str]
    chained: frozenset[str]
    nouns: dict[str, tuple[str, ...]]

    def nouns_from(self, verb: str) -> tuple[str, ...]:
        """Compound nouns that begin with a verb (生产总值, 服务业)."""
        return self.nouns.get(verb, ())


@cache
def words() -> Words:
    verbs = frozenset[str]().union(*groups("verbs").values())
    nouns = {verb: tuple(n for n in groups("verb_nouns")["noun"] if n.startswith(verb)) for verb in verbs}
    adverbs = frozenset[str]().union(*groups("adverbs").values())
    return Words(
        verbs,
        adverbs,
        groups("chained_verbs")["chain"],
        {verb: found for verb, found in nouns.items() if found},
    )


@dataclass(frozen=True, slots=True)
class Lead:
    """The beginning of a predicate: adverbs from ``start``, verbs from ``verb_at`` to ``object_at``."""

    start: int
    verb_at: int
    object_at: int
    adverbs: tuple[str, ...]
    verb: str


@dataclass(frozen=True, slots=True)
class Marks:
    """Where the words of the lexicons stand in one text: place → the longest verb, the longest adverb there."""

    verbs: dict[int, str]
    adverbs: dict[int, str]


@cache
def _machines() -> tuple[tuple[ahocorasick_rs.AhoCorasick, list[str]], ...]:
    known = words()
    lists = (sorted(known.verbs), sorted(known.adverbs))
    return tuple((ahocorasick_rs.AhoCorasick(found), found) for found in lists)


@lru_cache(maxsize=4)
def marks(text: str) -> Marks:
    """All places of verbs and adverbs, in one pass over the text."""
    made: list[dict[int, str]] = []
    for machine, known in _machines():
        longest: dict[int, str] = {}
        for index, start, _ in machine.find_matches_as_indexes(text, overlapping=True):
            word = known[index]
            if start not in longest or len(word) > len(longest[start]):
                longest[start] = word
        made.append(longest)
    return Marks(*made)


def _fitting(word: str, text: str, place: int, end: int, known: frozenset[str]) -> str:
    """The word, or a shorter one where it would run past the end of the clause."""
    if place + len(word) <= end:
        return word
    return next((text[place:cut] for cut in range(end, place, -1) if text[place:cut] in known), "")


def _verb(text: str, place: int, end: int) -> str:
    word = marks(text).verbs.get(place, "")
    return _fitting(word, text, place, end, words().verbs) if word else ""


def _adverb(text: str, place: int, end: int) -> str:
    word = marks(text).adverbs.get(place, "")
    return _fitting(word, text, place, end, words().adverbs) if word else ""


def skip_connectors(text: str, start: int, end: int) -> int:
    """Past 同时, 特别是, 此外 … at the head of a clause."""
    while start < end and text[start] in _CONNECTING and (found := _CONNECTORS.match(text, start, end)):
        start = found.end()
    return start


@lru_cache(maxsize=1024)
def lead_at(text: str, start: int, end: int) -> Lead | None:
    """The predicate that begins exactly here, if one does.

    >>> lead = lead_at("加快推进牡丹景区建设", 0, 10)
    >>> (lead.adverbs, lead.verb) if lead else None
    (('加快',), '推进')
    """
    known = marks(text)
    if start not in known.verbs and start not in known.adverbs:
        return None
    adverbs, place = _adverbs(text, start, end)
    verb_at = place
    verb = ""
    while found := _verb_at(text, place, end, bool(verb)):
        place = _past_complement(text, place + len(found), end)
        verb = text[verb_at:place]
        joint = _joint(text, place, end)
        if not joint and not _chained(text, place, end):
            break
        place += joint
    object_at = verb_at + len(verb)
    if not verb:
        if not adverbs:
            return None
        return _adverb_as_verb(text, start, adverbs, end)
    return Lead(start, verb_at, object_at, adverbs, verb)


def _adverbs(text: str, start: int, end: int) -> tuple[tuple[str, ...], int]:
    found: list[str] = []
    while word := _adverb(text, start, end):
        if len(_verb(text, start, end)) > len(word):
            break
        found.append(word)
        start += len(word)
        when = _WHEN.match(text, start, end)
        start = when.end() if when else start
        if start < end and text[start] in "、地而和":
            start += 1
    return tuple(found), start


def _verb_at(text: str, place: int, end: int, again: bool) -> str:
    word = _verb(text, place, end)
    if word and text.startswith(words().nouns_from(word), place):
        return ""
    return word if len(word) > 1 or not again else ""


def _past_complement(text: str, place: int, end: int) -> int:
    return place + 1 if place < end and text[place] in "好了" else place


def _chained(text: str, place: int, end: int) -> bool:
    """Whether another verb follows at once and has an object of its own (编制实施《规划》)."""
    word = text[place : place + 2]
    after = place + 2
    return word in words().chained and after + 1 < end and text[after] not in "的、和与及等”）) "


def _joint(text: str, place: int, end: int) -> int:
    """1 where two verbs are joined (维护、解决; 坚持和完善), 0 where the object begins."""
    if place < end and text[place] in _JOINTS and len(_verb(text, place + 1, end)) > 1:
        return 1
    return 0


def _adverb_as_verb(text: str, start: int, adverbs: tuple[str, ...], end: int) -> Lead | None:
    """加快, 统筹, 巩固 … govern an object themselves when no verb follows."""
    verb = adverbs[-1]
    if verb not in words().verbs or len(verb) < 2:
        return None
    at = text.find(verb, start + sum(map(len, adverbs[:-1])), end)
    return Lead(start, at, at + len(verb), adverbs[:-1], verb)
