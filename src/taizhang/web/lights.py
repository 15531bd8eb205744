"""灯：颜色加形状加字（样式 §2b）。Lights are colour, shape and word together; look §2 (b)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise


@dataclass(frozen=True, slots=True)
class Light:
    """``letter`` is the class and the symbol; ``word`` is what a colour-blind reader, a printer and an ear get."""

    letter: str
    word: _StrPromise


WORST_FIRST: Final = (
    Light("r", _("滞后")),
    Light("y", _("预警")),
    Light("g", _("正常")),
    Light("b", _("已销号")),
    Light("n", _("未到期")),
)
_NAMES: Final = {
    "red": "r",
    "behind": "r",
    "yellow": "y",
    "amber": "y",
    "warning": "y",
    "green": "g",
    "normal": "g",
    "blue": "b",
    "done": "b",
    "closed": "b",
    "grey": "n",
    "none": "n",
    "not_due": "n",
}
_LIGHTS: Final = {light.letter: light for light in WORST_FIRST}
MARKS_AT_MOST: Final = 24
"""Up to so many entries a unit's row prints one glyph an entry; above it, a stacked bar."""


def light_of(name: str) -> Light:
    """By letter or by the ledger's name; raises KeyError for a name nobody knows."""
    return _LIGHTS[_NAMES.get(name, name)]


def counted(counts: Mapping[str, int]) -> list[tuple[Light, int]]:
    """Counts by light, worst first, missing lights as zero."""
    by_letter: dict[str, int] = {}
    for name, number in counts.items():
        letter = light_of(name).letter
        by_letter[letter] = by_letter.get(letter, 0) + number
    return [(light, by_letter.get(light.letter, 0)) for light in WORST_FIRST]


def in_words(pairs: Iterable[tuple[Light, int]]) -> str:
    return "，".join(f"{light.word} {number}" for light, number in pairs if number)


def glyphs(counts: Mapping[str, int]) -> list[tuple[str, int]]:
    """One (letter, x) an entry, 14 pixels apart."""
    letters = [light.letter for light, number in counted(counts) for _step in range(number)]
    return [(letter, 14 * at) for at, letter in enumerate(letters)]


def stacked(counts: Mapping[str, int]) -> Iterator[tuple[str, str, str]]:
    """(letter, start, width) in percent of the whole."""
    pairs = counted(counts)
    whole, before = sum(number for _light, number in pairs) or 1, 0
    for light, number in pairs:
        if number:
            yield light.letter, f"{before / whole:.2%}", f"{number / whole:.2%}"
        before += number
