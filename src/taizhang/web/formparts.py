"""表单的一格：标签、框、单位、提示、差错（样式 §3“Forms”）。One form field, dressed for the look."""

from __future__ import annotations

from typing import Any

from django import forms
from django.forms import BoundField


def dressed(bound: BoundField, *, unit: str = "", hint: str = "") -> dict[str, Any]:
    """What ``parts/field.html`` needs: the control carries its class and points at its hint and its errors."""
    hint = hint or str(bound.help_text or "")
    spoken = [f"{bound.auto_id}_hint"] if hint else []
    spoken += [f"{bound.auto_id}_error"] if bound.errors else []
    bound.field.widget.attrs["class"] = css(bound)
    attrs: dict[str, Any] = {}
    if spoken:
        attrs["aria-describedby"] = " ".join(spoken)
    if bound.errors:
        attrs["aria-invalid"] = "true"
    return {
        "field": bound,
        "control": bound.as_widget(attrs=attrs),
        "unit": unit,
        "hint": hint,
        "single": isinstance(bound.field.widget, forms.CheckboxInput),
        "group": isinstance(bound.field.widget, forms.RadioSelect | forms.CheckboxSelectMultiple),
    }


def css(bound: BoundField) -> str:
    """The class of a control, beside any the form gave it."""
    widget = bound.field.widget
    classes = [*str(widget.attrs.get("class", "")).split(), _ours(widget)]
    return " ".join(dict.fromkeys(classes))


def _ours(widget: forms.Widget) -> str:
    if isinstance(widget, forms.CheckboxInput | forms.RadioSelect | forms.CheckboxSelectMultiple):
        return "form-check-input"
    return "form-select" if isinstance(widget, forms.Select) else "form-control"
