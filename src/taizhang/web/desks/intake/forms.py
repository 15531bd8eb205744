"""收文的表单。Forms of the intake desk."""

from __future__ import annotations

import re
from datetime import datetime
from typing import Any, cast

from django import forms
from django.conf import settings
from django.http import QueryDict
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from taizhang import books
from taizhang.ledger.quantity import Quantity
from taizhang.queries.names import names, of_kind
from taizhang.store.drafts import Draft

ANSWERING = ("office", "department", "township", "zone", "force")
"""Kinds of unit that may lead an entry."""
MILESTONES = 6


class UploadForm(forms.Form):
    """A file, or pasted text."""

    file = forms.FileField(
        label=_("文件"),
        required=False,
        help_text=_("DOCX、PDF、网页、TXT，或任务分解表 XLSX。"),
        error_messages={"empty": _("这个文件是空的，里面没有字。请看看是不是选错了文件。")},
    )
    text = forms.CharField(
        label=_("或者把文字粘贴在这里"), required=False, strip=False, widget=forms.Textarea(attrs={"rows": 8})
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        limit = int(str(settings.TAIZHANG["upload_limit"]))
        self.fields["file"].widget.attrs |= {"data-limit": limit, "data-toolarge": too_large(limit)}
        self.fields["file"].help_text += _("最多 %(limit)s MB。") % {"limit": limit // MEGABYTE}

    def clean_file(self) -> Any:
        """Refuse what is too large by its size, before anybody reads it."""
        found = self.cleaned_data["file"]
        limit = int(str(settings.TAIZHANG["upload_limit"]))
        if found and (found.size or 0) > limit:
            raise forms.ValidationError(too_large(limit))
        return found

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        if not self.errors and not cleaned.get("file") and not str(cleaned.get("text", "")).strip():
            raise forms.ValidationError(_("请选一个文件，或者粘贴文字。"))
        return cleaned


MEGABYTE = 1024 * 1024


def too_large(limit: int) -> str:
    """``limit`` in bytes."""
    return gettext("文件超过 %(limit)s MB，没有收。请压缩，或者拆成几个再传。") % {"limit": limit // MEGABYTE}


def unit_choices(*kinds: str) -> list[tuple[str, str]]:
    """Units to choose from, an empty line first."""
    return [("", "—"), *((unit.code, unit.short or unit.name) for unit in of_kind(names(), *kinds))]


def typed_date(written: str, year: int) -> str:
    """What a clerk types for a date, as ISO: 1130, 20261130, 11-30, 11月底, 2026-11, 2026年11月30日.

    What is none of these comes back as it was, to be refused by its own words.
    """
    words = written.strip().replace("年底", "-12").replace("月底", "").replace("年", "-").replace("月", "-")
    words = words.replace("号", "").replace("日", "").replace("/", "-").replace(".", "-").strip("-")
    if re.fullmatch(r"\d{3,4}", words) and not re.fullmatch(r"20\d\d", words):
        words = f"{words[:-2]}-{words[-2:]}"
    elif re.fullmatch(r"20\d{6}", words):
        words = f"{words[:4]}-{words[4:6]}-{words[6:]}"
    parts = words.split("-")
    if not all(re.fullmatch(r"\d{1,4}", part) for part in parts) or len(parts) > 3:
        return written.strip()
    if len(parts[0]) != 4:
        parts = [str(year), *parts]
    return "-".join([parts[0], *(part.zfill(2) for part in parts[1:])])


KINDS = [
    ("deliverable", _("一件成果")),
    ("amount", _("一个数")),
    ("zero", _("零目标（一起也不能有）")),
    ("rank", _("位次")),
    ("rate", _("比率")),
]
BOUNDS = [("ge", _("不少于")), ("le", _("不超过")), ("eq", _("正好")), ("approx", _("大约"))]


class DraftForm(forms.Form):
    """One draft: what, how much, who, when."""

    title = forms.CharField(label=_("事项"), max_length=500, error_messages={"required": _("请写事项名称。")})
    book = forms.ChoiceField(label=_("立到哪本台账"))
    target_kind = forms.ChoiceField(label=_("目标是"), choices=KINDS)
    bound = forms.ChoiceField(label=_("要到"), choices=BOUNDS, required=False)
    figure = forms.CharField(label=_("数"), max_length=30, required=False, help_text=_("只填数字，如 10.3"))
    unit = forms.CharField(label=_("单位"), max_length=24, required=False, help_text=_("如 万亩、亿元、户"))
    measure = forms.CharField(
        label=_("口径"), max_length=120, required=False, help_text=_("同一口径的数才能相加，如 造林面积")
    )
    stretch = forms.BooleanField(label=_("力争目标，不是硬任务"), required=False)
    lead_unit = forms.ChoiceField(label=_("牵头单位"), required=False, help_text=_("开账前要定，只能一个"))
    co_units = forms.MultipleChoiceField(label=_("配合单位"), required=False, widget=forms.CheckboxSelectMultiple)
    leader = forms.ChoiceField(label=_("包联领导"), required=False)
    begin = forms.CharField(label=_("从哪天起"), max_length=20, required=False, help_text=_("不填就从开账那天起"))
    due = forms.CharField(label=_("时限"), max_length=20, required=False, help_text=_("如 1130、2026-11、2026年底"))
    seen = forms.CharField(required=False, widget=forms.HiddenInput)
    """When it had been decided, as this page shows it: whoever saves over somebody else's words is told first."""

    def __init__(self, *args: Any, year: int, rows: int = 0, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.year = year
        self.rows = range(1, max(MILESTONES, rows + 2) + 1)
        shelf = [(book.name, book.label.zh) for book in books.load().values()]
        self._choose("book", shelf)
        self._choose("lead_unit", unit_choices(*ANSWERING))
        self._choose("co_units", unit_choices(*ANSWERING)[1:])
        self._choose("leader", unit_choices("leader"))
        for index in self.rows:
            self.fields[f"due_{index}"] = forms.CharField(label=_("到哪天"), max_length=20, required=False)
            self.fields[f"figure_{index}"] = forms.CharField(label=_("累计到多少"), max_length=30, required=False)
            self.fields[f"title_{index}"] = forms.CharField(label=_("节点"), max_length=200, required=False)

    def _choose(self, name: str, choices: list[tuple[str, str]]) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)
        field.choices = choices

    @property
    def stones(self) -> list[list[forms.BoundField]]:
        """The milestone rows, for the template."""
        return [[self[f"{n}_{i}"] for n in ("due", "figure", "title")] for i in self.rows]

    def wrong_stones(self) -> bool:
        return any(name.rpartition("_")[2].isdigit() for name in self.errors)

    def clean_due(self) -> str:
        return typed_date(self.cleaned_data["due"], self.year)

    def clean_begin(self) -> str:
        return typed_date(self.cleaned_data["begin"], self.year)

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        for i in self.rows:
            if not cleaned.get(f"due_{i}") and (cleaned.get(f"figure_{i}") or cleaned.get(f"title_{i}")):
                self.add_error(f"due_{i}", _("请填这个节点到哪天；不要这个节点，就把这一行清空。"))
        if cleaned.get("target_kind") != "deliverable" and not cleaned.get("figure"):
            self.add_error("figure", _("请填目标数；没有数的，请选“一件成果”。"))
        return cleaned

    def places(self) -> list[int]:
        """The rows that say a date, by number."""
        return [i for i in self.rows if self.cleaned_data.get(f"due_{i}")]

    def milestones(self) -> tuple[tuple[str, str, str], ...]:
        """Those rows as due date, title and figure."""
        rows = [[self.cleaned_data[f"{n}_{i}"] for n in ("due", "title", "figure")] for i in self.places()]
        return tuple((typed_date(due, self.year), title, figure) for due, title, figure in rows)

    def seen_at(self) -> datetime | None:
        """When the draft had been decided as the page showed it."""
        return parse_datetime(self.cleaned_data["seen"])

    def looked_again(self, at: str) -> None:
        """After the warning, the same press saves."""
        given = cast(QueryDict, self.data).copy()
        given["seen"] = at
        self.data = given


def initial(draft: Draft) -> dict[str, Any]:
    """A draft as the form shows it first."""
    figure = Quantity(draft.amount, draft.unit).text() if draft.amount is not None else ""
    start = {
        name: getattr(draft, name)
        for name in ("title", "book", "target_kind", "bound", "unit", "measure", "stretch", "lead_unit", "leader")
    }
    stones: dict[str, Any] = {}
    for index, stone in enumerate(draft.milestones, start=1):
        amount = stone["amount"]
        stones[f"due_{index}"], stones[f"title_{index}"] = stone["due"], stone["title"]
        stones[f"figure_{index}"] = Quantity(amount, draft.unit).text() if amount is not None else ""
    co_units = list(draft.co_units)
    start["seen"] = draft.decided_at.isoformat() if draft.decided_at else ""
    return {**start, **stones, "co_units": co_units, "begin": draft.begin, "due": draft.due, "figure": figure}
