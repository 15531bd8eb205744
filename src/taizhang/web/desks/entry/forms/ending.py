"""分解、归档、回头看、并入、转常态、结转。Forms that part an account, end it or go on from it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as now
from django.utils.translation import gettext_lazy as _

from taizhang.ledger import requests as r
from taizhang.ledger.quantity import Quantity
from taizhang.queries.entry import numbered
from taizhang.queries.names import of_kind
from taizhang.store import clock
from taizhang.web.amounts import PartialDateField, QuantityField
from taizhang.web.desks.entry.forms.base import ActForm, note, reason
from taizhang.web.desks.entry.forms.office import leaders
from taizhang.web.desks.entry.words import printed


class ArchiveForm(ActForm):
    file = forms.CharField(label=_("卷号"), required=False, max_length=200)

    def keep_files(self, at: Any) -> bool:
        """``file`` names a volume here, nothing is handed in."""
        return True


class LookBackForm(ActForm):
    held = forms.TypedChoiceField(
        label=_("反弹没有"),
        choices=[("1", _("没有反弹")), ("0", _("有反弹"))],
        coerce=lambda given: given == "1",
        widget=forms.RadioSelect,
    )
    found = reason(_("看到了什么"))


class MergeForm(ActForm):
    into = forms.CharField(label=_("并入哪一笔（编号）"), max_length=40)
    reason = reason(_("为什么并"))

    def clean_into(self) -> str:
        """The id of the account of that number, if this person may see it."""
        found = numbered(self.by, self.page.line.book, self.cleaned_data["into"].strip())
        if not found or found == self.page.line.id:
            raise ValidationError(now("没有这个编号的另一笔账。请在台账里查到编号再填。"))
        return found


class MakeStandingForm(ActForm):
    reason = reason(_("为什么转"))

    def prepare(self) -> None:
        self.fields["approved_by"] = leaders(self)
        self.order_fields(["approved_by", "reason"])


class CarryOverForm(ActForm):
    def prepare(self) -> None:
        words = {"left": printed(self.page.missing)}
        self.fields["due"] = PartialDateField(
            label=_("新账的时限"), help_text=_("余下 %(left)s 记到新账，牵头、配合、包联照旧。") % words
        )

    def clean_due(self) -> Any:
        """What goes on ends in the future."""
        due = self.cleaned_data["due"]
        if due.last <= clock.today():
            raise ValidationError(now("新账的时限要在今天之后。"))
        return due


PART = "part_"
"""Fields of parts are named after the unit's code."""


class DecomposeForm(ActForm):
    """Rows of unit × figure: townships and zones, and those who already answer for the account."""

    def prepare(self) -> None:
        entry = self.page.entry
        answering = {entry.lead_unit, *entry.co_units}
        for unit in of_kind(self.page.names):
            if unit.kind in ("township", "zone") or unit.code in answering:
                self.fields[PART + unit.code] = QuantityField(
                    symbol=self.page.line.target.symbol, label=unit.name, required=False
                )
        self.fields["note"] = note()

    def amounts(self) -> dict[str, Quantity]:
        """By the code of the unit; rows left empty are no part."""
        given = {key.removeprefix(PART): value for key, value in self.cleaned_data.items() if key.startswith(PART)}
        return {code: value for code, value in given.items() if isinstance(value, Quantity) and value.amount}

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        standing = sum(1 for part in self.page.parts if part.step != "end")
        if not self.page.entry.target.counts_up:
            raise ValidationError(now("目标不是一个数，不能按数分解。"))
        if standing:
            raise ValidationError(now("已经分到 %(n)s 笔。要重分，请先撤销原来的分账。") % {"n": standing})
        if not self.errors and not self.amounts():
            raise ValidationError(now("还没有分出一份。请至少填一个单位的数。"))
        return given

    def parts(self) -> list[r.Open]:
        return [self._part(code, amount) for code, amount in self.amounts().items()]

    def _part(self, code: str, amount: Quantity) -> r.Open:
        entry, unit = self.page.entry, self.page.names.unit(code)
        what = entry.target.measure or entry.title
        return r.Open(
            number="",
            title=f"{unit}：{what} {amount.text()} {amount.symbol}",
            target=replace(entry.target, amount=amount.amount),
            lead_unit=code,
            due=entry.due,
            start=entry.start,
            leader=entry.leader,
            source=entry.source,
            basis=entry.basis,
            topic=entry.topic,
            standard=entry.standard,
            object=entry.object,
            mandate=entry.mandate,
        )
