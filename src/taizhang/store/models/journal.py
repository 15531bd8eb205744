"""流水表：只增不改。The journal's table: rows are added, never changed (triggers refuse it)."""

from __future__ import annotations

from typing import ClassVar

from django.db import models


class PostingRow(models.Model):
    """A record of the journal; ``body`` holds the canonical text the digest covers."""

    number = models.BigIntegerField(primary_key=True)
    stream = models.CharField(max_length=80)
    version = models.IntegerField()
    kind = models.CharField(max_length=24)
    body = models.TextField()
    prev = models.CharField(max_length=64)
    digest = models.CharField(max_length=64)
    algorithm = models.CharField(max_length=8)
    recorded_at = models.DateTimeField(db_index=True)
    effective = models.DateField()

    class Meta:
        ordering: ClassVar = ["number"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["stream", "version"], name="posting_stream_version"),
            models.UniqueConstraint(fields=["digest"], name="posting_digest"),
        ]

    def __str__(self) -> str:
        return f"{self.number} {self.stream}/{self.version} {self.kind}"


class HeadRow(models.Model):
    """The end of the journal, one row; whoever writes locks it first."""

    id = models.SmallIntegerField(primary_key=True, default=1)
    number = models.BigIntegerField(default=0)
    digest = models.CharField(max_length=64)

    def __str__(self) -> str:
        return f"{self.number} {self.digest[:12]}"
