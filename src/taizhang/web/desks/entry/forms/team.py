"""核的人办的：核账、退回补办。Acts of those who verify."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as now
from django.utils.translation import gettext_lazy as _

from taizhang.ledger.deciding.verification import ON_SITE
from taizhang.ledger.quantity import Quantity
from taizhang.web.desks.entry.forms.base import reason
from taizhang.web.desks.entry.forms.unit import AmountForm
from taizhang.web.desks.entry.words import printed

METHODS = (
    ("现场丈量", _("现场丈量")),
    ("查阅资料", _("查阅资料")),
    ("走访询问", _("走访询问")),
    ("抽样比对", _("抽样比对")),
    ("其他", _("其他，写在意见里")),
)
"""The Chinese words are what the posting keeps, whatever the language of the page."""
REST = (("open", _("其余留着，待下次核")), ("return", _("其余退回补办")))


class VerifyForm(AmountForm):
    """核实单: one big field; what is left either stays open or goes back."""

    amount = "found"
    wants_evidence = True

    def prepare(self) -> None:
        deliverable = self.page.entry.target.kind == "deliverable"
        self.add_amount(_("核实办成了没有") if deliverable else _("核实认定"))
        self.fields["methods"] = forms.MultipleChoiceField(
            label=_("怎么核的"), choices=METHODS, widget=forms.CheckboxSelectMultiple
        )
        if self.page.entry.judgement.drawn:
            self._on_site()
        self.fields["opinion"] = reason(_("发现的问题、意见"), required=False)
        if not deliverable:
            self.fields["rest"] = forms.ChoiceField(
                label=_("其余的"), choices=REST, widget=forms.RadioSelect, initial="open"
            )
        self.fields["second"] = forms.CharField(
            label=_("同核的人"), required=False, max_length=60, help_text=_("两人核的，写另一位的姓名。")
        )
        if not self.is_bound and self.page.line.unchecked and not deliverable:
            self.initial["found"] = self.page.line.unchecked.text()

    def _on_site(self) -> None:
        """A drawn account is verified on site and in no other way."""
        self.fields["methods"] = forms.MultipleChoiceField(
            label=_("怎么核的"),
            choices=[(ON_SITE, _("现场核实"))],
            initial=[ON_SITE],
            widget=forms.CheckboxSelectMultiple,
            help_text=_("这笔账抽中了，要到现场核。"),
        )

    @property
    def method(self) -> str:
        return "、".join(self.cleaned_data.get("methods", []))

    @property
    def rest(self) -> int:
        """Sub-units that go back to the unit with this verification."""
        left = self.page.line.unchecked
        if self.cleaned_data.get("rest") != "return" or left is None:
            return 0
        return max(0, left.amount - self.quantity().amount)

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if "其他" in given.get("methods", []) and not given.get("opinion"):
            self.add_error("opinion", ValidationError(now("请写明是怎样核的。")))
        if isinstance(given.get("found"), Quantity) and self.rest and not given.get("opinion"):
            words = {"rest": printed(Quantity(self.rest, self.page.line.target.symbol))}
            self.add_error("opinion", ValidationError(now("要退回 %(rest)s，请写原因。") % words))
        return given


class ReturnForm(AmountForm):
    amount = "takes_back"

    def prepare(self) -> None:
        self.fields["reason"] = reason(_("为什么退回，要补什么"))
        if self.page.entry.target.kind != "deliverable" and self.page.line.unchecked:
            self.add_amount(
                _("核不上的数"),
                required=False,
                help_text=_("从已报里退掉；只让补材料的，不用填。"),
            )

    def quantity(self) -> Quantity:
        given = self.cleaned_data.get("takes_back")
        return given if isinstance(given, Quantity) else Quantity(0, self.page.line.target.symbol)
