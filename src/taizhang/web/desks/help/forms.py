"""投诉建议的表单。The form for complaints and suggestions."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _


class FeedbackForm(forms.Form):
    """Anybody may write, also without logging in (国办函〔2026〕12号: every page has 投诉建议)."""

    words = forms.CharField(
        label=_("哪里不好用，或者有什么要反映"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text=_("请不要写涉密内容和别人的身份证号、电话。"),
        error_messages={"required": _("请写几个字再交。"), "max_length": _("最多 2000 字，请删短一些。")},
    )
    contact = forms.CharField(
        label=_("怎样回复您"),
        max_length=100,
        required=False,
        help_text=_("电话或邮箱，只用来回复。"),
        error_messages={"max_length": _("最多 100 字。")},
    )
    page = forms.CharField(max_length=300, required=False, widget=forms.HiddenInput)
