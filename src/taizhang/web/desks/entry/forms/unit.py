"""牵头单位办的：签收、退回、上报、无变化、交账。Acts of the lead unit."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from taizhang.ledger.quantity import SCALE, Quantity
from taizhang.queries.names import of_kind
from taizhang.text.units import unit
from taizhang.web.amounts import QuantityField
from taizhang.web.desks.entry.forms.base import ActForm, note, reason

ANSWERING = ("department", "township", "zone", "office")
"""Kinds of unit that may lead."""


def symbols(symbol: str) -> list[str]:
    """The unit a target is printed in, and its base where that is another: 万亩, 亩."""
    return list(dict.fromkeys((symbol, unit(symbol).base)))


class AmountForm(ActForm):
    """A form whose one big field is an amount of this account's measure."""

    amount = "cumulative"

    def add_amount(self, label: Any, **more: Any) -> None:
        """A deliverable is there or not; anything else is a figure with a unit to choose where two make sense."""
        if self.page.entry.target.kind == "deliverable":
            choices = [("1", _("办成了")), ("0", _("还没办成"))]
            self.fields[self.amount] = forms.ChoiceField(label=label, choices=choices, widget=forms.RadioSelect)
            return
        symbol = self.page.line.target.symbol
        self.fields[self.amount] = QuantityField(symbol=symbol, label=label, **more)
        if len(symbols(symbol)) > 1:
            offered = [(s, s) for s in symbols(symbol)]
            self.fields["unit"] = forms.ChoiceField(label=_("单位"), choices=offered, initial=symbol, required=False)
            self.fields["unit"].widget.attrs["aria-label"] = str(_("计量单位"))
            field = self.fields[self.amount]
            assert isinstance(field, QuantityField)
            given = self.data.get("unit", "") if self.is_bound else ""
            field.symbol = given if given in symbols(symbol) else symbol

    def quantity(self) -> Quantity:
        found = self.cleaned_data[self.amount]
        return found if isinstance(found, Quantity) else Quantity(int(found) * SCALE, self.page.line.target.symbol)


class AcceptForm(ActForm):
    note = note()


class DeclineForm(ActForm):
    reason = reason(_("为什么不归本单位"))

    def prepare(self) -> None:
        units = of_kind(self.page.names, *ANSWERING)
        choices = [("", "—"), *((u.code, u.name) for u in units if u.code != self.page.line.lead)]
        self.fields["proposes"] = forms.ChoiceField(label=_("建议由谁牵头"), choices=choices, required=False)


class ReportForm(AmountForm):
    wants_evidence = True

    def prepare(self) -> None:
        self.add_amount(_("到今天的累计") if self.page.entry.target.kind != "deliverable" else _("办成了没有"))
        self.fields["note"] = note()
        self.add_effective()


class UnchangedForm(ActForm):
    note = note()

    def prepare(self) -> None:
        self.add_effective()


class SubmitForm(ActForm):
    wants_evidence = True
    statement = forms.CharField(
        label=_("办结情况"), widget=forms.Textarea(attrs={"rows": 4}), required=False, max_length=4000
    )
