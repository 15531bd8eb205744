"""每张表单都有的：版本、记账日、佐证、代录。What every act's form shares: version, day, evidence, on behalf."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django import forms
from django.core import signing
from django.utils.translation import gettext_lazy as _

from taizhang.ledger.posting import Evidence, OnBehalf
from taizhang.ledger.requests import Actor
from taizhang.queries.entry import EntryPage
from taizhang.queries.names import of_kind
from taizhang.store import files
from taizhang.web.amounts import DayField
from taizhang.web.fileparts import refused

SALT = "taizhang.kept"
"""Files handed in with a form that was sent back stay kept; their list travels signed in the form."""
AGE = 24 * 3600


class ActForm(forms.Form):
    """``expected`` is the version the person saw; a behalf form says for whom it is recorded and needs the paper."""

    wants_evidence = False
    stands = "lead"
    """What the person this can be recorded for is to the account: lead, co or leader."""
    amount = ""
    """The field that holds the act's figure, if it has one."""

    expected = forms.IntegerField(widget=forms.HiddenInput, required=False)
    kept = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, page: EntryPage, by: Actor, behalf: str = "", **more: Any) -> None:
        super().__init__(*args, **more)
        self.page, self.by, self.behalf = page, by, behalf
        self.initial.setdefault("expected", page.line.version)
        self.prepare()
        if self.wants_evidence:
            self._add_evidence()
        if behalf:
            self._add_behalf()
        self.kept_before = self._kept_before()
        self.kept_now = str(self.data.get("kept", "")) if self.is_bound else ""

    def prepare(self) -> None:
        """Where a form fits its fields to the account."""

    def _add_evidence(self) -> None:
        self.fields["file"] = forms.FileField(
            label=_("佐证文件"), required=False, help_text=_("验收单、清单、照片都可以。不记位置和轨迹。")
        )
        self.fields["link"] = forms.URLField(
            label=_("佐证网址"), required=False, assume_scheme="https", help_text=_("传文件或填网址，有一样就行。")
        )

    def _add_behalf(self) -> None:
        if self.stands != "lead":
            self._add_whom()
        self.fields["person"] = forms.CharField(label=_("谁报的、谁定的"), required=False, max_length=60)
        self.fields["paper"] = forms.FileField(
            label=_("签了字的原件扫描件"),
            required=not self._kept_before(),
            help_text=_("代录要有原件。谁代录，谁不核。"),
        )

    def _add_whom(self) -> None:
        """Which leader decided, which co-unit spoke."""
        names, entry = self.page.names, self.page.entry
        codes = [u.code for u in of_kind(names, "leader")] if self.stands == "leader" else list(entry.co_units)
        choices = [(code, names.full(code)) for code in codes]
        self.fields["whom"] = forms.ChoiceField(label=_("代谁记"), choices=choices, initial=self.behalf)

    def add_effective(self) -> None:
        self.fields["effective"] = DayField(
            label=_("记账日"), required=False, help_text=_("这个数是哪天的；不填就是今天。")
        )

    def clean_expected(self) -> int | None:
        """A version the account has not reached was not on any page; it is compared as none the page knew."""
        seen: int | None = self.cleaned_data["expected"]
        return seen if seen is None or 0 <= seen <= self.page.line.version else 0

    def _kept_before(self) -> list[list[str]]:
        """[kind, digest, name] of files handed in with an earlier attempt."""
        given = self.data.get("kept", "") if self.is_bound else ""
        try:
            return list(signing.loads(given, salt=SALT, max_age=AGE)) if given else []
        except signing.BadSignature:
            return []

    def keep_files(self, at: datetime) -> bool:
        """Store what was handed in, so that a form sent back keeps it; False when a file is refused."""
        kept = list(self.kept_before)
        for name, kind in (("file", "file"), ("paper", "paper")):
            given = self.files.get(name)
            if not given:
                continue
            try:
                stored = files.keep(given.chunks(), name=str(given.name), media=given.content_type or "", at=at)
            except files.FileRefused as refusal:
                self.add_error(name, refused(refusal))
                return False
            kept.append([kind, stored.digest, stored.name[:200]])
        self.kept_before = kept
        self.kept_now = signing.dumps(kept, salt=SALT) if kept else ""
        return True

    def evidence(self) -> tuple[Evidence, ...]:
        """Everything handed in with this form."""
        found = [Evidence(kind, digest, name) for kind, digest, name in self.kept_before]
        link = self.cleaned_data.get("link")
        return (*found, Evidence("link", link)) if link else tuple(found)

    def on_behalf(self) -> OnBehalf | None:
        """For the lead unit's person who reported, or for the line leader who decided; a leader is a person already."""
        if not self.behalf:
            return None
        person = self.cleaned_data.get("person", "")
        if self.stands == "leader":
            whom = self.cleaned_data["whom"]
            return OnBehalf(whom, person or self.page.names.unit(whom), "leader")
        if self.stands == "co":
            return OnBehalf(self.cleaned_data["whom"], person, "co")
        if self.behalf == self.page.line.leader:
            return OnBehalf(self.behalf, person or self.page.line.leader_name, "leader")
        return OnBehalf(self.behalf, person)


def reason(label: Any = None, *, required: bool = True) -> forms.CharField:
    """A reason to stand on the account."""
    area = forms.Textarea(attrs={"rows": 3})
    return forms.CharField(label=label or _("理由"), widget=area, required=required, max_length=2000)


def note() -> forms.CharField:
    area = forms.Textarea(attrs={"rows": 2})
    return forms.CharField(label=_("说明"), widget=area, required=False, max_length=2000)
