"""一次交办多笔：先看清单，再发单。Assign many: the list first, then the orders."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from taizhang.books import book as load_book
from taizhang.operations.assign import assign_many
from taizhang.operations.perform import Conflict, EntryNotFound, ManyRefused
from taizhang.queries.entries import Picked, picked
from taizhang.store import clock
from taizhang.web.figures import figure
from taizhang.web.person import asker
from taizhang.web.refusals import sentence

AT_MOST = 500
"""Accounts in one go."""


@require_POST
def assign(request: HttpRequest) -> HttpResponse:
    """Without ``confirm`` nothing is written: the page shows what would be."""
    wanted = dict.fromkeys(request.POST.getlist("row")[:AT_MOST])
    if not wanted:
        messages.warning(request, _("还没有选账。请在台账里勾几笔，再按“批量交办”。"))
        return redirect("book")
    found = picked(asker(request), wanted, on=clock.today())
    if len(found.lines) != len(wanted):
        raise Http404
    if request.POST.get("confirm"):
        return _write(request, found)
    return render(request, "book/assign.html", _context(request, found))


def _write(request: HttpRequest, found: Picked) -> HttpResponse:
    seen = dict(zip(request.POST.getlist("row"), request.POST.getlist("version"), strict=False))
    entries = [(one.id, _version(seen.get(one.id, ""))) for one in found.lines]
    try:
        done = assign_many(entries=entries, note=request.POST.get("note", ""), by=asker(request), at=clock.now())
    except ManyRefused as refused:
        return render(request, "book/assign.html", _context(request, found, refused), status=422)
    except Conflict:
        messages.warning(request, _("有人刚记了其中一笔账，没有交办。清单是新的，请再看一遍。"))
        return render(request, "book/assign.html", _context(request, found), status=409)
    except EntryNotFound as error:
        raise Http404 from error
    messages.success(request, _("交办了 %(n)s 笔，交办单在每笔账里可以打印。") % {"n": figure(len(done))})
    return redirect("book")


def _version(written: str) -> int | None:
    """The version the page carried; what no page of ours wrote counts as none."""
    return int(written) if written.isdecimal() and len(written) < 10 else None


def _context(request: HttpRequest, found: Picked, refused: ManyRefused | None = None) -> dict[str, Any]:
    names = {code: unit.short or unit.name for code, unit in found.names.units.items()}
    reasons = {
        place: sentence(refusal.code, refusal.params, book=load_book(found.lines[place].book), names=names)
        for place, refusal in (refused.refusals.items() if refused else ())
    }
    return {
        "rows": [(one, reasons.get(place, "")) for place, one in enumerate(found.lines)],
        "units": sorted({one.lead_name for one in found.lines}),
        "note": request.POST.get("note", ""),
        "refused": len(reasons),
        "on": clock.today(),
    }
