"""表单里的数：填纸上的写法，出来是精确的数量。Amounts in forms: typed as on paper, exact afterwards."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from taizhang.ledger.dates import NotADate, PartialDate
from taizhang.ledger.quantity import NotAQuantity, Quantity, parse
from taizhang.web.refusals import sentence


class QuantityField(forms.CharField):
    """A figure in a fixed unit; cleaned it is a ledger ``Quantity``, or None when left empty."""

    def __init__(self, *, symbol: str = "", **more: Any) -> None:
        super().__init__(max_length=40, **more)
        self.symbol = symbol
        self.widget.attrs |= {"inputmode": "decimal", "autocomplete": "off"}

    def clean(self, value: Any) -> Any:
        written = super().clean(value)
        return self.read(written, self.symbol) if written else None

    def read(self, written: str, symbol: str) -> Quantity:
        """Raises ValidationError with the sentence of what is wrong."""
        try:
            found = parse(written, symbol)
        except NotAQuantity as wrong:
            raise ValidationError(sentence(wrong.code, wrong.params)) from wrong
        if found.amount < 0:
            raise ValidationError(sentence("quantity.unreadable", {"figure": written}))
        return found


class PartialDateField(forms.CharField):
    """2026, 2026-09 or 2026-09-18; cleaned it is a ``PartialDate``."""

    def __init__(self, **more: Any) -> None:
        super().__init__(max_length=10, **more)
        self.widget.attrs |= {"placeholder": "2026-09-30", "autocomplete": "off", "size": "12"}

    def clean(self, value: Any) -> Any:
        written = super().clean(value)
        if not written:
            return None
        try:
            return PartialDate.read(written)
        except NotADate as wrong:
            raise ValidationError(sentence(wrong.code, wrong.params)) from wrong


class DayField(forms.DateField):
    """A whole day, with the browser's own calendar."""

    def __init__(self, **more: Any) -> None:
        widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
        super().__init__(widget=widget, input_formats=["%Y-%m-%d"], **more)
