"""意见箱的抽屉：投诉建议存进库，联系方式加密。What people tell us; how to reach them is kept encrypted."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from taizhang.store import persons
from taizhang.store.models import FeedbackRow

FULL = 5_000
"""Unanswered papers the box holds, so that a stranger cannot fill the disk."""


@dataclass(frozen=True, slots=True)
class Feedback:
    """One paper out of the box; ``contact`` is empty when none was left or it was erased."""

    id: int
    page: str
    words: str
    contact: str
    user: str
    at: datetime
    answer: str


def keep(*, page: str, words: str, contact: str, user: str, at: datetime) -> bool:
    """Put a paper in; false when the box is full."""
    if FeedbackRow.objects.filter(handled_at=None).count() >= FULL:
        return False
    kept = persons.keep(contact, at=at) if contact else ""
    FeedbackRow.objects.create(page=page, text=words, contact=kept, user=user, at=at)
    return True


def waiting() -> Iterable[Feedback]:
    """What nobody has answered, oldest first."""
    for row in FeedbackRow.objects.filter(handled_at=None).order_by("at"):
        contact = (persons.read(row.contact) if row.contact else "") or ""
        yield Feedback(row.pk, row.page, row.text, contact, row.user, row.at, row.answer)


def answer(id: int, words: str, *, at: datetime) -> bool:
    """Note what was done about it; false when somebody did already."""
    return bool(FeedbackRow.objects.filter(pk=id, handled_at=None).update(handled_at=at, answer=words))
