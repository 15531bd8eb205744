"""一篇待修的文字，和各步修复共用的判断（是不是机器转的繁体、拼音注得多不多）。

A text under repair and what the fixers agree on about it, each computed once.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cached_property

from taizhang.text.hanzi import HAN, everyday, has_reading, plain_reading, simplified_only, traditional_only

GLOSS = re.compile(rf"(?<=[{HAN}])[(（]([a-zA-ZɡÀ-ǜḿ\u0300-\u030c]{{1,9}})[)）]")
"""A bracketed reading after a character; group 1 is the reading."""

_QUOTED = re.compile(r"“[^”\n]*”|「[^」\n]*」|『[^』\n]*』|《[^》\n]*》")
_BRACKETS = frozenset("(（")


class Page:
    """One text with its facts; fixers read it and never change it."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.alphabet = frozenset(text)

    @property
    def has_traditional(self) -> bool:
        """Whether any character exists in traditional script only."""
        return not self.alphabet.isdisjoint(traditional_only())

    @cached_property
    def is_traditional(self) -> bool:
        """Whether the text as a whole is in traditional script, or mixed as a machine leaves it.

        What stands in quotation marks has no voice unless nothing else speaks: it may quote an old text.
        """
        if not self.has_traditional:
            return False
        old, new = _count(_QUOTED.sub("", self.text))
        if not old and not new:
            old, new = _count(self.text)
        return old >= new

    @cached_property
    def has_private(self) -> bool:
        """Whether private-use characters of GBK's user-defined area were kept."""
        return any("\ue000" <= c <= "\ue765" for c in self.alphabet)

    @property
    def is_folded(self) -> bool:
        """Whether full-width punctuation was made half-width: there is none of it."""
        return self.alphabet.isdisjoint("，；：？！")

    @cached_property
    def glosses(self) -> tuple[re.Match[str], ...]:
        """Every bracketed word that could be a reading of the character before it."""
        if self.alphabet.isdisjoint(_BRACKETS):
            return ()
        return tuple(GLOSS.finditer(self.text))

    @cached_property
    def annotated(self) -> int:
        """How many traditional characters carry their own reading in brackets: the mark of an annotating mirror."""
        text, known = self.text, traditional_only()
        hits = ((text[m.start() - 1], m[1]) for m in self.glosses)
        return sum(c in known and has_reading(c, plain_reading(r)) for c, r in hits)

    @cached_property
    def annotated_simplified(self) -> bool:
        """Whether somebody simplified an annotated page and left the brackets (``发(fā)展``).

        Five glosses or more, nearly all on everyday characters whose form the script changed: no author glosses so.
        """
        text, forms = self.text, simplified_only() | traditional_only()
        bases = [(text[m.start() - 1], plain_reading(m[1])) for m in self.glosses]
        good = [
            c for c, r in bases if c in forms and (c in everyday() or c in traditional_only()) and has_reading(c, r)
        ]
        return len(good) >= 5 and len(set(good)) >= 3 and len(good) >= 0.9 * len(bases)


def _count(text: str) -> tuple[int, int]:
    """How many characters of ``text`` exist in traditional script only, and how many in simplified only."""
    counts = Counter(text)
    old, new = counts.keys() & traditional_only(), counts.keys() & simplified_only()
    return sum(counts[c] for c in old), sum(counts[c] for c in new)
