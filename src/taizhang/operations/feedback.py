"""投诉建议：每页都有，谁都可以留，督查室来答。Feedback: on every page, open to anybody, answered by the office."""

from __future__ import annotations

from datetime import datetime

from taizhang.ledger.requests import Actor
from taizhang.operations.refusal import ActRefused
from taizhang.store import feedback

WORDS, CONTACT, PAGE = 4_000, 200, 300
"""Characters taken."""


def give_feedback(*, page: str, words: str, contact: str = "", user: str = "", at: datetime) -> None:
    """Leave a paper in the box; nobody has to log in for it.

    Raises:
        ActRefused: ``feedback.empty``, ``text.too_long``, ``feedback.full``.
    """
    words, contact = words.strip(), contact.strip()
    if not words:
        raise ActRefused("feedback.empty")
    for field, given, limit in (("words", words, WORDS), ("contact", contact, CONTACT)):
        if len(given) > limit:
            raise ActRefused("text.too_long", field=field, limit=limit)
    if not feedback.keep(page=page[:PAGE], words=words, contact=contact, user=user, at=at):
        raise ActRefused("feedback.full")


def answer_feedback(*, id: int, answer: str, by: Actor, at: datetime) -> None:
    """Note what was done about a paper.

    Raises:
        ActRefused: ``feedback.not_yours``, ``feedback.answered``.
    """
    if not by.roles & {"office", "admin"}:
        raise ActRefused("feedback.not_yours")
    if not feedback.answer(id, answer.strip(), at=at):
        raise ActRefused("feedback.answered")
