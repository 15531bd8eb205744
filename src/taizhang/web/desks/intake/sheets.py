"""看表：认出的列给人看，改过再取。Columns of a sheet: shown as understood, corrected, then taken."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from taizhang.operations.import_sheet import Chosen, import_sheet, understood
from taizhang.operations.take_in import IntakeRefused
from taizhang.reading.sheet_values import SheetReading
from taizhang.store import clock, drafts
from taizhang.store.drafts import NoSuchDraft
from taizhang.web.desks.intake import words
from taizhang.web.desks.intake.views import actor

SHOWN = 8
"""Rows of each table that the preview shows."""


def columns(request: HttpRequest, key: str) -> HttpResponse:
    """GET shows how the columns were understood; POST previews a correction, or takes the rows."""
    by = actor(request)
    try:
        kept = drafts.document(key)
    except NoSuchDraft as error:
        raise Http404 from error
    if kept.genre != "sheet":
        raise Http404
    chosen = _chosen(request)
    if request.method == "POST" and request.POST.get("act") == "take":
        try:
            count = import_sheet(document=key, chosen=chosen, by=by, at=clock.now())
        except IntakeRefused as error:
            messages.error(request, words.refusal(error))
        else:
            messages.success(request, _("从表里取了 %(n)s 条，请核对后采纳。") % {"n": count})
            return redirect("document", key)
    tables = [_shown(sheet) for sheet in understood(key, chosen)]
    rows = sum(table["count"] for table in tables if isinstance(table["count"], int))
    made = drafts.drafts(key)
    decided = sum(1 for draft in made if draft.decided_at)
    context = {"key": key, "title": kept.title, "tables": tables, "rows": rows, "fields": words.FIELDS}
    context |= {"made": len(made), "decided": decided}
    return render(request, "intake/columns.html", context)


def _chosen(request: HttpRequest) -> Chosen:
    """``c-0-3=due``: column 3 of table 0 holds the due date."""
    chosen: dict[int, dict[int, str]] = {}
    for name, field in request.POST.items():
        parts = name.split("-")
        if len(parts) == 3 and parts[0] == "c" and parts[1].isdecimal() and parts[2].isdecimal():
            known = str(field) if str(field) in words.FIELDS else ""
            chosen.setdefault(int(parts[1]), {})[int(parts[2])] = known
    return chosen


def _shown(sheet: SheetReading) -> dict[str, object]:
    """A table for the template: its columns, and the first rows cell by cell."""
    first = [{cell.column: cell.text for cell in row.cells} for row in sheet.rows[:SHOWN]]
    rows = [[cells.get(column.index, "") for column in sheet.columns] for cells in first]
    columns = [
        (column, words.sentence(column.reason, {"word": column.word}, words.REASONS)) for column in sheet.columns
    ]
    return {
        "name": sheet.name,
        "title": sheet.title,
        "trouble": sheet.trouble,
        "columns": columns,
        "rows": rows,
        "count": len(sheet.rows),
        "aside": len(sheet.aside),
    }
