"""数字怎样印出来（样式 §6）。How figures are printed: grouping, signs, rates; look §6."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from fractions import Fraction
from typing import Protocol, TypeAlias, runtime_checkable

from django.utils.translation import gettext as _

MINUS = "−"
NOT_APPLICABLE = "—"


@runtime_checkable
class Printed(Protocol):
    """Anything that knows its own figure, such as a ledger quantity."""

    def text(self, places: int | None = None) -> str: ...


Figure: TypeAlias = int | str | Decimal | Fraction | Printed


def figure(value: Figure | None, places: int | None = None) -> str:
    """A figure for the eye: thousands commas, a true minus, exactly ``places`` decimals when given.

    >>> figure("1286"), figure("-13.7"), figure("10.3", 2), figure(None)
    ('1,286', '−13.7', '10.30', '—')
    """
    if value is None:
        return NOT_APPLICABLE
    text = plain(value, places)
    sign = MINUS if text.startswith("-") else ""
    whole, dot, rest = text.lstrip("-").partition(".")
    return f"{sign}{int(whole):,}{dot}{rest}" if whole.isascii() and whole.isdigit() else text


def signed(value: Figure, places: int | None = None) -> str:
    """A difference always carries its sign; zero counts as plus.

    >>> signed("0.14"), signed(-2), signed(0, 1)
    ('+0.14', '−2', '+0.0')
    """
    text = figure(value, places)
    return text if text.startswith(MINUS) else f"+{text}"


def plain(value: Figure, places: int | None = None) -> str:
    """Digits without commas, as fields and sheets want them; text that is no number comes back as it is."""
    if isinstance(value, Printed):
        return value.text(places)
    if isinstance(value, Fraction):
        return rounded(value, 6 if places is None else places)
    try:
        number = Decimal(value)
    except InvalidOperation:
        return str(value)
    return f"{number:f}" if places is None else rounded(Fraction(number), places)


def exact(value: Figure) -> Fraction:
    """The number itself, for drawing and comparing; raises ValueError where there is none."""
    return value if isinstance(value, Fraction) else Fraction(plain(value).rstrip("…"))


def decimals(value: Figure) -> int:
    """How many decimals a figure is printed with; a row takes those of its target."""
    return len(plain(value).rstrip("…").partition(".")[2])


def rounded(value: Fraction, places: int) -> str:
    """Half away from zero, as offices round."""
    scaled = abs(value) * 10**places + Fraction(1, 2)
    digits = Decimal(scaled.numerator // scaled.denominator).scaleb(-places)
    return f"-{digits:f}" if value < 0 and digits else f"{digits:f}"


def rate(part: Figure, whole: Figure, places: int = 1) -> str:
    """A percentage; what is not quite all is never printed as 100.

    >>> rate(21, 146), rate(9999, 10000), rate(1, 0)
    ('14.4%', '99.9%', '—')
    """
    base = exact(whole)
    if not base:
        return NOT_APPLICABLE
    share = exact(part) / base * 100
    text = rounded(share, places)
    if share < 100 and Fraction(text) >= 100:
        text = rounded(100 - Fraction(1, 10**places), places)
    return f"{figure(text)}%"


def percent(part: Figure, whole: Figure, places: int = 1) -> str:
    """A rate with its numerator and denominator; a bare percentage says nothing.

    >>> percent(21, 146)
    '14.4%（21 / 146）'
    """
    words = {"rate": rate(part, whole, places), "part": figure(part), "whole": figure(whole)}
    return _("%(rate)s（%(part)s / %(whole)s）") % words
