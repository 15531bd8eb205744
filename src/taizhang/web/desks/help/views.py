"""帮助、投诉建议、样式说明、更多的页。Pages of help, feedback, components and more."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from taizhang.store import clock
from taizhang.web.desks.help import box, samples
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
    try:
        box.put(
            words=form.cleaned_data["words"],
            contact=form.cleaned_data["contact"],
            page=form.cleaned_data["page"],
            by=by,
            at=clock.now(),
        )
    except box.BoxFull:
        form.add_error(None, _("意见箱满了，没有存下。您写的还在，请打电话告诉督查室。"))
        return False
    return True


def more(request: HttpRequest) -> HttpResponse:
    """The phone's fifth button: every desk, language, account, help."""
    return render(request, "help/more.html")
