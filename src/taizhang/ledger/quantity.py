"""数量：以基本单位的万分之一存成整数，旁边留着印出来的写法。

Quantities are integers of a fixed sub-unit (one ten-thousandth of the base unit) beside the printed unit, because
SQLite rounds large decimals (DESIGN, "Quantities").
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from fractions import Fraction

from taizhang.text.units import Unit, unit

SCALE = 10_000
"""Sub-units in one base unit."""
LIMIT = 2**63 - 1
"""The largest amount a 64-bit column holds: 922 万亿元."""


class NotAQuantity(ValueError):
    """What was written is no exact amount in its unit. ``code`` says why; ``params`` fill the sentence."""

    def __init__(self, code: str, **params: str) -> None:
        super().__init__(code)
        self.code = code
        self.params = params


@dataclass(frozen=True, slots=True)
class Quantity:
    """``amount`` sub-units of the unit's base; ``symbol`` is the unit as people write it."""

    amount: int
    symbol: str

    @property
    def unit(self) -> Unit:
        return unit(self.symbol)

    def text(self, places: int | None = None) -> str:
        """The figure in its printed unit: exact, or padded to ``places`` decimals.

        >>> parse("10.3", "万亩").text(), parse("10.3", "万亩").text(2)
        ('10.3', '10.30')
        """
        exact = Fraction(self.amount, SCALE) / self.unit.factor
        return decimal_text(exact, places)

    def within(self, symbol: str) -> Quantity:
        """The same amount, to be printed in another unit of the same dimension.

        Raises:
            NotAQuantity: ``quantity.dimension`` when the two units do not convert.
        """
        if unit(symbol).dimension != self.unit.dimension:
            raise NotAQuantity("quantity.dimension", unit=self.symbol, other=symbol)
        return Quantity(self.amount, symbol)


def decimal_text(value: Fraction, places: int | None = None) -> str:
    """A fraction as a plain decimal; a recurring one is rounded to six places and says so with ``…``."""
    if places is not None:
        return f"{Decimal(round(value * 10**places)).scaleb(-places):f}"
    for digits in range(13):
        if (value * 10**digits).denominator == 1:
            return f"{Decimal(int(value * 10**digits)).scaleb(-digits):f}"
    return f"{Decimal(round(value * 10**6)).scaleb(-6):f}…"


def parse(figure: str, symbol: str) -> Quantity:
    """Read what a person typed: plain digits, thousands commas and full-width digits allowed.

    Raises:
        NotAQuantity: ``quantity.unreadable``, ``quantity.inexact`` (finer than a ten-thousandth of the base unit),
            ``quantity.too_large``, ``quantity.no_unit``.
    """
    if not symbol.strip():
        raise NotAQuantity("quantity.no_unit", figure=figure)
    return of(_number(figure), symbol)


def _number(figure: str) -> Fraction:
    cleaned = figure.strip().replace(",", "").replace("，", "").replace(" ", "").replace("−", "-")
    try:
        value = Decimal(cleaned)
    except InvalidOperation as error:
        raise NotAQuantity("quantity.unreadable", figure=figure) from error
    written_out = not set(cleaned) & set("eE_")  # 1e9 不是人写在纸上的数 no one writes 1e9 on paper
    if not written_out or not value.is_finite() or abs(value.adjusted()) > 30:
        raise NotAQuantity("quantity.unreadable", figure=figure)
    return Fraction(value)


def of(value: Fraction, symbol: str) -> Quantity:
    """An exact number of a printed unit as a quantity; raises as :func:`parse` does."""
    amount = value * unit(symbol).factor * SCALE
    if amount.denominator != 1:
        raise NotAQuantity("quantity.inexact", figure=decimal_text(value), unit=symbol)
    if abs(amount.numerator) > LIMIT:
        raise NotAQuantity("quantity.too_large", figure=decimal_text(value), unit=symbol)
    return Quantity(amount.numerator, symbol)
