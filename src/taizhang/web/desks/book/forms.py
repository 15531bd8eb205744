"""台账的筛选表单。The filter's form."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from taizhang.queries.entries import Choices
from taizhang.web.topics import topic_name


class FilterForm(forms.Form):
    """Every condition a person sets by hand; the address holds the rest."""

    q = forms.CharField(
        label=_("搜"),
        required=False,
        max_length=100,
        widget=forms.TextInput(attrs={"placeholder": _("事项、编号、依据、口径")}),
    )
    light = forms.ChoiceField(
        label=_("灯"),
        required=False,
        choices=[
            ("", _("灯：全部")),
            ("warn", _("红黄灯")),
            ("red", _("滞后")),
            ("amber", _("预警")),
            ("green", _("正常")),
            ("done", _("已销号")),
            ("grey", _("未到期")),
        ],
    )
    lead = forms.ChoiceField(label=_("牵头单位"), required=False)
    leader = forms.ChoiceField(label=_("包联领导"), required=False)
    topic = forms.ChoiceField(label=_("提法"), required=False)
    until = forms.CharField(label=_("时限不晚于"), required=False, max_length=10)
    group = forms.ChoiceField(
        label=_("分组"),
        required=False,
        choices=[("", _("不分组")), ("topic", _("按提法")), ("lead", _("按牵头")), ("light", _("按灯"))],
    )
    sort = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, offered: Choices, **more: Any) -> None:
        super().__init__(*args, **more)
        self.auto_id = "f_%s"
        self._offer("lead", _("牵头：全部"), offered.leads)
        self._offer("leader", _("包联：全部"), offered.leaders)
        self._offer("topic", _("提法：全部"), tuple((topic, topic_name(topic)) for topic in offered.topics))
        for name, field in self.fields.items():
            field.widget.attrs["aria-label"] = str(field.label or name)
            chosen = isinstance(field, forms.ChoiceField)
            field.widget.attrs["class"] = "form-select form-select-sm" if chosen else "form-control form-control-sm"
        self.fields["until"].widget.attrs |= {"placeholder": str(_("时限至 2026-09")), "size": "12"}

    def _offer(self, name: str, all_of_them: Any, choices: tuple[tuple[str, str], ...]) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [("", all_of_them), *choices]
