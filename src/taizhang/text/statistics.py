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

_HALF = str.maketrans(dict(zip(",;:?!()123456789", "，；：？！（）000000000", strict=True)) | {"著": "着"})
_BACKED_OFF = -1.2  # 退一阶的代价 the price of falling back by one order
_UNKNOWN = -15.0  # 没见过的字 a character never seen
_FLOOR = -17.0


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
    """Sorted keys of one, two and three characters with the logarithm of the last one's probability."""

    def __init__(self, data: bytes) -> None:
        self._ones, at = _table(data, 0, 2)
        self._twos, at = _table(data, at, 4)
        self._threes, _ = _table(data, at, 6)
        self._single = dict(zip(*self._ones, strict=True))

    def after(self, two: str, char: str) -> float:
        """log P(char | the two before it), all of them folded; falls back to fewer characters."""
        code = ord(char)
        if code > 0xFFFF or len(two) < 2 or two > "\uffff":
            return _UNKNOWN
        pair = ord(two[1]) << 16 | code
        found = _lookup(self._threes, ord(two[0]) << 32 | pair)
        if found is not None:
            return found
        found = _lookup(self._twos, pair)
        if found is not None:
            return max(_FLOOR, found + _BACKED_OFF)
        single = self._single.get(code)
        return _UNKNOWN if single is None else max(_FLOOR, single / -16 + 2 * _BACKED_OFF)

    def score(self, before: str, text: str) -> float:
        """log P(text | before); both folded."""
        whole = ("\n\n" + before)[-2:] + text
        return sum(self.after(whole[i : i + 2], whole[i + 2]) for i in range(len(text)))

    def frequency(self, char: str) -> float:
        """log P(char) on its own."""
        return self._single.get(ord(char), 256) / -16


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


def _lookup(table: Table, key: int) -> float | None:
    keys, scores = table
    at = bisect_left(keys, key)
    return scores[at] / -16 if at < len(keys) and keys[at] == key else None


@cache
def statistics() -> Statistics:
    """The shipped counts, read once when first needed."""
    return Statistics(resources.files("taizhang.text").joinpath("lexicon", "characters.bin").read_bytes())
