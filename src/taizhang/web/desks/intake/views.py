"""收文：传上来，读出来，一条条定。The intake desk: upload, read, decide draft by draft or many at once."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from taizhang.formats.refusals import Unreadable
from taizhang.ledger.dates import NotADate
from taizhang.ledger.quantity import NotAQuantity
from taizhang.ledger.requests import Actor
from taizhang.operations import decide_drafts
from taizhang.operations.decide_drafts import MilestoneRefused, Wording
from taizhang.operations.take_in import IntakeRefused, take_in
from taizhang.queries import intake as queries
from taizhang.queries.untaken import untaken as untaken_in
from taizhang.store import clock, drafts, files, registry
from taizhang.store.drafts import NoSuchDraft
from taizhang.store.files import FileRefused
from taizhang.web import refusals
from taizhang.web.desks.intake import words
from taizhang.web.desks.intake.forms import ANSWERING, DraftForm, UploadForm, initial, typed_date, unit_choices
from taizhang.web.fileparts import refused
from taizhang.web.pages import saved


def actor(request: HttpRequest) -> Actor:
    """Who asks; the intake desk is the office's alone, the operations check it again."""
    found = registry.actor(request.user, clock.today())  # type: ignore[arg-type]  # 登录页之后必是 User
    if "office" not in found.roles:
        raise PermissionDenied(_("收文由督查室来办。您可以把文件交给他们。"))
    return found


def intake(request: HttpRequest) -> HttpResponse:
    """The list of documents, and the form that takes one in."""
    by = actor(request)
    form = UploadForm(request.POST, request.FILES) if request.method == "POST" else UploadForm()
    if request.method == "POST" and form.is_valid():
        taken = _take(request, form, by)
        if taken is not None:
            return taken
    status = 422 if form.errors else 200
    return render(request, "intake/list.html", {"form": form, "documents": queries.documents()}, status=status)


def _take(request: HttpRequest, form: UploadForm, by: Actor) -> HttpResponse | None:
    """Take in what the form holds; ``None`` leaves the error on the form, with what was typed."""
    upload = form.cleaned_data["file"]
    name, data = (upload.name, upload.read()) if upload else (_("粘贴的文字.txt"), form.cleaned_data["text"].encode())
    field = "file" if upload else "text"
    try:
        taken = take_in(data=data, name=name, by=by, at=clock.now())
    except Unreadable as error:
        form.add_error(field, words.sentence(error.code, error.params, words.UNREADABLE))
    except FileRefused as error:
        form.add_error(field, refused(error))
    except IntakeRefused as error:
        if error.code == "intake.again":
            messages.info(request, words.refusal(error))
            return redirect("document", str(error.params["document"]))
        form.add_error(field, words.refusal(error))
    else:
        return redirect("columns" if taken.sheet else "document", taken.document)
    return None


def document(request: HttpRequest, key: str) -> HttpResponse:
    """Three panes: counted names, the text with every finding, the drafts."""
    by = actor(request)
    if request.method == "POST":
        return _decide(request, key, by)
    show = _show(request.GET)
    try:
        page = queries.document_page(key, show)
    except NoSuchDraft as error:
        raise Http404 from error
    context = {
        "page": page,
        "show": show,
        "pane": request.GET.get("pane", ""),
        "warnings": [words.sentence(code, params, words.WARNINGS) for code, params in page.warnings],
        "checks": [(words.sentence(c.code, c.params, words.CHECKS), c.mark) for c in page.checks],
        "untaken": len(untaken_in(key)),
        "units": unit_choices(*ANSWERING),
        "leaders": unit_choices("leader"),
        "states": words.STATES,
        "why": words.WHY,
        "aside": words.ASIDE,
    }
    return render(request, "intake/document.html", context)


def _show(asked: QueryDict) -> str:
    return asked.get("show", "") if asked.get("show") in queries.SHOWS else "pending"


def _decide(request: HttpRequest, key: str, by: Actor) -> HttpResponse:
    """One of the desk's buttons: for one draft (``one=accept:ID``) or for all that are ticked (``act=accept``)."""
    act, colon, single = request.POST.get("one", "").partition(":")
    keys = [single] if colon else request.POST.getlist("row")
    act = act or request.POST.get("act", "")
    try:
        done = _act(request, key, act, keys, by)
    except (IntakeRefused, NotADate) as error:
        messages.error(request, _said(error))
    else:
        messages.success(request, done)
    return redirect(_back(key, _show(request.POST), single))


def _back(key: str, show: str = "pending", draft: str = "") -> str:
    """The drafts of a document, at one of them."""
    return f"{reverse('document', args=[key])}?show={show}&pane=prop" + (f"#p-{quote(draft)}" if draft else "")


def _said(error: IntakeRefused | NotADate) -> str:
    return _sentence(error) if isinstance(error, NotADate) else words.refusal(error)


def _act(request: HttpRequest, key: str, act: str, keys: list[str], by: Actor) -> str:
    at = clock.now()
    if act == "accept":
        return _("采纳了 %(n)s 条。") % {"n": decide_drafts.accept(document=key, keys=keys, by=by, at=at)}
    if act == "discard":
        reason = request.POST.get("reason", "")
        n = decide_drafts.discard(document=key, keys=keys, reason=reason, by=by, at=at)
        return _("%(n)s 条不立，随时可以放回来。") % {"n": n}
    if act == "restore":
        return _("%(n)s 条放回了待定。") % {"n": decide_drafts.restore(document=key, keys=keys, by=by, at=at)}
    if act == "merge":
        n, title = decide_drafts.merge(document=key, keys=keys, into=request.POST.get("into", ""), by=by, at=at)
        return _("%(n)s 条并入了“%(title)s”。") % {"n": n, "title": title}
    if act == "fill":
        return _("改好了 %(n)s 条。") % {"n": _fill(request, key, keys, by)}
    raise Http404


def _fill(request: HttpRequest, key: str, keys: list[str], by: Actor) -> int:
    at = clock.now()
    given = {name: request.POST.get(name, "") for name in ("lead_unit", "leader")}
    due = request.POST.get("due", "")
    return decide_drafts.fill(
        document=key, keys=keys, by=by, at=at, due=typed_date(due, at.year) if due.strip() else "", **given
    )


def draft(request: HttpRequest, key: str, draft: str) -> HttpResponse:
    """改一条."""
    by = actor(request)
    try:
        found = queries.draft(key, draft)
    except NoSuchDraft as error:
        raise Http404 from error
    if found.state == "opened":
        return redirect("entry", found.entry)
    sent = request.POST if request.method == "POST" else None
    form = DraftForm(sent, initial=initial(found), year=clock.today().year, rows=len(found.milestones))
    if request.method == "POST" and form.is_valid() and _edited(form, found, by):
        messages.success(request, _("改好并采纳了。"))
        return redirect(_back(key, draft=draft))
    others = [d for d in drafts.drafts(key) if d.id != draft and d.state in ("pending", "accepted")]
    kept = drafts.document(key)
    context = {"form": form, "draft": found, "others": others, "document": kept, "back": _back(key, draft=draft)}
    context |= {"context": queries.context(kept, found), "wrong_stones": form.wrong_stones()}
    return render(request, "intake/draft.html", context, status=422 if form.errors else 200)


def _edited(form: DraftForm, found: drafts.Draft, by: Actor) -> bool:
    """Whether it was kept; else the form says where it is wrong."""
    cleaned = form.cleaned_data
    same = ("title", "book", "target_kind", "bound", "figure", "unit", "measure", "stretch", "lead_unit", "leader")
    given: dict[str, Any] = {name: cleaned[name] for name in same}
    given |= {"co_units": tuple(cleaned["co_units"]), "begin": cleaned["begin"], "due": cleaned["due"]}
    wording = Wording(milestones=form.milestones(), **given)
    at, seen = clock.now(), form.seen_at()
    try:
        decide_drafts.edit(document=found.document, key=found.id, wording=wording, by=by, at=at, seen=seen)
    except NotADate as error:
        form.add_error("due" if error.params["written"] == wording.due else "begin", _sentence(error))
    except NotAQuantity as error:
        form.add_error("unit" if error.code in NO_UNIT else "figure", _sentence(error))
    except MilestoneRefused as error:
        field = "due" if isinstance(error.cause, NotADate) else "figure"
        form.add_error(f"{field}_{form.places()[error.place]}", _sentence(error.cause))
    except IntakeRefused as error:
        form.add_error(None, words.refusal(error))
        if error.code == "intake.changed":
            form.looked_again(str(error.params["at"]))
    return not form.errors


NO_UNIT = ("quantity.no_unit", "quantity.dimension")


def _sentence(error: NotADate | NotAQuantity) -> str:
    return refusals.sentence(error.code, error.params)


def untaken(request: HttpRequest, key: str) -> HttpResponse:
    """没有立账的句子，逐句看，随时补立."""
    by = actor(request)
    try:
        title = drafts.document(key).title
        if request.method == "POST":
            start, _colon, end = request.POST.get("at", "").partition(":")
            made = decide_drafts.take_up(document=key, start=int(start), end=int(end), by=by, at=clock.now())
            messages.success(request, _("补立了一条，请定目标、单位和时限。"))
            return redirect("draft", key, made)
        sentences = untaken_in(key)
    except (NoSuchDraft, ValueError, IntakeRefused) as error:
        raise Http404 from error
    return render(
        request, "intake/untaken.html", {"key": key, "title": title, "sentences": sentences, "aside": words.ASIDE}
    )


@require_GET
def original(request: HttpRequest, key: str) -> FileResponse:
    """The file as it came in, to be saved, never shown in place."""
    actor(request)
    try:
        kept = drafts.document(key)
    except NoSuchDraft as error:
        raise Http404 from error
    try:
        return saved(files.read(kept.file), kept.name)
    except FileNotFoundError as error:
        raise Http404 from error
