"""登录与改密码的表单。Forms to log in and to change the password."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib.auth.forms import AuthenticationForm, PasswordChangeForm
from django.utils.translation import gettext_lazy as _


class LogInForm(AuthenticationForm):
    """Says what to do, and never which of the two was wrong."""

    username = forms.CharField(
        label=_("用户名"),
        max_length=150,
        widget=forms.TextInput(attrs={"autocomplete": "username", "autocapitalize": "none", "autofocus": True}),
    )
    password = forms.CharField(
        label=_("密码"), strip=False, widget=forms.PasswordInput(attrs={"autocomplete": "current-password"})
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.error_messages = {
            "invalid_login": _("用户名或密码不对。连错 5 次，这个用户名会停用半小时。"),
            "inactive": _("这个用户已停用，请与督查室联系。"),
        }


class PasswordForm(PasswordChangeForm):
    """Django's own form in the words of the house."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["old_password"].label = _("现在的密码")
        self.fields["new_password1"].label = _("新密码")
        self.fields["new_password1"].help_text = _("至少 10 位，不能全是数字，不能是常见的密码。")
        self.fields["new_password2"].label = _("再填一次新密码")
        self.fields["new_password2"].help_text = ""
