"""一个动作的样子：表单、操作、按钮。What an act is to a page: its form, its operation, its button."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from taizhang.operations.perform import Given, Outcome
from taizhang.web.desks.entry.forms.base import ActForm

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

Run = Callable[[str, Any, Given], Outcome]


@dataclass(frozen=True, slots=True)
class Deed:
    """``button`` names the act; ``rule`` is the sentence in the sheet's foot."""

    form: type[ActForm]
    run: Run
    button: _StrPromise
    rule: _StrPromise | str = ""
    template: str = "entry/act.html"


def plain(operation: Callable[..., Outcome], *names: str) -> Run:
    """An operation that takes cleaned fields as they are."""

    def run(entry: str, form: ActForm, given: Given) -> Outcome:
        return operation(entry=entry, **{name: form.cleaned_data.get(name, "") for name in names}, **given)

    return run
