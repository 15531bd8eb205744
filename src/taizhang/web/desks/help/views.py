"""帮助、投诉建议、样式说明、更多的页。Pages of help, feedback, components and more."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from taizhang.operations.feedback import answer_feedback, give_feedback
from taizhang.operations.refusal import ActRefused
from taizhang.store import clock, registry
from taizhang.store import feedback as store_feedback
from taizhang.web import refusals
from taizhang.web.desks.help import samples
from taizhang.web.desks.help.forms import FeedbackForm


@login_not_required
def help_page(request: HttpRequest) -> HttpResponse:
    return render(request, "help/help.html")


@login_not_required
def components(request: HttpRequest) -> HttpResponse:
    """Every part of the look with the tag that draws it; tests compare it with the design."""
    form = samples.SampleForm({"amount": "6.10", "evidence": "http://"} if "wrong" in request.GET else None)
    return render(request, "help/components.html", samples.context(request) | {"form": form})


@login_not_required
def feedback(request: HttpRequest) -> HttpResponse:
    """Keeps what was written at once; thanks nobody twice, because it redirects."""
    form = FeedbackForm(request.POST or None, initial={"page": request.GET.get("from", "")})
    if request.method == "POST" and form.is_valid() and _kept(request, form):
        messages.success(request, _("收到了，已交督查室。留了联系方式的，会有人回复您。"))
        return redirect("feedback")
    return render(request, "help/feedback.html", {"form": form})


def _kept(request: HttpRequest, form: FeedbackForm) -> bool:
    by = request.user.get_username()
    words = {name: form.cleaned_data[name] for name in ("words", "contact", "page")}
    try:
        give_feedback(user=by, at=clock.now(), **words)
    except ActRefused as refusal:
        form.add_error(None, refusals.sentence(refusal.code, refusal.params))
        return False
    return True


def box(request: HttpRequest) -> HttpResponse:
    """意见箱: what nobody has answered yet; the office notes what was done about each."""
    by = registry.actor(request.user, clock.today())  # type: ignore[arg-type]  # 登录后必是 User
    if not by.roles & {"office", "admin"}:
        raise PermissionDenied
    if request.method == "POST" and request.POST.get("id", "").isdecimal():
        try:
            answer_feedback(id=int(request.POST["id"]), answer=request.POST.get("answer", ""), by=by, at=clock.now())
            messages.success(request, _("记下了。"))
        except ActRefused as refusal:
            messages.error(request, refusals.sentence(refusal.code, refusal.params))
        return redirect("feedback_box")
    return render(request, "help/box.html", {"papers": list(store_feedback.waiting())})


def more(request: HttpRequest) -> HttpResponse:
    """The phone's fifth button: every desk, language, account, help."""
    held = registry.actor(request.user, clock.today()).roles  # type: ignore[arg-type]  # 登录后必是 User
    return render(request, "help/more.html", {"answers": bool(held & {"office", "admin"})})
