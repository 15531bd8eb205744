"""把任何一张表交给人带走：XLSX。Any table to take away, as XLSX."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, BinaryIO, Final

from django.http import FileResponse, HttpResponse
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _

from taizhang.papers.sheet import Cell, Column, workbook
from taizhang.store import clock
from taizhang.web.days import clock as hour
from taizhang.web.days import long_day

if TYPE_CHECKING:
    from django.http import HttpRequest

XLSX: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def wants_sheet(request: HttpRequest) -> bool:
    """Whether this list was asked for as a sheet: ``?as=xlsx``, beside whatever filters stand in the address."""
    return request.GET.get("as") == "xlsx"


def table_response(
    request: HttpRequest,
    title: str,
    columns: Sequence[Column],
    rows: Iterable[Sequence[Cell]],
    notes: Sequence[str] = (),
) -> HttpResponse:
    """The rows on the screen as a sheet; who took it and when stands above the head."""
    at = clock.now()
    who = request.user.get_full_name() if request.user.is_authenticated else _("公众")
    made = _("%(who)s 于 %(day)s %(hour)s 导出") % {"who": who, "day": long_day(at), "hour": hour(at)}
    return sheet_response(title, workbook(title, columns, rows, [*notes, made], at=at))


def saved(content: BinaryIO, name: str) -> FileResponse:
    """A file somebody handed in, to be saved: its type is never guessed from its name, so no browser runs it."""
    return FileResponse(content, as_attachment=True, filename=name, content_type="application/octet-stream")


def sheet_response(name: str, content: bytes) -> HttpResponse:
    """A finished sheet under a Chinese file name."""
    header = content_disposition_header(as_attachment=True, filename=f"{name}.xlsx")
    return HttpResponse(content, content_type=XLSX, headers={"Content-Disposition": header or "attachment"})
