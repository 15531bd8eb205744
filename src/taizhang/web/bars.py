"""余额条：目标、已报、已核、今日应到，画成一条（样式 §2a）。The balance bar and its geometry; look §2 (a).

The hatch means “claimed, nobody has checked”. Widths are SVG percentages: no style attribute, no script, prints.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Literal, Protocol

from django.utils.translation import gettext as _

from taizhang.web.figures import Figure, decimals, exact, figure, rate

Size = Literal["", "in", "lg"]


class Balanced(Protocol):
    """Anything with the four figures; ``places`` is taken too where it is there."""

    @property
    def target(self) -> Figure: ...
    @property
    def claimed(self) -> Figure | None: ...
    @property
    def verified(self) -> Figure | None: ...
    @property
    def planned(self) -> Figure | None: ...


@dataclass(frozen=True, slots=True)
class Bar:
    """Four figures of one measure in one unit; ``None`` claimed means 未报, ``None`` planned means no plan curve."""

    target: Figure
    claimed: Figure | None = None
    verified: Figure | None = None
    planned: Figure | None = None
    unit: str = ""
    places: int | None = None

    @classmethod
    def of(cls, row: Balanced) -> Bar:
        """The bar of an account as queries give it: a row with target, claimed, verified, planned."""
        places = getattr(row, "places", None)
        return cls(row.target, row.claimed, row.verified, row.planned, getattr(row.target, "symbol", ""), places)

    def printed(self, value: Figure | None) -> str:
        """Every figure of a row takes the decimals of the target, unless ``places`` says otherwise."""
        return figure(value, decimals(self.target) if self.places is None else self.places)

    @property
    def scale(self) -> Fraction:
        return max(_number(v) for v in (self.target, self.claimed, self.verified, self.planned))

    def share(self, value: Figure | None) -> str:
        """Where a value lies on the bar, as an SVG percentage; never below zero."""
        return f"{float(max(_number(value), Fraction()) / self.scale * 100):.2f}%" if self.scale > 0 else "0.00%"

    @property
    def target_at(self) -> str:
        return self.share(self.target)

    @property
    def claimed_at(self) -> str:
        return self.share(self.claimed)

    @property
    def verified_at(self) -> str:
        return self.share(self.verified)

    @property
    def planned_at(self) -> str:
        return "" if self.planned is None else self.share(self.planned)

    @property
    def over(self) -> bool:
        """Whether something lies beyond the target, so that a line must mark where the target is."""
        return self.scale > _number(self.target)

    @property
    def verified_text(self) -> str:
        return self.printed(self.verified or 0)

    @property
    def claimed_text(self) -> str:
        return _("未报") if self.claimed is None else self.printed(self.claimed)

    @property
    def planned_text(self) -> str:
        return self.printed(self.planned)

    @property
    def target_text(self) -> str:
        return self.printed(self.target)

    @property
    def label(self) -> str:
        """The bar in words, for whoever cannot see it."""
        words = {"target": self.target_text, "unit": self.unit, "verified": self.verified_text}
        words |= {"claimed": self.claimed_text, "planned": self.planned_text}
        form = _("目标 %(target)s %(unit)s，已核 %(verified)s，已报 %(claimed)s，今日应到 %(planned)s")
        return (
            form if self.planned is not None else _("目标 %(target)s %(unit)s，已核 %(verified)s，已报 %(claimed)s")
        ) % words

    @property
    def verified_rate(self) -> str:
        return rate(self.verified or 0, self.target)

    @property
    def claimed_rate(self) -> str:
        return rate(self.claimed or 0, self.target)

    @property
    def planned_rate(self) -> str:
        return rate(self.planned or 0, self.target)

    @property
    def unchecked(self) -> str:
        """Claimed and not verified; empty when there is none."""
        left = _number(self.claimed) - _number(self.verified)
        return self.printed(left) if left > 0 else ""

    @property
    def missing(self) -> str:
        """What verification still lacks; empty when the target is covered."""
        left = _number(self.target) - _number(self.verified)
        return self.printed(left) if left > 0 else ""


def _number(value: Figure | None) -> Fraction:
    return Fraction() if value is None else exact(value)
