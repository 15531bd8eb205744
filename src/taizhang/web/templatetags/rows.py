"""数字的出处和册子里的名字，作为模板标签。Where a figure's rows are, and labels of books, as template tags."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import urlencode

from django import template
from django.forms import BoundField
from django.urls import reverse
from django.utils.safestring import SafeString

from taizhang.ledger.book import Label
from taizhang.ledger.quantity import Quantity
from taizhang.queries.filter import Filter
from taizhang.web import formparts, labels, lights, reasons, topics
from taizhang.web.templatetags import look

register = template.Library()
register.filter("why", reasons.why)
register.filter("risk", reasons.risk)
register.filter("arithmetic", reasons.arithmetic)
register.filter("topic", topics.topic_name)


@register.simple_tag
def rows(base: Filter | None = None, **changed: str) -> str:
    """The address of the list that shows exactly the rows a figure counts."""
    asked = (base or Filter()).but(**changed)
    query = urlencode(asked.params())
    return reverse("book") + (f"?{query}" if query else "")


@register.filter
def tongue(named: Label) -> str:
    """A book's label in the reader's language."""
    return labels.label(named)


@register.simple_tag
def cell(counts: Mapping[str, int], key: str) -> int:
    """One count of several, 0 where nothing was counted."""
    return counts.get(key, 0)


@register.simple_tag
def padded(amount: Quantity | None, places: int = 0, sign: bool = False) -> SafeString:
    """A quantity with at least so many decimals, never rounded: what was posted is printed as it was posted."""
    own = len(amount.text().rstrip("…").partition(".")[2]) if amount else 0
    return look.quantity(amount, places=max(own, places), sign=sign)


@register.simple_tag
def field_control(bound: BoundField) -> SafeString:
    """A bare control in the look's dress, for fields that share one label."""
    return SafeString(formparts.dressed(bound)["control"])


@register.filter
def light_word(colour: str) -> str:
    """滞后, 预警 …: what a narrow screen prints before the figure."""
    return str(lights.light_of(colour).word)
