"""灯为什么是这个颜色：规矩一句，算式一行（样式 §2b）。Why a light is what it is: the rule, and its sum."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Final

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from taizhang.web.figures import MINUS, figure, rounded, signed

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

    from taizhang.ledger.light import Light

RULES: Final[dict[str, _StrPromise]] = {
    "closed": lazy("核满目标，已经销号。"),
    "ended": lazy("经批准不再办理。"),
    "suspended": lazy("经批准暂停，时钟停着。"),
    "breached": lazy("目标是零，已经发生过。"),
    "not_started": lazy("还没到开始的日子。"),
    "hard_milestone": lazy("硬节点过期没有到数。"),
    "behind": lazy("比序时落后，过了滞后的线。"),
    "lagging": lazy("比序时落后，过了预警的线。"),
    "on_plan": lazy("在序时的范围里。"),
    "reached": lazy("已核满目标。"),
    "no_breach": lazy("到今天没有发生。"),
    "overdue": lazy("过了时限，还没有核实办成。"),
    "due_soon": lazy("快到时限，还没有报过。"),
    "in_time": lazy("还没到时限。"),
}
RISKS: Final[dict[str, _StrPromise]] = {
    "jump": lazy("最近一次报的占一半以上"),
    "deadline": lazy("踩着时限报"),
    "late": lazy("已过时限"),
    "round": lazy("刚好报满"),
    "recorded": lazy("数是代录的"),
    "unverified": lazy("报了三十天还没有核"),
}
"""Why an account is more likely to be drawn (``ledger.sampling.WEIGHTS``)."""
BASES: Final[dict[str, _StrPromise]] = {"claimed": lazy("按已报计"), "verified": lazy("按已核计")}


def why(light: Light) -> str:
    """The rule that made the light."""
    return str(RULES[light.rule])


def risk(code: str) -> str:
    """Why somebody should look, in words."""
    return str(RISKS.get(code, code))


def arithmetic(light: Light) -> str:
    """按已核计：56.3% − 70.0% = −13.7 点; empty where no percentage decides. Takes the decimals it needs to add up."""
    if light.actual is None or light.planned is None or light.gap is None:
        return ""
    places = _places(light.actual, light.planned)
    actual, planned = (figure(rounded(share, places)) for share in (light.actual, light.planned))
    words = {"actual": actual, "planned": planned, "minus": MINUS, "gap": signed(light.gap, places)}
    words["basis"] = str(BASES.get(light.basis, ""))
    return _("%(basis)s：%(actual)s%% %(minus)s %(planned)s%% = %(gap)s 点") % words


def _places(actual: Fraction, planned: Fraction) -> int:
    """The fewest decimals, three at most, at which the printed sum is right: people check it by hand."""
    for places in (1, 2):
        printed = Fraction(rounded(actual, places)) - Fraction(rounded(planned, places))
        if printed == Fraction(rounded(actual - planned, places)):
            return places
    return 3
