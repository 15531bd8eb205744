"""新开一笔的表单：目标、责任、时限、节点、期初。The form of a new account."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as now
from django.utils.translation import gettext_lazy as _

from taizhang.ledger.book import Book
from taizhang.ledger.dates import PartialDate
from taizhang.ledger.posting import Milestone
from taizhang.ledger.quantity import Quantity
from taizhang.ledger.requests import Open
from taizhang.ledger.target import Target
from taizhang.queries.names import Names, of_kind
from taizhang.store import clock
from taizhang.web.amounts import DayField, PartialDateField, QuantityField
from taizhang.web.labels import label

STONES = 4
"""Milestones a form offers; more are entered by an amended plan or an imported sheet."""
ANSWERING = ("department", "township", "zone", "office")
KINDS = (("amount", _("一个数")), ("deliverable", _("一件成果")), ("zero", _("零发生")))
BOUNDS = (("ge", _("不少于")), ("le", _("不超过")), ("eq", _("等于")), ("approx", _("约")))


class NewForm(forms.Form):
    """What the ledger's 建账 asks; figures are read in the unit typed beside the target."""

    book = forms.ChoiceField(label=_("记在哪本台账"))
    title = forms.CharField(label=_("事项"), max_length=500)
    kind = forms.ChoiceField(label=_("目标是"), choices=KINDS, widget=forms.RadioSelect, initial="amount")
    bound = forms.ChoiceField(label=_("要求"), choices=BOUNDS, initial="ge", required=False)
    amount = QuantityField(label=_("目标数"), required=False)
    unit = forms.CharField(label=_("计量单位"), required=False, max_length=24)
    measure = forms.CharField(
        label=_("口径"), required=False, max_length=120, help_text=_("数的是什么，如“生态造林面积”。同一口径才相加。")
    )
    lead_unit = forms.ChoiceField(label=_("牵头单位"), help_text=_("只能有一个。"))
    co_units = forms.MultipleChoiceField(label=_("配合单位"), required=False, widget=forms.CheckboxSelectMultiple)
    leader = forms.ChoiceField(label=_("包联领导"), required=False)
    task_force = forms.CharField(label=_("工作专班"), required=False, max_length=120)
    start = PartialDateField(label=_("从哪天算起"), required=False, help_text=_("不填就从今天算起。"))
    due = PartialDateField(label=_("时限"), help_text=_("2026-09-30，或只到月 2026-09，或只到年 2026。"))
    topic = forms.CharField(label=_("提法"), required=False, max_length=120)
    basis = forms.CharField(label=_("依据"), required=False, max_length=2000, widget=forms.Textarea(attrs={"rows": 2}))
    standard = forms.CharField(
        label=_("完成标准"), required=False, max_length=2000, widget=forms.Textarea(attrs={"rows": 2})
    )
    claimed = QuantityField(label=_("以前已报"), required=False)
    verified = QuantityField(label=_("其中已核"), required=False)
    as_of = DayField(label=_("截至哪天"), required=False)
    file = forms.FileField(label=_("期初的佐证"), required=False)

    def __init__(self, *args: Any, known: Names, books: Mapping[str, Book], **more: Any) -> None:
        self.known = known
        super().__init__(*args, **more)
        units = [(u.code, u.name) for u in of_kind(known, *ANSWERING)]
        leaders = [(u.code, u.name) for u in of_kind(known, "leader")]
        self._offer("book", [(name, label(book.label)) for name, book in _task_first(books)])
        self._offer("lead_unit", [("", "—"), *units])
        self._offer("co_units", units)
        self._offer("leader", [("", "—"), *leaders])
        for n in range(STONES):
            self.fields[f"stone{n}_due"] = PartialDateField(label=_("到哪天"), required=False)
            self.fields[f"stone{n}_title"] = forms.CharField(label=_("节点"), required=False, max_length=200)
            self.fields[f"stone{n}_amount"] = QuantityField(label=_("累计应到"), required=False)
            self.fields[f"stone{n}_hard"] = forms.BooleanField(label=_("硬节点"), required=False)
        self._measure()

    def _offer(self, name: str, choices: list[tuple[str, str]]) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)
        field.choices = choices

    def _measure(self) -> None:
        """Every figure of the form is in the unit typed beside the target."""
        symbol = str(self.data.get("unit", "")).strip() if self.is_bound else ""
        for field in self.fields.values():
            if isinstance(field, QuantityField):
                field.symbol = symbol

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if given.get("kind") == "amount" and not given.get("amount") and "amount" not in self.errors:
            self.add_error("amount", ValidationError(now("请填目标数，或者改选“一件成果”“零发生”。")))
        for n in range(STONES):
            filled = given.get(f"stone{n}_title") or given.get(f"stone{n}_amount")
            if filled and not given.get(f"stone{n}_due"):
                self.add_error(f"stone{n}_due", ValidationError(now("节点要有日子。")))
        if given.get("claimed") and not given.get("file"):
            self.add_error("file", ValidationError(now("期初要附佐证，比如去年的台账。")))
        return given

    def target(self) -> Target:
        given = self.cleaned_data
        if given["kind"] == "deliverable":
            return Target(measure=given["measure"])
        unit = given["unit"] or "起"
        if given["kind"] == "zero":
            return Target("zero", "eq", 0, unit, given["measure"])
        wanted: Quantity = given["amount"]
        return Target("amount", given["bound"] or "ge", wanted.amount, wanted.symbol, given["measure"])

    def request(self) -> Open:
        """What is asked of the ledger; the number is made there."""
        given = self.cleaned_data
        same = ("title", "lead_unit", "leader", "task_force", "due", "topic", "basis", "standard")
        return Open(
            number="",
            target=self.target(),
            start=given["start"] or PartialDate.of(clock.today()),
            co_units=tuple(given["co_units"]),
            milestones=tuple(self._stones()),
            **{name: given[name] for name in same},
        )

    def _stones(self) -> list[Milestone]:
        given, found = self.cleaned_data, []
        for n in range(STONES):
            due, amount = given.get(f"stone{n}_due"), given.get(f"stone{n}_amount")
            if due:
                hard = bool(given.get(f"stone{n}_hard"))
                found.append(Milestone(due, given.get(f"stone{n}_title", ""), amount.amount if amount else None, hard))
        return found

    def forward(self) -> dict[str, Any] | None:
        """The opening balance, if one was filled in."""
        given = self.cleaned_data
        claimed, verified = given.get("claimed"), given.get("verified")
        if claimed is None:
            return None
        return {
            "claimed": claimed.amount,
            "verified": verified.amount if verified else 0,
            "unit": claimed.symbol,
            "as_of": given["as_of"] or clock.today(),
        }


def _task_first(books: Mapping[str, Book]) -> list[tuple[str, Book]]:
    """The task book is what most accounts belong to."""
    return sorted(books.items(), key=lambda pair: (pair[0] != "task", pair[0]))
