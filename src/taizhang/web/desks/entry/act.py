"""办一件事：一张表单，记一笔账，或者说清为什么不能。One act: a form, a posting, or the reason why not."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from taizhang.books import book as load_book
from taizhang.ledger.posting import OnBehalf
from taizhang.ledger.refusal import PostingRefused
from taizhang.operations.perform import Conflict, EntryNotFound, Given
from taizhang.queries.entry import EntryPage
from taizhang.queries.possible import BY_CO, BY_LEADER, FOR_UNITS
from taizhang.store import clock
from taizhang.web.desks.entry import words
from taizhang.web.desks.entry.deed import Deed
from taizhang.web.desks.entry.deeds import DEEDS
from taizhang.web.desks.entry.forms.base import ActForm
from taizhang.web.desks.entry.views import page_or_404
from taizhang.web.figures import figure
from taizhang.web.labels import label
from taizhang.web.person import asker
from taizhang.web.refusals import sentence


@require_http_methods(["GET", "HEAD", "POST"])
def act(request: HttpRequest, id: str, name: str) -> HttpResponse:
    """The page of one act on one account. It is shown to whoever sees the account; the operation judges who may."""
    page = page_or_404(request, id)
    deed = DEEDS.get(name)
    if deed is None or name not in load_book(page.line.book).acts:
        raise Http404
    form = _form(request, page, deed, name)
    if request.method != "POST":
        return _show(request, page, deed, name, form)
    return _do(request, page, deed, name, form)


def _form(request: HttpRequest, page: EntryPage, deed: Deed, name: str) -> ActForm:
    given = request.POST if request.method == "POST" else request.GET
    behalf = _behalf(page, name) if given.get("behalf") else ""
    version = request.GET.get("version", "")
    if request.method == "POST":
        return deed.form(request.POST, request.FILES, page=page, by=asker(request), behalf=behalf)
    initial = {"version": version} if version.isdigit() else {}
    return deed.form(page=page, by=asker(request), behalf=behalf, initial=initial)


def _behalf(page: EntryPage, name: str) -> str:
    """Whom this act can be recorded for: the lead unit, a co-unit, or the line leader for what leaders decide."""
    if name in BY_LEADER:
        return page.line.leader
    if name in BY_CO:
        return next(iter(page.entry.co_units), "")
    return page.line.lead if name in FOR_UNITS else ""


def _do(request: HttpRequest, page: EntryPage, deed: Deed, name: str, form: ActForm) -> HttpResponse:
    if not form.is_valid() or not form.keep_files(clock.now()):
        return _show(request, page, deed, name, form, status=422)
    try:
        with transaction.atomic():
            done = deed.run(page.line.id, form, _given(request, form))
    except EntryNotFound as error:
        raise Http404 from error
    except Conflict as conflict:
        return _conflict(request, page, deed, name, form, conflict)
    except PostingRefused as refusal:
        form.add_error(None, _sentence(page, refusal))
        return _show(request, page, deed, name, form, status=422)
    done_word = label(load_book(page.line.book).acts[name].label)
    words_of = {"act": done_word, "number": figure(done.number)}
    messages.success(request, _("“%(act)s”已记账，流水第 %(number)s 号。") % words_of)
    return redirect("entry", id=page.line.id)


def _given(request: HttpRequest, form: ActForm) -> Given:
    return {
        "by": asker(request),
        "at": clock.now(),
        "expected": form.cleaned_data.get("expected"),
        "effective": form.cleaned_data.get("effective"),
        "evidence": form.evidence(),
        "behalf": form.on_behalf(),
    }


def _sentence(page: EntryPage, refusal: PostingRefused) -> str:
    return sentence(refusal.code, refusal.params, book=load_book(page.line.book), names=_names(page))


def _names(page: EntryPage) -> dict[str, str]:
    return {code: unit.short or unit.name for code, unit in page.names.units.items()}


def _show(
    request: HttpRequest, page: EntryPage, deed: Deed, name: str, form: ActForm, status: int = 200
) -> HttpResponse:
    return render(request, deed.template, _context(request, page, deed, name, form), status=status)


def _context(request: HttpRequest, page: EntryPage, deed: Deed, name: str, form: ActForm) -> dict[str, Any]:
    book = load_book(page.line.book)
    one = next((way for way in (*page.ways, *page.asides, *page.beside) if way.act.name == name), None)
    blocked = one.code if one and not one.allowed and not form.behalf else ""
    return {
        "page": page,
        "book": book,
        "deed": deed,
        "name": name,
        "label": book.acts[name].label,
        "form": form,
        "behalf": _for_whom(page, form),
        "behalf_of": OnBehalf(form.behalf) if form.behalf else None,
        "blocked": sentence(one.code, one.params, book=book, names=_names(page)) if one and blocked else "",
        "can_behalf": page.names.full(one.behalf) if one and one.behalf and not form.behalf else "",
        "target": words.target(page),
        "unit": getattr(form.fields.get(form.amount), "symbol", ""),
        "amount_field": form[form.amount] if form.amount in form.fields else None,
        "on": clock.today(),
    }


def _for_whom(page: EntryPage, form: ActForm) -> str:
    """For the head of the page; where the form asks whom, only what they are."""
    if not form.behalf:
        return ""
    asked = {"leader": _("县领导"), "co": _("配合单位")}
    return asked.get(form.stands) or page.names.full(form.behalf)


def _conflict(
    request: HttpRequest, page: EntryPage, deed: Deed, name: str, form: ActForm, conflict: Conflict
) -> HttpResponse:
    """Somebody posted in between: what was typed is all there, beside what the account says now."""
    fresh = page_or_404(request, page.line.id)
    seen = conflict.expected
    typed = [(f.label, _written(f)) for f in form.visible_fields() if f.name not in ("file", "paper") and f.value()]
    hidden = {key: request.POST.getlist(key) for key in request.POST if key not in ("csrfmiddlewaretoken", "expected")}
    hidden["kept"] = [form.kept_now]
    context = _context(request, fresh, deed, name, form) | {
        "typed": typed,
        "fields": words.FIELDS,
        "kept": [name for _kind, _digest, name in form.kept_before],
        "hidden": [(key, value) for key, values in hidden.items() for value in values],
        "since": [passage for passage in fresh.history if passage.version > seen],
        "version": fresh.line.version,
        "at": conflict.at,
    }
    return render(request, "entry/conflict.html", context, status=409)


def _written(field: Any) -> str:
    """What was typed, as the page shows it: choices by their words."""
    value = field.value()
    choices = dict(getattr(field.field, "choices", ()) or ())
    values = value if isinstance(value, list | tuple) else [value]
    return "、".join(str(choices.get(one, one)) for one in values)
