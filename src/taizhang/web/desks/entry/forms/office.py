"""督查室和领导办的：交办、销账、期初、更正、冲正、责任、延期、撤销、免余。Acts of the office and of leaders."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as now
from django.utils.translation import gettext_lazy as _

from taizhang.books import book as load_book
from taizhang.ledger.entry import AMENDABLE, DUTIES
from taizhang.queries.names import of_kind
from taizhang.store import clock
from taizhang.web.amounts import DayField, PartialDateField, QuantityField
from taizhang.web.days import day
from taizhang.web.desks.entry.forms.base import ActForm, note, reason
from taizhang.web.desks.entry.forms.unit import ANSWERING
from taizhang.web.desks.entry.words import FIELDS, printed
from taizhang.web.labels import label


class AssignForm(ActForm):
    paper = forms.CharField(label=_("交办单号"), required=False, max_length=60, help_text=_("不填就按年份接着编。"))
    note = note()


class WaiveForm(ActForm):
    reason = reason(_("为什么免"))


class CloseForm(ActForm):
    note = note()

    def prepare(self) -> None:
        grades = load_book(self.page.line.book).grades
        if grades:
            choices = [("", _("不评")), *((grade, grade) for grade in grades)]
            self.fields["grade"] = forms.ChoiceField(
                label=_("等次"), choices=choices, required=False, widget=forms.RadioSelect
            )


class ReopenForm(ActForm):
    reason = reason(_("哪里反弹了"))


class BringForwardForm(ActForm):
    """期初: what stood on paper when the book was opened in mid-year."""

    wants_evidence = True

    def prepare(self) -> None:
        symbol = self.page.line.target.symbol
        self.fields["claimed"] = QuantityField(symbol=symbol, label=_("以前已报"))
        self.fields["verified"] = QuantityField(
            symbol=symbol, label=_("其中已核"), help_text=_("没有核过的填 0，往后再核。")
        )
        self.fields["as_of"] = DayField(label=_("截至哪天"), initial=clock.today())
        units = of_kind(self.page.names, "team", "office", "leader")
        choices = [("", "—"), *((u.code, u.name) for u in units)]
        self.fields["verified_by"] = forms.ChoiceField(label=_("以前谁核的"), choices=choices, required=False)


class ExtendForm(ActForm):
    reason = reason(_("为什么延"))

    def prepare(self) -> None:
        self.fields["after"] = PartialDateField(
            label=_("新时限"), help_text=_("现在的时限 %(due)s，会一直留在账上。") % {"due": day(self.page.line.due)}
        )
        self.fields["approved_by"] = leaders(self)
        self.order_fields(["after", "approved_by", "reason"])


class CancelForm(ActForm):
    reason = reason(_("为什么撤"))

    def prepare(self) -> None:
        self.fields["approved_by"] = leaders(self)
        self.order_fields(["approved_by", "reason"])


def leaders(form: ActForm) -> forms.ChoiceField:
    units = of_kind(form.page.names, "leader")
    return forms.ChoiceField(label=_("哪位领导批的"), choices=[("", "—"), *((u.code, u.name) for u in units)])


class AmendForm(ActForm):
    """One descriptive field; figures and the original date are not among them."""

    after = forms.CharField(label=_("改成"), widget=forms.Textarea(attrs={"rows": 3}), max_length=4000)
    reason = reason()

    def prepare(self) -> None:
        choices = [(name, f"{FIELDS[name]}：{getattr(self.page.entry, name) or '—'}"[:60]) for name in AMENDABLE]
        self.fields["field"] = forms.ChoiceField(label=_("改哪一项"), choices=choices, widget=forms.RadioSelect)
        self.order_fields(["field", "after", "reason"])


class ReassignForm(ActForm):
    """One duty; which of the three fields counts depends on the duty chosen."""

    reason = reason()

    def prepare(self) -> None:
        self.fields["role"] = forms.ChoiceField(
            label=_("调哪一项"), choices=[(role, FIELDS[role]) for role in DUTIES], widget=forms.RadioSelect
        )
        units = of_kind(self.page.names, *ANSWERING)
        leaders = of_kind(self.page.names, "leader")
        answering = [(u.code, u.name) for u in units]
        self.fields["one"] = forms.ChoiceField(
            label=_("新的牵头单位或包联领导"),
            choices=[("", "—"), *answering, *((u.code, u.name) for u in leaders)],
            required=False,
        )
        self.fields["several"] = forms.MultipleChoiceField(
            label=_("新的配合单位（全部列出）"),
            choices=answering,
            required=False,
            initial=list(self.page.entry.co_units),
            widget=forms.CheckboxSelectMultiple,
        )
        self.fields["force"] = forms.CharField(label=_("新的专班"), required=False, max_length=120)
        self.order_fields(["role", "one", "several", "force", "reason"])

    def clean(self) -> dict[str, Any]:
        """A leader leads no account, and a unit follows none."""
        given = super().clean() or {}
        kinds = {"lead_unit": ANSWERING, "leader": ("leader",)}.get(given.get("role", ""), ())
        chosen = self.page.names.units.get(given.get("one", ""))
        if kinds and chosen and chosen.kind not in kinds:
            words = {"duty": FIELDS[given["role"]], "unit": chosen.name}
            self.add_error("one", ValidationError(now("%(unit)s不能做%(duty)s，请另选。") % words))
        return given

    @property
    def after(self) -> str:
        given = self.cleaned_data
        if given["role"] == "co_units":
            return " ".join(given.get("several", []))
        return str(given.get("force" if given["role"] == "task_force" else "one", ""))


class ReverseForm(ActForm):
    """冲正: choose the posting whose figures were wrong."""

    reason = reason(_("错在哪里"))

    def prepare(self) -> None:
        acts = load_book(self.page.line.book).acts
        told = {"Reported": "report", "Verified": "verify", "BroughtForward": "bring_forward", "Returned": "return"}
        choices = []
        for passage in self.page.history:
            if passage.reversible:
                moved = passage.verified if passage.kind == "Verified" else passage.claimed
                what = label(acts[told[passage.kind]].label)
                choices.append((str(passage.version), f"{day(passage.effective)} {what} {printed(moved)}"))
        self.fields["version"] = forms.TypedChoiceField(
            label=_("冲哪一条"), choices=choices, coerce=int, widget=forms.RadioSelect
        )
        self.order_fields(["version", "reason"])

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if not self.fields["version"].choices:  # type: ignore[attr-defined]
            raise ValidationError(now("这笔账没有可冲的数。"))
        return given
