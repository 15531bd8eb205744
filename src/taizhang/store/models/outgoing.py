"""发件与意见：待发的提醒、收到的投诉建议。What is to be sent, and what people told us on 投诉建议."""

from __future__ import annotations

from typing import ClassVar

from django.db import models


class OutboxRow(models.Model):
    """Something to send, left in the transaction that made it necessary; ``key`` keeps it from being left twice."""

    key = models.CharField(max_length=160, unique=True)
    kind = models.CharField(max_length=24)
    unit = models.CharField(max_length=40, blank=True, db_index=True)
    entry = models.CharField(max_length=80, blank=True)
    params = models.JSONField(default=dict)
    made_at = models.DateTimeField()
    sent_at = models.DateTimeField(null=True, db_index=True)
    tries = models.SmallIntegerField(default=0)
    error = models.TextField(blank=True)

    class Meta:
        ordering: ClassVar = ["id"]

    def __str__(self) -> str:
        return self.key


class FeedbackRow(models.Model):
    """投诉建议 left on a page; ``contact`` names a ``PersonRow``, never the contact itself."""

    page = models.CharField(max_length=300)
    text = models.TextField()
    contact = models.CharField(max_length=80, blank=True)
    user = models.CharField(max_length=60, blank=True)
    at = models.DateTimeField()
    handled_at = models.DateTimeField(null=True)
    answer = models.TextField(blank=True)

    class Meta:
        ordering: ClassVar = ["-at"]

    def __str__(self) -> str:
        return self.text[:40]
