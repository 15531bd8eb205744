"""登录、退出、改密码、换语言的页。Pages to log in, change the password and switch the language."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.views import LoginView, PasswordChangeView
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse_lazy
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST
from django.views.i18n import set_language

from taizhang.web.desks.session.demo import demo_accounts
from taizhang.web.desks.session.forms import LogInForm, PasswordForm
from taizhang.web.desks.session.opened import opened
from taizhang.web.shell import address


class LogIn(LoginView):
    """The open book beside the form: what was promised is seen before anybody logs in."""

    template_name = "session/login.html"
    authentication_form = LogInForm
    redirect_authenticated_user = True

    def get_default_redirect_url(self) -> str:
        return address("home") or address("me")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**kwargs) | {
            "opened": opened(),
            "demo": demo_accounts(),
            "public_url": address("public"),
        }


class ChangePassword(PasswordChangeView):
    template_name = "session/password.html"
    form_class = PasswordForm
    success_url = reverse_lazy("me")

    def form_valid(self, form: Any) -> HttpResponse:
        messages.success(self.request, _("密码改好了。其他设备上的登录已全部失效。"))
        return super().form_valid(form)


def me(request: HttpRequest) -> HttpResponse:
    """Who I am here: unit, post, roles; the way to the password and out."""
    return render(request, "session/me.html")


@login_not_required
@require_POST
def language(request: HttpRequest) -> HttpResponseBase:
    """Keeps the choice in a cookie and goes back to where the person was; Django refuses foreign addresses."""
    return set_language(request)
