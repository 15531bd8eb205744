"""目标：要到多少、怎样算到了。Targets, and when a balance covers one (DESIGN, "Quantities")."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from taizhang.ledger.quantity import SCALE, Quantity

Kind = Literal["amount", "deliverable", "zero", "rank", "rate"]
Bound = Literal["ge", "le", "eq", "approx"]
APPROX_PERCENT = 5
"""约 500 个 is reached from 475 on; a county may say otherwise per target."""
DONE = Quantity(SCALE, "件")
"""A deliverable counts one when it is there."""


@dataclass(frozen=True, slots=True)
class Target:
    """What the account is opened for.

    ``measure`` names what is counted (口径, e.g. 生态造林面积): figures add only within one measure and unit dimension.
    ``amount`` is in sub-units of the base of ``unit``; a deliverable has none. ``stretch`` marks 力争.
    """

    kind: Kind = "deliverable"
    bound: Bound = "ge"
    amount: int = SCALE
    unit: str = "件"
    measure: str = ""
    stretch: bool = False
    tolerance: int = APPROX_PERCENT
    base: str = ""

    @property
    def quantity(self) -> Quantity:
        return Quantity(self.amount, self.unit)

    @property
    def counts_up(self) -> bool:
        """Whether progress is a share of the target on a planned curve, rather than reached or not at the end."""
        return self.kind == "amount" and self.bound != "le" and self.amount > 0


@dataclass(frozen=True, slots=True)
class Balance:
    """One of the two balances of an account; ``None`` means nothing was ever recorded (未报), not zero."""

    amount: int | None = None

    def plus(self, change: int) -> Balance:
        return Balance((self.amount or 0) + change)


def covers(target: Target, balance: Balance, *, period_ended: bool) -> bool:
    """Whether what stands on a balance settles the target.

    A zero target (零事故) and an upper bound (≤) are settled only when the period has ended.
    """
    if target.kind == "zero":
        return period_ended and not balance.amount
    if balance.amount is None:
        return False
    if target.kind == "rank":
        return 0 < balance.amount <= target.amount
    if target.bound == "le":
        return period_ended and balance.amount <= target.amount
    if target.bound == "eq":
        return balance.amount == target.amount
    if target.bound == "approx":
        return balance.amount * 100 >= target.amount * (100 - target.tolerance)
    return balance.amount >= target.amount


def outstanding(target: Target, verified: Balance) -> int:
    """Sub-units still to be verified; nothing below zero."""
    return max(0, target.amount - (verified.amount or 0))
