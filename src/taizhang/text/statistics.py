"""单字接续统计：哪个字后面跟哪个字更像话。只用来给撕坏的字挑候选。

How likely a character is after two others; only candidates for torn characters are weighed by it. The counts come from
a dictionary and official papers (recipe and licence: tools/character_statistics.py).
"""

from __future__ import annotations

import struct
import zlib
from array import array
from bisect import bisect_left
from functools import cache
from importlib import resources
from itertools import accumulate

from taizhang.text.hanzi import simplified_forms

_HALF = str.maketrans(dict(zip(",;:?!()123456789", "，；：？！（）000000000", strict=True)))
_UNKNOWN = -15.0  # 没见过的字 a character never seen
_FLOOR = -17.0
_NOTHING = (-16.0, 0.0)


def fold(text: str) -> str:
    """Text as it was counted: simplified, full-width punctuation, every figure a 0."""
    if len(text) == 1:
        return _folding_of(text)
    return text.translate(_folding())


@cache
def _folding_of(char: str) -> str:
    return char.translate(_folding())


@cache
def _folding() -> dict[int, str]:
    return {ord(a): b for a, b in simplified_forms().items()} | {k: str(v) for k, v in _HALF.items()}


class Statistics:
    """Sorted keys of one, two and three characters; the logarithm of the last one's probability after the others, and
    of what a pair or a character leaves to the shorter context when what follows it was not counted."""

    def __init__(self, data: bytes) -> None:
        ones, at = _table(data, 0, 2)
        self._twos, at = _table(data, at, 4)
        self._threes, _ = _table(data, at, 6)
        count = len(ones[0])
        self._single = {k: (ones[1][i] / -16, ones[1][count + i] / -16) for i, k in enumerate(ones[0])}

    def after(self, two: str, char: str) -> float:
        """log P(char | the two before it), all of them folded; falls back to fewer characters."""
        code = ord(char)
        if code > 0xFFFF or len(two) < 2 or two > "\uffff":
            return _UNKNOWN
        first, second = ord(two[0]), ord(two[1])
        threes = self._threes
        at = _place(threes[0], first << 32 | second << 16 | code)
        if at >= 0:
            return threes[1][at] / -16
        keys, scores = self._twos
        at = _place(keys, first << 16 | second)
        rest = scores[len(keys) + at] / -16 if at >= 0 else 0.0
        at = _place(keys, second << 16 | code)
        if at >= 0:
            return max(_FLOOR, rest + scores[at] / -16)
        single = self._single.get(code)
        if single is None:
            return _UNKNOWN
        return max(_FLOOR, rest + self._single.get(second, _NOTHING)[1] + single[0])

    def score(self, before: str, text: str) -> float:
        """log P(text | before); both folded."""
        whole = ("\n\n" + before)[-2:] + text
        return sum(self.after(whole[i : i + 2], whole[i + 2]) for i in range(len(text)))

    def followers(self, char: str) -> list[str]:
        """Every character counted after ``char``, folded."""
        keys = self._twos[0]
        low = ord(char) << 16
        return [chr(key & 0xFFFF) for key in keys[bisect_left(keys, low) : bisect_left(keys, low + 0x10000)]]

    def frequency(self, char: str) -> float:
        """log P(char) on its own."""
        return self._single.get(ord(char), _NOTHING)[0]


Table = tuple["array[int]", bytes]


def _table(data: bytes, at: int, width: int) -> tuple[Table, int]:
    count, size = struct.unpack_from("<II", data, at)
    body = zlib.decompress(data[at + 8 : at + 8 + size])
    wide = 8 if width > 4 else 4
    raw = bytearray(count * wide)
    for i in range(width):
        raw[i::wide] = body[i * count : (i + 1) * count]
    steps = memoryview(raw).cast("Q" if wide == 8 else "I")
    return (array("Q" if wide == 8 else "I", accumulate(steps)), body[width * count :]), at + 8 + size


def _place(keys: array[int], key: int) -> int:
    at = bisect_left(keys, key)
    return at if at < len(keys) and keys[at] == key else -1


@cache
def statistics() -> Statistics:
    """The shipped counts, read once when first needed."""
    return Statistics(resources.files("taizhang.text").joinpath("lexicon", "characters.bin").read_bytes())
