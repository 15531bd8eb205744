"""台账导出成表。The book as a sheet: the same rows, the same columns, real numbers."""

from __future__ import annotations

from fractions import Fraction

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from taizhang.papers.sheet import Cell, Column
from taizhang.queries.entries import Listing
from taizhang.queries.filter import Filter
from taizhang.queries.line import Line
from taizhang.web.labels import label
from taizhang.web.lights import light_of
from taizhang.web.pages import table_response
from taizhang.web.reasons import arithmetic, why
from taizhang.web.topics import topic_name


def sheet(request: HttpRequest, found: Listing, asked: Filter) -> HttpResponse:
    columns = [
        Column(_("编号"), width=10),
        Column(_("灯"), width=8),
        Column(_("事项"), width=40),
        Column(_("提法"), width=18),
        Column(_("牵头单位"), width=16),
        Column(_("配合单位"), width=20),
        Column(_("包联领导"), width=12),
        Column(_("口径"), width=16),
        Column(_("目标"), "number", places=4),
        Column(_("已报"), "number", places=4),
        Column(_("已核"), "number", places=4),
        Column(_("今日应到"), "number", places=4),
        Column(_("计量单位"), width=8),
        Column(_("与序时差（点）"), "number", places=1),
        Column(_("时限"), width=12),
        Column(_("原时限"), width=12),
        Column(_("状态"), width=10),
        Column(_("销号日期"), "date"),
        Column(_("灯的理由"), width=40),
    ]
    notes = [f"{name}={value}" for name, value in asked.params().items()]
    return table_response(request, _("台账"), columns, (_row(one) for one in found.lines), notes)


def _row(one: Line) -> tuple[Cell, ...]:
    gap = one.light.gap
    return (
        one.number,
        str(light_of(one.light.colour).word),
        one.title,
        topic_name(one.topic),
        one.lead_name,
        "、".join(one.co_names),
        one.leader_name,
        one.measure,
        _figure(one.target.text()),
        _figure(one.claimed.text()) if one.claimed else None,
        _figure(one.verified.text()) if one.verified else None,
        _figure(one.planned.text()) if one.planned else None,
        one.target.symbol,
        round(gap, 1) if isinstance(gap, Fraction) else None,
        one.due.iso,
        one.original_due.iso,
        label(one.state_label),
        one.closed,
        f"{arithmetic(one.light)} {why(one.light)}".strip(),
    )


def _figure(text: str) -> Fraction:
    return Fraction(text.rstrip("…"))
