"""一笔账的页。The page of one account, and the files that stand as its evidence."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from taizhang.books import book as load_book
from taizhang.ledger.quantity import Quantity
from taizhang.papers.sheet import Column
from taizhang.queries.entry import EntryNotFound, EntryPage, entry_page, exhibit
from taizhang.store import clock, files
from taizhang.web.desks.entry import words
from taizhang.web.desks.entry.ways import beside, mending, shown
from taizhang.web.labels import label
from taizhang.web.pages import saved, table_response, wants_sheet
from taizhang.web.person import asker


@require_safe
def entry(request: HttpRequest, id: str) -> HttpResponse:
    """The whole account for one person."""
    page = page_or_404(request, id)
    if wants_sheet(request):
        return _sheet(request, page)
    return render(request, "entry/entry.html", _context(request, page))


def page_or_404(request: HttpRequest, id: str) -> EntryPage:
    """What is not there and what may not be seen answer alike."""
    try:
        return entry_page(asker(request), id, on=clock.today())
    except EntryNotFound as error:
        raise Http404 from error


def _context(request: HttpRequest, page: EntryPage) -> dict[str, Any]:
    book = load_book(page.line.book)
    return {
        "page": page,
        "book": book,
        "on": clock.today(),
        "target": words.target(page),
        "steps": words.steps(page),
        "ways": shown(page, book, page.ways),
        "asides": mending(page, book),
        "beside": beside(page, book),
        "stones": _stones(page),
        "reversible": _reversible(request, page),
        "fields": words.FIELDS,
        "orders": _paper(page, "order"),
        "slip": _paper(page, "slip"),
        "document_url": _document(page) if "office" in asker(request).roles else "",
    }


def _stones(page: EntryPage) -> list[dict[str, Any]]:
    unit = page.entry.target.unit
    return [
        {
            "due": stone.due,
            "title": stone.title,
            "hard": stone.hard,
            "amount": Quantity(stone.amount, unit) if stone.amount is not None else None,
        }
        for stone in page.entry.milestones
    ]


def _reversible(request: HttpRequest, page: EntryPage) -> set[int]:
    """Versions this person may take back: their own, or any for the office."""
    if not any(one.act.name == "reverse" and one.allowed for one in page.asides):
        return set()
    by = asker(request)
    own = {move.version for move in page.entry.moves if move.user == by.user or "office" in by.roles}
    return {passage.version for passage in page.history if passage.reversible} & own


def _paper(page: EntryPage, kind: str) -> int:
    """The version of the latest posting that prints as such a paper, 0 when there is none."""
    return next((passage.version for passage in page.history if passage.paper == kind), 0)


def _document(page: EntryPage) -> str:
    if page.source is None or not page.source.document:
        return ""
    try:
        return reverse("document", args=[page.source.document])
    except NoReverseMatch:
        return ""


def _sheet(request: HttpRequest, page: EntryPage) -> HttpResponse:
    """The history as a sheet: one row a posting, with what it moved."""
    symbol = page.line.target.symbol
    columns = [
        Column(_("流水号"), "number"),
        Column(_("记账时间"), "moment"),
        Column(_("记账日"), "date"),
        Column(_("动作"), width=14),
        Column(_("已报增减"), "number", unit=symbol, places=page.line.places),
        Column(_("已核增减"), "number", unit=symbol, places=page.line.places),
        Column(_("单位"), width=18),
        Column(_("谁"), width=10),
        Column(_("代谁"), width=18),
        Column(_("摘要"), width=30),
    ]
    acts = {kind: label(act.label) for kind, act in _acts(page).items()}
    rows = [
        (
            p.number,
            p.at,
            p.effective,
            acts.get(p.kind, p.kind),
            p.claimed.text() if p.claimed else None,
            p.verified.text() if p.verified else None,
            p.unit,
            p.who,
            p.behalf,
            p.digest,
        )
        for p in page.history
    ]
    return table_response(request, f"{page.line.number} {page.line.title}", columns, rows)


def _acts(page: EntryPage) -> dict[str, Any]:
    from taizhang.ledger.entry import ACT_OF

    acts = load_book(page.line.book).acts
    return {kind: acts[name] for kind, name in ACT_OF.items() if name in acts}


@require_safe
def evidence(request: HttpRequest, id: str, version: int, order: int) -> HttpResponseBase:
    """A file that stands as evidence, to whoever may see its account; always as a download, never shown as a page."""
    try:
        found = exhibit(asker(request), id, version, order)
    except EntryNotFound as error:
        raise Http404 from error
    kept = files.find(found.ref) if found.kind != "link" else None
    if kept is None:
        raise Http404
    return saved(files.read(kept.digest), found.title or kept.name)
