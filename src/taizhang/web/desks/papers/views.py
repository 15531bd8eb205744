"""打印的纸：交办单、核实单、销号证明。Printed papers: what a posting looks like on paper."""

from __future__ import annotations

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_safe

from taizhang.papers.docx import to_docx
from taizhang.papers.paper import Paper
from taizhang.queries.entry import EntryNotFound
from taizhang.queries.papers import paper as query
from taizhang.web.person import asker

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@require_safe
def paper(request: HttpRequest, id: str, kind: str, version: int) -> HttpResponse:
    """The paper as a page that prints on one A4."""
    found = _found(request, id, kind, version)
    return render(request, "papers/paper.html", {"paper": found, "id": id, "kind": kind, "version": version})


@require_safe
def docx(request: HttpRequest, id: str, kind: str, version: int) -> HttpResponse:
    """The same paper for a word processor."""
    found = _found(request, id, kind, version)
    name = content_disposition_header(as_attachment=True, filename=f"{found.title} {found.number}.docx")
    return HttpResponse(to_docx(found), content_type=DOCX, headers={"Content-Disposition": name or "attachment"})


def _found(request: HttpRequest, id: str, kind: str, version: int) -> Paper:
    try:
        return query(asker(request), id, kind, version, county=str(settings.TAIZHANG["county"]))
    except EntryNotFound as error:
        raise Http404 from error
