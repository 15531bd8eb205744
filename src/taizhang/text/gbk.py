"""GBK 的双字节：字与字节对照，含用户自定义区（U+E000–E765）。

Two-byte GBK: which character a pair of bytes is, the user-defined area included.
"""

from __future__ import annotations

from functools import cache

HOLES = frozenset("?？\ufffd")
"""What a byte that fits nowhere is shown as."""


@cache
def chars() -> dict[int, str]:
    """``0xB1A3`` -> ``保``, for every pair that is a character; the user-defined area gives private-use ones."""
    found: dict[int, str] = {}
    for lead in range(0x81, 0xFF):
        for trail in range(0x40, 0xFF):
            char = bytes((lead, trail)).decode("gb18030", "ignore")
            if len(char) == 1 and trail != 0x7F:
                found[lead << 8 | trail] = char
    return found


@cache
def pairs() -> dict[str, tuple[int, int]]:
    """``保`` -> ``(0xB1, 0xA3)``."""
    return {char: (pair >> 8, pair & 0xFF) for pair, char in chars().items()}


def is_private(char: str) -> bool:
    """Whether the character stands for a user-defined pair, which many pages lose."""
    return "\ue000" <= char <= "\ue765"


@cache
def private_pairs() -> dict[int, tuple[int, ...]]:
    """First byte -> second bytes of the user-defined pairs."""
    found: dict[int, list[int]] = {}
    for pair, char in chars().items():
        if is_private(char):
            found.setdefault(pair >> 8, []).append(pair & 0xFF)
    return {first: tuple(seconds) for first, seconds in found.items()}


_MARKS = "，。、；：？！（）“”‘’《》—…·％【】"


def is_printed(char: str) -> bool:
    """Whether the character is one that text is made of: Han, or a mark of the first rows."""
    return "\u4e00" <= char <= "\u9fff" or char in _MARKS
