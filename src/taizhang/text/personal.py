"""个人信息：身份证号和手机号不进流水。Personal numbers: they never enter a posting (DESIGN, "Persons and secrets")."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from taizhang.text.span import Span

_IDENTITY = re.compile(
    r"(?<![0-9A-Za-z])[1-9]\d{5}(?:18|19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx](?![0-9A-Za-z])"
)
_MOBILE = re.compile(r"(?<![0-9A-Za-z.])1[3-9]\d(?:[- ]?\d{4}){2}(?![0-9A-Za-z]|\.\d|[ ]?[元万亿亩吨户人个公平立%])")
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECKS = "10X98765432"


@dataclass(frozen=True, slots=True)
class PersonalNumber:
    """An identity-card number (GB 11643, check digit right) or a mobile number."""

    kind: Literal["identity", "mobile"]
    at: Span


def personal_numbers(text: str) -> tuple[PersonalNumber, ...]:
    """All personal numbers in a text, in order."""
    found = [PersonalNumber("identity", Span(*m.span())) for m in _IDENTITY.finditer(text) if _checked(m.group())]
    found += [PersonalNumber("mobile", Span(*m.span())) for m in _MOBILE.finditer(text)]
    return tuple(sorted(found, key=lambda n: n.at))


def _checked(number: str) -> bool:
    total = sum(weight * int(digit) for weight, digit in zip(_WEIGHTS, number, strict=False))
    return _CHECKS[total % 11] == number[-1].upper()


def masked(text: str) -> str:
    """The text with all but the first three and last two characters of every personal number as ``*``.

    >>> masked("联系人 13812345678")
    '联系人 138******78'
    """
    for number in reversed(personal_numbers(text)):
        start, end = number.at.start, number.at.end
        text = text[: start + 3] + "*" * (end - start - 5) + text[end - 2 :]
    return text
