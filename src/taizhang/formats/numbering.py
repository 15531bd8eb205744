"""自动编号：Word 不把“一、”写进正文，要替它数出来。

Word keeps automatic numbers out of the text; they are counted here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final

from lxml import etree

W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_DIGITS: Final = "〇一二三四五六七八九"
_CHINESE: Final = frozenset(
    {"chineseCounting", "chineseCountingThousand", "japaneseCounting", "ideographDigital", "taiwaneseCounting"}
    | {"taiwaneseCountingThousand", "chineseLegalSimplified", "ideographTraditional", "koreanCounting"}
)
_ROMAN: Final = ((100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))
_MOST = 999


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list: its number format, its pattern (``（%1）``) and where it starts."""

    style: str
    pattern: str
    start: int = 1


@dataclass(slots=True)
class Numbering:
    """The lists of a document and how far each has counted."""

    levels: dict[str, dict[int, Level]] = field(default_factory=dict)
    _counts: dict[str, list[int]] = field(default_factory=dict)
    _lists: dict[str, str] = field(default_factory=dict)

    def next(self, number: str, depth: int) -> str:
        """The printed ordinal of the next paragraph of list ``number`` at ``depth``; empty for bullets."""
        levels = self.levels.get(self._lists.get(number, ""), {})
        level = levels.get(depth)
        if level is None or level.style in {"bullet", "none"}:
            return ""
        counts = self._counts.setdefault(number, [])
        while len(counts) <= depth:
            above = levels.get(len(counts))
            counts.append((above.start if above else 1) - 1)
        counts[depth] += 1
        del counts[depth + 1 :]
        return re.sub(r"%([1-9])", lambda m: self._printed(levels, counts, int(m.group(1)) - 1), level.pattern)

    @staticmethod
    def _printed(levels: dict[int, Level], counts: list[int], depth: int) -> str:
        if depth >= len(counts):
            return ""
        level = levels.get(depth)
        return ordinal(max(counts[depth], 1), level.style if level else "decimal")


def numbering(root: etree._Element | None) -> Numbering:
    """From ``word/numbering.xml``; without it nothing is numbered."""
    made = Numbering()
    if root is None:
        return made
    for abstract in root.iter(f"{W}abstractNum"):
        levels = {_depth(level): _level(level) for level in abstract.iter(f"{W}lvl")}
        made.levels[abstract.get(f"{W}abstractNumId", "")] = levels
    for instance in root.iter(f"{W}num"):
        target = instance.find(f"{W}abstractNumId")
        if target is not None:
            made._lists[instance.get(f"{W}numId", "")] = target.get(f"{W}val", "")
    return made


def _depth(level: etree._Element) -> int:
    return whole(level.get(f"{W}ilvl", "0"))


def _level(level: etree._Element) -> Level:
    return Level(
        _value(level, "numFmt") or "decimal", _value(level, "lvlText"), whole(_value(level, "start") or "1", 1)
    )


def _value(level: etree._Element, name: str) -> str:
    found = level.find(f"{W}{name}")
    return "" if found is None else str(found.get(f"{W}val", ""))


def whole(printed: str, default: int = 0) -> int:
    """A small whole number of an attribute; anything else is the default."""
    return int(printed) if printed.isascii() and printed.isdigit() and len(printed) < 7 else default


def ordinal(number: int, style: str) -> str:
    """A number in Word's format.

    >>> ordinal(12, "chineseCounting"), ordinal(3, "upperLetter"), ordinal(2, "decimalEnclosedCircle")
    ('十二', 'C', '②')
    """
    if style in _CHINESE and number <= _MOST:
        return chinese(number)
    if style in {"upperLetter", "lowerLetter"} and number <= 26:
        return chr(ord("A" if style == "upperLetter" else "a") + number - 1)
    if style in {"upperRoman", "lowerRoman"} and number < 400:
        return _roman(number) if style == "upperRoman" else _roman(number).lower()
    if style.startswith("decimalEnclosedCircle") and number <= 20:
        return chr(0x2460 + number - 1)
    return str(number)


def chinese(number: int) -> str:
    """1 … 999 in Chinese numerals.

    >>> chinese(10), chinese(21), chinese(105)
    ('十', '二十一', '一百〇五')
    """
    hundreds, rest = divmod(number, 100)
    tens, ones = divmod(rest, 10)
    head = f"{_DIGITS[hundreds]}百" if hundreds else ""
    if tens:
        middle = "十" if tens == 1 and not hundreds else f"{_DIGITS[tens]}十"
    else:
        middle = "〇" if hundreds and ones else ""
    return head + middle + (_DIGITS[ones] if ones else "")


def _roman(number: int) -> str:
    printed = ""
    for value, letters in _ROMAN:
        times, number = divmod(number, value)
        printed += letters * times
    return printed
