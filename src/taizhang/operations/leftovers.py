"""收文时记下的余项：没有采的小句和对不上的数。What a reading leaves for a person.

Clauses that were not taken up and figures that do not match: both are kept with the document as plain values, so that
the desk shows what was read at intake, not what a later version of the reading would say.
"""

from __future__ import annotations

from fractions import Fraction

from taizhang.reading.reading import Reading
from taizhang.reading.reconcile import Check

TOLD = frozenset(["set.listed", "set.open", "sum.count", "sum.amount", "figure.differs"])
"""Checks that a clerk is told of where they fail; a group that only names examples, or a set of unknown members,
contradicts nothing."""
_YI = 10**8


def left(reading: Reading) -> list[list[int | str]]:
    """``[start, end, reason]`` of each clause of obligation no finding stands for; reasons as of ``coverage.Left``."""
    return [[clause.at.start, clause.at.end, clause.reason] for clause in reading.coverage.left]


def checks(reading: Reading) -> list[dict[str, int | str]]:
    """Every comparison that fails: code, place, name as printed, and both figures as text (亿元 for amounts)."""
    return [_told(reading, check) for check in reading.checks if not check.agrees and check.code in TOLD]


def _told(reading: Reading, check: Check) -> dict[str, int | str]:
    words = {"name": check.at.of(reading.text), "declared": _figure(check, check.declared)}
    words["found"] = _figure(check, check.found)
    if check.code == "figure.differs":
        words["first"] = check.others[0].of(reading.text)
    return {"code": check.code, "start": check.at.start, "end": check.at.end, **words}


def _figure(check: Check, value: Fraction) -> str:
    """A figure in full, never rounded: 143, 143.5; what has no end as a decimal stays a fraction."""
    value = value / _YI if check.code == "sum.amount" else value
    for places in range(9):
        scaled = value * 10**places
        if scaled.denominator == 1:
            digits = str(scaled.numerator).rjust(places + 1, "0")
            return f"{digits[:-places]}.{digits[-places:]}" if places else digits
    return str(value)
