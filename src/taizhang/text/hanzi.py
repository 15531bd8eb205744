"""汉字表：繁简、常用与读音。繁简取 OpenCC 的 t2s，读音取自有表（来历见 tools/readings.py）。

What the fixers must know of characters: script, commonness, readings.
"""

from __future__ import annotations

import unicodedata
from functools import cache, lru_cache
from importlib import resources

import opencc

HAN = "\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
"""Character class of Han characters, for patterns."""

_FIRST, _LAST = 0x4E00, 0x9FFF


@cache
def _converter() -> opencc.OpenCC:
    return opencc.OpenCC("t2s")


def simplify(text: str) -> str:
    """OpenCC's t2s, whole: phrases count (乾坤 stays, 乾淨 does not)."""
    return str(_converter().convert(text))


@cache
def simplified_forms() -> dict[str, str]:
    """Each character that t2s changes on its own, and what it becomes; the particle 著 too."""
    chars = [chr(code) for code in range(_FIRST, _LAST + 1)]
    images = simplify("\n".join(chars)).split("\n")
    pairs = zip(chars, images, strict=True)
    return {a: b for a, b in pairs if a != b and len(b) == 1} | {"著": "着"}


@cache
def traditional_only() -> frozenset[str]:
    """What never stands in plain simplified text: t2s changes it and GB2312 lacks it; so 乾, 後 and 著 are not here."""
    return frozenset(c for c in simplified_forms() if not c.encode("gb2312", "ignore"))


@cache
def simplified_only() -> frozenset[str]:
    """Forms that traditional text never has: what traditional characters become, if Big5 lacks it (发, 这; not 后)."""
    return frozenset(c for c in simplified_forms().values() if not c.encode("big5", "ignore"))


@cache
def everyday() -> frozenset[str]:
    """The 3 755 characters of GB2312's first level: what a gloss is never needed for."""
    rows = (bytes((row, cell)) for row in range(0xB0, 0xD8) for cell in range(0xA1, 0xFF))
    return frozenset("".join(pair.decode("gb2312", "ignore") for pair in rows))


@cache
def readings() -> dict[str, frozenset[str]]:
    """Readings of each character, with tone marks (``發`` -> ``fā``)."""
    table = resources.files("taizhang.text").joinpath("lexicon", "readings.tsv").read_text("utf-8")
    found: dict[str, set[str]] = {}
    for line in table.splitlines():
        reading, _, chars = line.partition("\t")
        for char in chars:
            found.setdefault(char, set()).add(reading)
    return {char: frozenset(of) for char, of in found.items()}


@cache
def syllables() -> frozenset[str]:
    """Every reading there is, with and without its tone."""
    toned = frozenset[str]().union(*readings().values())
    return toned | {toneless(r) for r in toned}


@lru_cache(maxsize=4096)
def plain_reading(printed: str) -> str:
    """A printed reading in our spelling: composed, lower case, ``ɡ`` as ``g``."""
    return unicodedata.normalize("NFC", printed.strip().lower()).replace("ɡ", "g").replace("v", "ü")


def toneless(reading: str) -> str:
    marks = {"\u0300", "\u0301", "\u0304", "\u030c"}
    bare = "".join(c for c in unicodedata.normalize("NFD", reading) if c not in marks)
    return unicodedata.normalize("NFC", bare)


@lru_cache(maxsize=16384)
def has_reading(char: str, reading: str) -> bool:
    """Whether ``char`` may be read so; a reading printed without a tone agrees with any tone."""
    known = readings().get(char, frozenset())
    return reading in known or (reading == toneless(reading) and reading in {toneless(k) for k in known})
