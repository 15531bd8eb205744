"""台账的表。The table of accounts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from taizhang.books import load as load_books
from taizhang.queries.entries import SIZE, Listing, choices, group_key, listing
from taizhang.queries.filter import Filter
from taizhang.queries.line import Line
from taizhang.store import clock
from taizhang.web.desks.book.chips import chips
from taizhang.web.desks.book.forms import FilterForm
from taizhang.web.desks.book.sheet import sheet
from taizhang.web.labels import label
from taizhang.web.pages import wants_sheet
from taizhang.web.paging import Page, page_number
from taizhang.web.person import asker


@dataclass(frozen=True, slots=True)
class View:
    """A tab: a filter somebody needs every week."""

    name: str
    asked: Filter
    current: bool


@require_safe
def book(request: HttpRequest) -> HttpResponse:
    """One page of the accounts the address asks for; as a sheet, all of them."""
    asked, on = Filter.read(request.GET), clock.today()
    if wants_sheet(request):
        return sheet(request, listing(asker(request), asked, on=on, size=None), asked)
    found = listing(asker(request), asked, on=on, number=page_number(request))
    return render(request, "book/book.html", _context(request, asked, found, on))


def _context(request: HttpRequest, asked: Filter, found: Listing, on: date) -> dict[str, Any]:
    by = asker(request)
    books = load_books()
    offered = choices(by, found.names)
    return {
        "asked": asked,
        "found": found,
        "on": on,
        "page": Page(found.lines, found.number, found.total, SIZE),
        "sections": _sections(found, asked),
        "views": _views(by.unit if "leader" in by.roles else "", asked, on),
        "chips": chips(asked, found.names, books),
        "form": FilterForm(asked.params(), offered=offered),
        "books": [(books[name], Filter(book=name)) for name in offered.books],
        "title": label(books[asked.book].label) if asked.book in books else _("台账"),
        "office": "office" in by.roles,
        "query": _query(request),
    }


def _query(request: HttpRequest) -> str:
    query = request.GET.copy()
    query.pop("page", None)
    query["as"] = "xlsx"
    return query.urlencode()


def _views(leader: str, asked: Filter, on: date) -> list[View]:
    """Accounts due this quarter end with its last day; the leader's tab stands only for a leader."""
    quarter = date(on.year, (on.month - 1) // 3 * 3 + 3, 1).strftime("%Y-%m")
    offered = [
        (_("全部"), Filter()),
        (_("红黄灯"), Filter(light="warn", sort="light")),
        (_("本季到期"), Filter(until=quarter, sort="due")),
        (_("只报未核"), Filter(open="1")),
        (_("已销号"), Filter(account="close", sort="-updated")),
    ]
    if leader:
        offered.append((_("我包联"), Filter(leader=leader, sort="light")))
    return [View(name, view, view.asks() == asked.asks()) for name, view in offered]


def _sections(found: Listing, asked: Filter) -> list[tuple[Any, list[Line]]]:
    """Rows under their group heads, in the order they come; one section without a head when there are no groups."""
    if not asked.group:
        return [(None, list(found.lines))]
    sections: list[tuple[Any, list[Line]]] = []
    last = None
    for one in found.lines:
        key = group_key(one, asked.group)
        if key != last:
            sections.append((found.groups.get(key), []))
            last = key
        sections[-1][1].append(one)
    return sections
