"""题目：一件事属于哪个领域，看它自己的词，再看本句和标题的词。

Which field an item belongs to: its own words first, then those of its sentence and of the headings above it.
"""

from __future__ import annotations

from bisect import bisect_left
from functools import cache
from typing import cast

import ahocorasick_rs

from taizhang.reading.findings import Topic
from taizhang.reading.lexicon import table
from taizhang.text.span import Span

_OWN, _SENTENCE, _HEADING, _TITLE, _BEFORE, _PARAGRAPH = 1.0, 0.25, 0.4, 0.3, 0.5, 3.0


@cache
def _lexicon() -> tuple[ahocorasick_rs.AhoCorasick, list[tuple[Topic, float]]]:
    words: list[str] = []
    says: list[tuple[Topic, float]] = []
    for topic, content, *_ in table("topics"):
        for entry in content.split():
            word, _, weight = entry.partition("*")
            words.append(word)
            says.append((cast(Topic, topic), float(weight or 2)))
    return ahocorasick_rs.AhoCorasick(words), says


class Topics:
    """The topic words of one text, found in one pass; asked run by run."""

    def __init__(self, text: str, title: Span | None = None) -> None:
        machine, says = _lexicon()
        hits = sorted(
            (start, end, word) for word, start, end in machine.find_matches_as_indexes(text, overlapping=True)
        )
        self._starts = [start for start, _, _ in hits]
        self._hits = [(end, *says[word]) for _, end, word in hits]
        self._asked: tuple[Span, tuple[Span, ...]] | None = None
        self._total: dict[Topic, float] = {}
        self._title = self._weights(title) if title else {}
        self._before: Topic = "governance"
        self._paragraph, self._shares = Span(0, 0), dict[Topic, float]()

    def _weights(self, at: Span) -> dict[Topic, float]:
        made: dict[Topic, float] = {}
        first = bisect_left(self._starts, at.start)
        for end, topic, weight in self._hits[first : bisect_left(self._starts, at.end, first)]:
            if end <= at.end:
                made[topic] = made.get(topic, 0.0) + weight
        return made

    def _around(self, paragraph: Span) -> dict[Topic, float]:
        """The weights of a whole paragraph, as shares of one."""
        if paragraph != self._paragraph:
            weights = self._weights(paragraph)
            whole = sum(weights.values()) or 1.0
            self._paragraph, self._shares = paragraph, {topic: weight / whole for topic, weight in weights.items()}
        return self._shares

    def of(self, item: Span, sentence: Span, paragraph: Span, headings: tuple[Span, ...]) -> Topic:
        """The field with most weight; with no word at all the field of the item before."""
        total = dict(self._context(sentence, paragraph, headings))
        for topic, weight in self._weights(item).items():
            total[topic] = total.get(topic, 0.0) + weight * _OWN
        total[self._before] = total.get(self._before, 0.0) + _BEFORE
        self._before = max(total, key=total.__getitem__)
        return self._before

    def _context(self, sentence: Span, paragraph: Span, headings: tuple[Span, ...]) -> dict[Topic, float]:
        """What title, headings, paragraph and sentence weigh, worked out once a sentence."""
        key = (sentence, headings)
        if key != self._asked:
            total: dict[Topic, float] = {}
            shares = [
                (self._weights(sentence), _SENTENCE),
                (self._title, _TITLE),
                (self._around(paragraph), _PARAGRAPH),
            ]
            shares += [(self._weights(heading), _HEADING) for heading in headings]
            for weights, share in shares:
                for topic, weight in weights.items():
                    total[topic] = total.get(topic, 0.0) + weight * share
            self._asked, self._total = key, total
        return self._total
