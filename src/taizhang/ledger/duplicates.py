"""查重：同一对象、同一件事、时间相叠。The duplicate detector: same object, same matter, overlapping time.

《政府督查工作条例》 forbids 重复督查、多头督查 (DOMAIN §1.1): two bodies may not supervise one matter. Within one body
a likely duplicate is only warned of, with merging offered.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Literal

ALIKE = Fraction(6, 10)
"""Two titles are the same matter when they share this part of their character pairs."""
_NOISE = re.compile(r"[\W_\d]+|[万亿千百余多约]|完成|实施|推进|加快|全年|年内|建设|工作|项目")


@dataclass(frozen=True, slots=True)
class Matter:
    """What the detector compares, an entry or a request: ``object`` is supervised by the order of ``mandate``."""

    id: str
    title: str
    unit: str
    start: date
    end: date
    measure: str = ""
    object: str = ""
    mandate: str = ""


@dataclass(frozen=True, slots=True)
class Duplicate:
    """``refuse``: another body already supervises this; ``warn``: look, and merge if it is the same."""

    id: str
    title: str
    level: Literal["refuse", "warn"]
    alike: Fraction


def duplicates(new: Matter, others: Iterable[Matter]) -> tuple[Duplicate, ...]:
    """The accounts that may be the same, likest first."""
    found = [Duplicate(o.id, o.title, _level(new, o), alike(new.title, o.title)) for o in others if _same(new, o)]
    return tuple(sorted(found, key=lambda d: (d.level != "refuse", -d.alike)))


def _same(new: Matter, other: Matter) -> bool:
    together = new.start <= other.end and other.start <= new.end
    one_object = (new.object or new.unit) == (other.object or other.unit)
    one_measure = bool(new.measure) and new.measure == other.measure
    return new.id != other.id and together and one_object and (one_measure or alike(new.title, other.title) >= ALIKE)


def _level(new: Matter, other: Matter) -> Literal["refuse", "warn"]:
    return "refuse" if new.mandate and other.mandate and new.mandate != other.mandate else "warn"


def alike(left: str, right: str) -> Fraction:
    """How much two titles share, by pairs of characters, figures and empty words aside (Dice)."""
    a, b = _pairs(left), _pairs(right)
    return Fraction(2 * len(a & b), len(a) + len(b)) if a and b else Fraction(int(left == right))


def _pairs(title: str) -> frozenset[str]:
    words = _NOISE.sub("", title)
    return frozenset(words[i : i + 2] for i in range(len(words) - 1)) or frozenset(filter(None, [words]))
