"""样式说明里的部件，作为模板标签。The parts of the look, as template tags.

Every tag is a template builtin: no ``{% load %}``. The components page (/help/components/) shows each one;
docs/web.md lists them with an example.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from django import template
from django.forms import BaseForm, BoundField
from django.template import Context
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from taizhang.web import days, figures, formparts, lights, stages
from taizhang.web.bars import Bar, Size
from taizhang.web.figures import Figure
from taizhang.web.paging import Page, Window
from taizhang.web.stages import Step

register = template.Library()

register.filter("figure", figures.figure)
register.filter("signed", figures.signed)
register.filter("day", days.day)
register.filter("long_day", days.long_day)
register.filter("moment", days.moment)
register.filter("clock", days.clock)
register.filter("weekday", days.weekday)
register.filter("stamp", days.stamp)
register.filter("field_day", days.field_day)
register.simple_tag(figures.percent, name="percent")
register.simple_tag(figures.rate, name="rate")


@register.filter
def digest(value: str) -> str:
    """sm3:5ad0 77f1 … c03e: the first eight and the last four."""
    kind, colon, body = value.rpartition(":")
    return f"{kind}{colon}{body[:4]} {body[4:8]} … {body[-4:]}" if len(body) > 12 else value


@register.filter
def head_digest(value: str) -> str:
    """9f3c…e1a7, for the foot line."""
    body = value.rpartition(":")[2]
    return f"{body[:4]}…{body[-4:]}"


@register.filter
def tail(value: str) -> str:
    """…e1a7, on a seal."""
    return f"…{value[-4:]}"


@register.simple_tag
def quantity(
    value: Any, unit: str = "", places: int | None = None, sign: bool = False, late: bool = False
) -> SafeString:
    """A figure with its unit; a ledger quantity brings its own unit. ``None`` is 未报, ``"—"`` is not applicable."""
    if value is None:
        return format_html('<span class="muted">{}</span>', _("未报"))
    text = figures.signed(value, places) if sign else figures.figure(value, places)
    unit = unit or getattr(value, "symbol", "")
    mark = format_html('<span class="u">{}</span>', unit) if unit and text != figures.NOT_APPLICABLE else ""
    return format_html('<span class="num{}">{}{}</span>', " late" if late else "", text, mark)


@register.simple_tag
def gap(points: Figure | None, by: str = "") -> SafeString:
    """与序时差, in percentage points, with its basis: ``claimed`` or ``verified``."""
    if points is None:
        return format_html('<span class="muted">{}</span>', figures.NOT_APPLICABLE)
    words = {"verified": pgettext("short", "核"), "claimed": pgettext("short", "报")}
    basis = format_html('<span class="by">{}</span>', words[by]) if by else ""
    unit = format_html('<span class="u">{}</span>', _("点"))
    return format_html('<span class="num">{}{}{}</span>', basis, figures.signed(points, 1), unit)


@register.inclusion_tag("parts/balance.html")
def balance(
    target: Any,
    verified: Figure | None = None,
    claimed: Figure | None = None,
    planned: Figure | None = None,
    unit: str = "",
    places: int | None = None,
    size: Size = "",
) -> dict[str, Any]:
    """The balance bar: from a ``Bar``, from a row of queries, or from figures.

    ``size``: empty, ``in`` (list rows), ``lg`` (entry page).
    """
    if isinstance(target, Bar):
        return {"bar": target, "size": size}
    if hasattr(target, "claimed"):
        return {"bar": Bar.of(target), "size": size}
    unit = unit or getattr(target, "symbol", "")
    return {"bar": Bar(target, claimed, verified, planned, unit, places), "size": size}


@register.inclusion_tag("parts/balance_key.html")
def balance_key() -> dict[str, Any]:
    """What the four signs of a balance bar mean; stands in the foot of a table that has bars."""
    return {}


@register.simple_tag
def light(name: str, large: bool = False, count: int | None = None) -> SafeString:
    """A light by letter or ledger name, optionally with a count."""
    found = lights.light_of(name)
    words = found.word if count is None else f"{found.word} {figures.figure(count)}"
    size = " light-lg" if large else ""
    return format_html(
        '<span class="light {0}{1}"><svg aria-hidden="true"><use href="#lt-{0}"/></svg>{2}</span>',
        found.letter,
        size,
        words,
    )


@register.inclusion_tag("parts/marks.html")
def marks(counts: Mapping[str, int]) -> dict[str, Any]:
    """A unit's lights: one glyph an entry, or a stacked bar when there are more than 24."""
    total = sum(counts.values())
    few = total <= lights.MARKS_AT_MOST
    drawn = {"glyphs": lights.glyphs(counts)} if few else {"parts": list(lights.stacked(counts))}
    return {"label": lights.in_words(lights.counted(counts)), "width": max(14 * total, 1), **drawn}


@register.simple_tag
def four(current: str) -> SafeString:
    """建交核销 in a row: ``open``, ``deliver``, ``verify``, ``close``, ``closed`` or ``end``."""
    squares = format_html_join("", '<span class="{}">{}</span>', ((s.css, s.of.letter) for s in stages.steps(current)))
    return format_html('<span class="four" role="img" aria-label="{}">{}</span>', stages.said(current), squares)


@register.inclusion_tag("parts/accounts.html")
def accounts(steps: Sequence[Step]) -> dict[str, Any]:
    """The stepper of the entry page, from four ``stages.Step``."""
    return {"steps": steps}


@register.simple_tag
def seal(on: date, digest_of: str) -> SafeString:
    """The small seal in place of the stepper; only for a closed entry."""
    return format_html(
        '<span class="seal seal-sm"><svg aria-hidden="true"><use href="#xiao"/></svg>'
        '<span class="visually-hidden">{}</span>{} <span class="mono">{}</span></span>',
        _("已销号，"),
        days.day(on),
        tail(digest_of),
    )


@register.inclusion_tag("parts/seal.html")
def seal_large(on: date, digest_of: str) -> dict[str, Any]:
    """The large seal of the closing slip."""
    return {"on": days.stamp(on), "tail": tail(digest_of)}


@register.simple_tag
def anchor(href: str, what: str = "") -> SafeString:
    """The mark 「原文」 behind a figure or title; ``what`` tells the ear which one."""
    label = _("原文：%(what)s") % {"what": what} if what else _("原文")
    return format_html('<a class="anchor" href="{}" aria-label="{}">{}</a>', href, label, _("原文"))


@register.simple_tag
def icon(name: str) -> SafeString:
    """A line icon of the sprite: home in book board more find print out x ok clip warn cam cloud walk."""
    return format_html('<svg class="ico" aria-hidden="true"><use href="#i-{}"/></svg>', name)


@register.simple_tag
def progress(part: int, whole: int) -> SafeString:
    """A long job's bar."""
    share = figures.rate(part, whole, 0) if whole else "0%"
    return format_html(
        '<svg class="prog" role="img" aria-label="{1}"><rect class="a" width="100%" height="8"/>'
        '<rect class="b" width="{0}" height="8"/></svg>',
        share,
        _("办到 %(share)s") % {"share": share},
    )


@register.inclusion_tag("parts/pager.html", takes_context=True)
def pager(context: Context, page: Page[Any] | Window[Any]) -> dict[str, Any]:
    """Links to the other pages, keeping the filters; nothing when there is one page."""
    return {"request": context["request"], "page": page, "counted": isinstance(page, Page)}


@register.simple_tag(takes_context=True)
def sortable(context: Context, key: str, words: str, css: str = "", start: str = "") -> SafeString:
    """A column head that sorts by ``?sort=key``, then by ``-key``. ``start``: the order when no ?sort= is given."""
    query = context["request"].GET.copy()
    now = query.get("sort", start)
    state, arrow = {key: ("ascending", " ↑"), f"-{key}": ("descending", " ↓")}.get(now, ("none", ""))
    query["sort"] = f"-{key}" if state == "ascending" else key
    query.pop("page", None)
    return format_html(
        '<th role="columnheader" scope="col" class="{}" aria-sort="{}"><a class="sort" href="?{}">{}{}</a></th>',
        css,
        state,
        query.urlencode(),
        words,
        arrow,
    )


@register.inclusion_tag("parts/field.html")
def field(bound: BoundField, unit: str = "", hint: str = "") -> dict[str, Any]:
    """One form field: label above, unit fused to it, hint and error below, tied for screen readers."""
    return formparts.dressed(bound, unit=unit, hint=hint)


@register.inclusion_tag("parts/errors.html")
def errors(form: BaseForm) -> dict[str, Any]:
    """The summary on top of a form: how many places to mend, with links to them."""
    return {"form": form, "wrong": [f for f in form if f.errors], "general": form.non_field_errors()}
