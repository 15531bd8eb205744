"""一笔账的页面上说的话。What the page of an account says in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from taizhang.ledger.quantity import Quantity
from taizhang.queries.entry import EntryPage, Step
from taizhang.web import stages
from taizhang.web.days import day
from taizhang.web.figures import figure
from taizhang.web.labels import label

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

FIELDS: Final[dict[str, _StrPromise]] = {
    "title": lazy("事项名称"),
    "standard": lazy("完成标准"),
    "basis": lazy("依据"),
    "topic": lazy("提法"),
    "task_force": lazy("工作专班"),
    "lead_unit": lazy("牵头单位"),
    "co_units": lazy("配合单位"),
    "leader": lazy("包联领导"),
}
BOUNDS: Final = {"ge": "≥", "le": "≤", "eq": "=", "approx": "≈"}
ORDER: Final = ("open", "deliver", "verify", "close", "end")


def printed(quantity: Quantity | None) -> str:
    """6.42 万亩, with commas; 未报 when nothing was ever said."""
    return _("未报") if quantity is None else f"{figure(quantity)} {quantity.symbol}"


def target(page: EntryPage) -> str:
    """≥ 10.3 万亩；零目标、成果各有说法。"""
    wanted = page.entry.target
    if wanted.kind == "zero":
        return _("零发生")
    if wanted.kind == "deliverable":
        return _("一件成果")
    if wanted.kind == "rank":
        return _("前 %(place)s 名") % {"place": figure(wanted.quantity)}
    return f"{BOUNDS[wanted.bound]} {printed(wanted.quantity)}"


def steps(page: EntryPage) -> list[stages.Step]:
    """The four accounts: which is done, which is current, which runs alongside."""
    now = page.line.step
    closed, ended = now == "closed", now == "end"
    current = "close" if closed else now
    return [
        stages.Step("open", _state("open", current, ended), *_open(page)),
        stages.Step("deliver", _state("deliver", current, ended), *_deliver(page)),
        stages.Step("verify", _alongside(page, current, ended), *_verify(page)),
        stages.Step("close", "closed" if closed else _state("close", current, ended), *_close(page)),
    ]


def _state(account: str, current: str, ended: bool) -> stages.State:
    if ended:
        return "future"
    here, at = ORDER.index(account), ORDER.index(current)
    return "done" if here < at else "now" if here == at else "future"


def _alongside(page: EntryPage, current: str, ended: bool) -> stages.State:
    """Verification runs beside delivery once something was verified (随报随核)."""
    state = _state("verify", current, ended)
    return "part" if state == "future" and page.steps["verify"].times and not ended else state


def _open(page: EntryPage) -> tuple[str, str]:
    step = page.steps["open"]
    word = label(page.line.state_label) if page.line.step == "open" else _("已过")
    return word, _("%(day)s 建账") % {"day": day(step.first)}


def _deliver(page: EntryPage) -> tuple[str, str]:
    step = page.steps["deliver"]
    word = label(page.line.state_label) if page.line.step == "deliver" else _word(step, page.line.step == "open")
    if not step.times:
        return word, _("%(unit)s，还没有报过") % {"unit": page.line.lead_name}
    words = {"unit": _("、").join(step.who), "times": step.times, "sum": printed(step.amount)}
    return word, _("%(unit)s，已报 %(times)s 次，累计 %(sum)s") % words


def _verify(page: EntryPage) -> tuple[str, str]:
    step = page.steps["verify"]
    if page.line.step == "verify":
        word = label(page.line.state_label)
    else:
        word = _("随报随核") if page.line.step == "deliver" and step.times else _word(step, not step.times)
    if not step.times:
        return word, _("还没有核过")
    words = {"unit": _("、").join(step.who), "times": step.times, "sum": printed(step.amount)}
    return word, _("%(unit)s，已核 %(times)s 次，累计 %(sum)s") % words


def _word(step: Step, ahead: bool) -> str:
    return _("未到") if ahead else _("已过")


def _close(page: EntryPage) -> tuple[str, str]:
    if page.line.step == "closed":
        return _("已销号"), _("%(day)s，%(paper)s") % {"day": day(page.line.closed), "paper": page.entry.certificate}
    if page.entry.waived is not None:
        return _("可以销"), _("余额已经领导批准免去")
    if not page.missing.amount and page.entry.verified.amount is not None:
        return _("可以销"), _("已核满目标")
    if not page.line.counts_up:
        return _("未到"), _("核实办成，或领导批准免余")
    return _("未到"), _("已核满 %(target)s，或领导批准免余") % {"target": printed(page.line.target)}
