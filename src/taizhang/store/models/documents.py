"""文件与草稿：收进来的原件、读出来的建议。Files, the documents taken in, and what was read from them as drafts."""

from __future__ import annotations

import secrets
from typing import ClassVar

from django.conf import settings
from django.db import models


def token() -> str:
    """An id nobody can guess."""
    return secrets.token_urlsafe(12)


class FileRow(models.Model):
    """A stored file, known by the SHA-256 of its bytes (``store.files``)."""

    digest = models.CharField(max_length=64, primary_key=True)
    size = models.BigIntegerField()
    media = models.CharField(max_length=120)
    name = models.CharField(max_length=300, blank=True)
    stored_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.name or self.digest[:12]


class DocumentRow(models.Model):
    """A document taken in: the file, its extraction (kept for good), the repaired text, what it says of itself.

    ``date`` is a partial date (``2026``, ``2026-09``, ``2026-09-18``); ``edits`` lead from repaired text to extraction.
    """

    id = models.CharField(max_length=40, primary_key=True, default=token)
    title = models.CharField(max_length=500)
    file = models.CharField(max_length=64, db_index=True)
    name = models.CharField(max_length=300, blank=True)
    media = models.CharField(max_length=120)
    size = models.BigIntegerField(default=0)
    extraction = models.TextField()
    extraction_digest = models.CharField(max_length=64)
    repaired = models.TextField(blank=True)
    edits = models.JSONField(default=list)
    issuer = models.CharField(max_length=200, blank=True)
    doc_number = models.CharField(max_length=80, blank=True)
    date = models.CharField(max_length=10, blank=True)
    genre = models.CharField(max_length=40, blank=True)
    meta = models.JSONField(default=dict)
    warnings = models.JSONField(default=list)
    uploaded_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="documents")
    uploaded_at = models.DateTimeField(db_index=True)

    class Meta:
        ordering: ClassVar = ["-uploaded_at"]

    def __str__(self) -> str:
        return self.title


DRAFT_KINDS = [("item", "事项"), ("project", "项目"), ("target", "指标"), ("framework", "提法")]
DRAFT_STATES = [
    ("pending", "待定"),
    ("accepted", "采纳"),
    ("discarded", "不采"),
    ("merged", "并入"),
    ("opened", "已建账"),
]


class DraftRow(models.Model):
    """A proposal of the reading, or a row of an imported sheet, waiting for a person to decide.

    ``start``/``end`` are in the repaired text, ``source_start``/``source_end`` in the stored extraction.
    Amounts are sub-units of the base of ``unit``; ``due``/``begin`` partial dates; ``payload`` holds no floats.
    """

    id = models.CharField(max_length=24, primary_key=True, default=token)
    document = models.ForeignKey(DocumentRow, on_delete=models.CASCADE, related_name="drafts")
    order = models.IntegerField(default=0)
    kind = models.CharField(max_length=12, choices=DRAFT_KINDS)
    state = models.CharField(max_length=12, choices=DRAFT_STATES, default="pending")
    start = models.IntegerField(default=0)
    end = models.IntegerField(default=0)
    source_start = models.IntegerField(default=0)
    source_end = models.IntegerField(default=0)
    place = models.CharField(max_length=80, blank=True)
    quote = models.TextField(blank=True)
    title = models.CharField(max_length=500, blank=True)
    payload = models.JSONField(default=dict)
    book = models.CharField(max_length=40, blank=True)
    lead_unit = models.CharField(max_length=40, blank=True)
    co_units = models.JSONField(default=list)
    leader = models.CharField(max_length=40, blank=True)
    begin = models.CharField(max_length=10, blank=True)
    due = models.CharField(max_length=10, blank=True)
    target_kind = models.CharField(max_length=12, default="deliverable")
    bound = models.CharField(max_length=8, default="ge")
    amount = models.BigIntegerField(null=True)
    unit = models.CharField(max_length=24, blank=True)
    measure = models.CharField(max_length=120, blank=True)
    stretch = models.BooleanField(default=False)
    milestones = models.JSONField(default=list)
    parent = models.ForeignKey("self", null=True, on_delete=models.SET_NULL, related_name="parts")
    entry = models.CharField(max_length=80, blank=True, db_index=True)
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    decided_at = models.DateTimeField(null=True)
    reason = models.TextField(blank=True)

    class Meta:
        ordering: ClassVar = ["document_id", "order", "id"]
        indexes: ClassVar = [models.Index(fields=["document", "state"], name="draft_state")]

    def __str__(self) -> str:
        return self.title or self.quote[:40]
