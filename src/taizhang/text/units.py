"""计量单位：换算要么精确，要么拒绝。Units of measure: a conversion is exact, or it is refused.

A printed unit is a multiplier (万, 亿 …) before a base (亩, 元 …). A base that no table knows (个, 户, 场次) is a
dimension of its own: it converts to nothing else.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from importlib.resources import files

MULTIPLIERS: dict[str, int] = {
    "百亿": 10**10,
    "千亿": 10**11,
    "万亿": 10**12,
    "亿": 10**8,
    "千万": 10**7,
    "百万": 10**6,
    "十万": 10**5,
    "万": 10**4,
    "千": 10**3,
}


@dataclass(frozen=True, slots=True)
class Unit:
    """A printed unit: one of it is ``factor`` of ``base``; only units of one ``dimension`` convert."""

    symbol: str
    base: str
    factor: Fraction
    dimension: str


@cache
def _table() -> dict[str, tuple[str, Fraction, str]]:
    lines = (files("taizhang.text") / "lexicon" / "measures.tsv").read_text("utf-8").splitlines()
    rows = (line.split("\t") for line in lines if line and not line.startswith("#"))
    return {symbol: (base, Fraction(factor), dimension) for symbol, base, factor, dimension, _ in rows}


@cache
def unit(symbol: str) -> Unit:
    """The unit of a printed symbol.

    >>> unit("万亩").factor, unit("公顷").base
    (Fraction(10000, 1), '亩')

    Raises:
        ValueError: the symbol is empty.
    """
    symbol = symbol.strip()
    if not symbol:
        raise ValueError("a unit needs a symbol")
    known = _table().get(symbol)
    if known:
        return Unit(symbol, *known)
    for prefix, times in MULTIPLIERS.items():
        rest = symbol.removeprefix(prefix)
        if rest and rest != symbol:
            base, factor, dimension = _table().get(rest, (rest, Fraction(1), rest))
            return Unit(symbol, base, factor * times, dimension)
    return Unit(symbol, symbol, Fraction(1), symbol)
