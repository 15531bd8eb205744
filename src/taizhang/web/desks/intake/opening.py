"""预览开账，开账，导出任务分解表。Preview, open, and take the task table away."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from taizhang.operations.open_drafts import open_drafts
from taizhang.operations.open_drafts import preview as candidates
from taizhang.operations.perform import ManyRefused
from taizhang.operations.take_in import IntakeRefused
from taizhang.papers.sheet import Cell, Column
from taizhang.queries import intake as queries
from taizhang.store import clock, drafts
from taizhang.store.drafts import NoSuchDraft
from taizhang.web import refusals
from taizhang.web.desks.intake import words
from taizhang.web.desks.intake.views import actor
from taizhang.web.pages import table_response


def preview(request: HttpRequest, key: str) -> HttpResponse:
    """What would be opened, what is still missing; POST opens it, all or nothing."""
    by = actor(request)
    try:
        title = drafts.document(key).title
        found = candidates(document=key)
        if request.method == "POST":
            opened = open_drafts(document=key, keys=request.POST.getlist("row"), by=by, at=clock.now())
            messages.success(request, _("开了 %(n)s 笔账，下一步交办。") % {"n": len(opened)})
            return redirect(f"{reverse('book')}?doc={key}")
    except NoSuchDraft as error:
        raise Http404 from error
    except IntakeRefused as error:
        messages.error(request, words.refusal(error))
        return redirect("preview", key)
    except ManyRefused as error:
        for refusal in list(error.refusals.values())[:3]:
            messages.error(request, refusals.sentence(refusal.code, refusal.params))
        return redirect("preview", key)
    page = queries.document_page(key, "all")
    lines = {line.id: line for line in page.drafts}
    rows = [(lines[c.draft.id], c.lacks) for c in found]
    ready = sum(1 for _line, lacks in rows if not lacks)
    context = {"key": key, "title": title, "rows": rows, "ready": ready, "lacking": len(rows) - ready}
    return render(request, "intake/preview.html", context)


@require_GET
def table(request: HttpRequest, key: str) -> HttpResponse:
    """任务分解表 of this document, with the columns offices use (DOMAIN §2.1)."""
    actor(request)
    try:
        page = queries.document_page(key, "all")
    except NoSuchDraft as error:
        raise Http404 from error
    titles = [
        _("序号"),
        _("事项"),
        _("目标"),
        _("单位"),
        _("口径"),
        _("牵头单位"),
        _("配合单位"),
        _("包联领导"),
        _("时限"),
        _("状态"),
    ]
    columns = [Column(title) for title in titles]
    kept = [line for line in page.drafts if line.state != "discarded"]
    rows: list[list[Cell]] = [
        [
            number,
            line.title,
            line.target.text() if line.target else "",
            line.target.symbol if line.target else "",
            line.measure,
            line.lead,
            "、".join(line.co),
            line.leader,
            line.due.iso if line.due else "",
            str(words.STATES[line.state]),
        ]
        for number, line in enumerate(kept, start=1)
    ]
    return table_response(request, _("%(title)s 任务分解表") % {"title": page.title[:60]}, columns, rows)
