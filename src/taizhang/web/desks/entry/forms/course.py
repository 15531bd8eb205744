"""一路上的表单：立项、配合、问题、延期、暂停、审核、抽查、认定、复核、批示、催办。Forms of what happens on the way."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from taizhang.books import book as load_book
from taizhang.store import clock
from taizhang.web.amounts import DayField, PartialDateField
from taizhang.web.days import day
from taizhang.web.desks.entry.forms.base import ActForm, note, reason
from taizhang.web.desks.entry.forms.office import leaders

STEPS = (
    ("催办", _("催办")),
    ("提醒函", _("提醒函")),
    ("督办函", _("督办函")),
    ("约谈", _("约谈")),
    ("通报", _("通报")),
)
"""The ladder (DOMAIN §1.4); the Chinese words are what the posting keeps."""


class LeaderForm(ActForm):
    """An act a leader decides, himself or through the office with the signed paper."""

    stands = "leader"

    @property
    def decider(self) -> str:
        return str(self.cleaned_data["whom"]) if self.behalf else self.by.unit


class ApproveForm(LeaderForm):
    note = note()


class RefuseForm(LeaderForm):
    reason = reason(_("为什么不立"))


class EndorseForm(LeaderForm):
    note = note()


class InstructForm(LeaderForm):
    words = forms.CharField(label=_("批示内容"), widget=forms.Textarea(attrs={"rows": 4}), max_length=4000)

    def prepare(self) -> None:
        self.fields["on"] = DayField(label=_("哪天批的"), initial=clock.today())


class ConfirmDutyForm(ActForm):
    stands = "co"
    note = note()


class ObjectDutyForm(ActForm):
    stands = "co"
    reason = reason(_("为什么不归本单位配合"))


class RaiseProblemForm(ActForm):
    """The owner is one of those who answer for this account: they see it, and find the problem on their desk."""

    words = forms.CharField(label=_("什么问题"), widget=forms.Textarea(attrs={"rows": 3}), max_length=2000)

    def prepare(self) -> None:
        entry, names = self.page.entry, self.page.names
        choices = [(code, names.full(code)) for code in (entry.lead_unit, *entry.co_units)]
        self.fields["owner"] = forms.ChoiceField(label=_("归哪个单位解决"), choices=choices)
        self.fields["due"] = PartialDateField(label=_("解决时限"))


class SettleProblemForm(ActForm):
    how = reason(_("怎样解决的"))

    def prepare(self) -> None:
        waiting = [p for p in self.page.problems if p.settled is None]
        choices = [(str(p.number), f"{p.number} · {p.words[:60]}") for p in waiting]
        self.fields["problem"] = forms.TypedChoiceField(
            label=_("销哪一个"), choices=choices, coerce=int, widget=forms.RadioSelect
        )
        self.order_fields(["problem", "how"])


class AskExtensionForm(ActForm):
    wants_evidence = True
    progress = reason(_("办到哪一步"), required=False)
    reason = reason(_("为什么延"))

    def prepare(self) -> None:
        words = {"due": day(self.page.line.due), "first": day(self.page.line.original_due)}
        self.fields["after"] = PartialDateField(
            label=_("延到"), help_text=_("现在的时限 %(due)s，原时限 %(first)s，都留在账上。") % words
        )
        self.order_fields(["after", "reason", "progress"])


class RefuseExtensionForm(ActForm):
    reason = reason(_("为什么不同意"))


class SuspendForm(ActForm):
    reason = reason(_("为什么停"))

    def prepare(self) -> None:
        self.fields["approved_by"] = leaders(self)
        self.order_fields(["approved_by", "reason"])
        self.add_effective()
        self.fields["effective"].help_text = _("从哪天起停；不填就是今天。")


class ResumeForm(ActForm):
    note = note()

    def prepare(self) -> None:
        self.add_effective()
        self.fields["effective"].help_text = _("从哪天起接着走；不填就是今天。")


class CheckForm(ActForm):
    conclusion = reason(_("审核结论"))


class SampleForm(ActForm):
    seed = forms.CharField(
        label=_("种子"),
        max_length=60,
        help_text=_("预填的是今天的日期和全册流水的摘要，不由抽的人定。"),
    )

    def prepare(self) -> None:
        self.initial.setdefault("seed", f"{clock.today():%Y-%m-%d}-{self.page.proof.head_digest[:8]}")


class ConfirmForm(ActForm):
    opinion = reason(_("认定意见"), required=False)
    second = forms.CharField(label=_("同核的人"), required=False, max_length=60)

    def prepare(self) -> None:
        grades = load_book(self.page.line.book).grades
        if grades:
            self.fields["grade"] = forms.ChoiceField(
                label=_("等次"), choices=[(grade, grade) for grade in grades], widget=forms.RadioSelect
            )
        self.order_fields(["grade", "opinion", "second"])


class ObjectForm(ActForm):
    wants_evidence = True
    reason = reason(_("哪里不对"))


class ReviewForm(ActForm):
    upheld = forms.TypedChoiceField(
        label=_("复核结论"),
        choices=[("1", _("维持认定")), ("0", _("推翻认定，回去重核"))],
        coerce=lambda given: given == "1",
        widget=forms.RadioSelect,
    )
    reason = reason()


class UrgeForm(ActForm):
    paper = forms.CharField(label=_("文号"), max_length=60)
    words = reason(_("写了什么"), required=False)

    def prepare(self) -> None:
        entry, names = self.page.entry, self.page.names
        self.fields["step"] = forms.ChoiceField(label=_("哪种文书"), choices=STEPS, widget=forms.RadioSelect)
        units = [(code, names.full(code)) for code in (entry.lead_unit, *entry.co_units)]
        self.fields["to"] = forms.ChoiceField(label=_("发给谁"), choices=units)
        self.order_fields(["step", "paper", "to", "words"])
