"""手工新开一笔账。Open an account by hand."""

from __future__ import annotations

import hashlib
import secrets

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from taizhang.books import load as load_books
from taizhang.ledger.posting import Evidence
from taizhang.ledger.refusal import PostingRefused
from taizhang.operations.bring_forward import bring_forward
from taizhang.operations.open import open_entry
from taizhang.operations.perform import Outcome
from taizhang.queries.names import names
from taizhang.store import clock, files
from taizhang.web.desks.book.newform import STONES, NewForm
from taizhang.web.fileparts import refused
from taizhang.web.person import asker
from taizhang.web.refusals import sentence

OPENED = "opened"
REMEMBERED = 20
"""Pages a session remembers, so that a second press or the way back opens nothing twice."""


@require_http_methods(["GET", "HEAD", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    """The form is the office's; the operation judges again."""
    if "office" not in asker(request).roles:
        raise PermissionDenied
    again = _opened_before(request)
    if again:
        messages.info(request, _("这张表刚才已经交过，账已开好，没有再开。"))
        return redirect("entry", id=again)
    form = NewForm(request.POST or None, request.FILES or None, known=names(), books=load_books())
    if request.method == "POST" and form.is_valid():
        done = _open(request, form)
        if done is not None:
            _remember(request, done.entry.id)
            words = {"number": done.entry.number, "title": done.entry.title}
            messages.success(request, _("%(number)s “%(title)s”建账了。下一步：交办。") % words)
            return redirect("entry", id=done.entry.id)
    stones = [[form[f"stone{n}_{part}"] for part in ("due", "title", "amount", "hard")] for n in range(STONES)]
    status = 422 if request.method == "POST" else 200
    context = {"form": form, "stones": stones, "once": request.POST.get("once") or secrets.token_urlsafe(9)}
    return render(request, "book/new.html", context, status=status)


def _handed_in(request: HttpRequest) -> str:
    """What stands for one filled page: pressed twice it is the same, changed after going back it is another."""
    fields = sorted((name, request.POST.getlist(name)) for name in request.POST if name != "csrfmiddlewaretoken")
    return hashlib.sha256(repr(fields).encode()).hexdigest() if request.POST.get("once") else ""


def _opened_before(request: HttpRequest) -> str:
    """The account this very page has opened already, if it has."""
    return str(request.session.get(OPENED, {}).get(_handed_in(request), ""))


def _remember(request: HttpRequest, entry: str) -> None:
    if key := _handed_in(request):
        kept = {**request.session.get(OPENED, {}), key: entry}
        request.session[OPENED] = dict(list(kept.items())[-REMEMBERED:])


def _open(request: HttpRequest, form: NewForm) -> Outcome | None:
    """The account and its opening balance: both or neither."""
    by, at = asker(request), clock.now()
    try:
        with transaction.atomic():
            done = open_entry(book=form.cleaned_data["book"], request=form.request(), by=by, at=at)
            given = form.forward()
            if given is None:
                return done
            proof = _kept(form)
            expected = done.entry.version
            entry = done.entry.id
            return bring_forward(entry=entry, **given, by=by, at=at, expected=expected, evidence=proof)
    except PostingRefused as refusal:
        named = {code: unit.name for code, unit in form.known.units.items()}
        form.add_error(None, sentence(refusal.code, refusal.params, names=named))
    except files.FileRefused as refusal:
        form.add_error("file", refused(refusal))
    return None


def _kept(form: NewForm) -> tuple[Evidence, ...]:
    given = form.files.get("file")
    if not given:
        return ()
    stored = files.keep(given.chunks(), name=str(given.name), media=given.content_type or "", at=clock.now())
    return (Evidence("file", stored.digest, stored.name),)
