"""提法和主题的叫法。What a topic is called: one the reading knows by its code, or a county's own words (提法)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from django.utils.translation import pgettext_lazy

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

NAMES: Final[dict[str, _StrPromise]] = {
    "industry": pgettext_lazy("topic", "产业"),
    "agriculture": pgettext_lazy("topic", "农业农村"),
    "urban": pgettext_lazy("topic", "城建交通"),
    "ecology": pgettext_lazy("topic", "生态"),
    "welfare": pgettext_lazy("topic", "民生"),
    "reform": pgettext_lazy("topic", "改革创新"),
    "business": pgettext_lazy("topic", "营商"),
    "safety": pgettext_lazy("topic", "安全稳定"),
    "party": pgettext_lazy("topic", "党建"),
    "finance": pgettext_lazy("topic", "财政金融"),
    "governance": pgettext_lazy("topic", "督查调度"),
}
"""``reading.findings.Topic``; an account opened by hand keeps whatever its clerk wrote."""


def topic_name(topic: str) -> str:
    return str(NAMES.get(topic, topic))
