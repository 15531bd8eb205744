"""个人信息：加密存放，可删除。Personal data: encrypted, and erasable without touching the journal."""

from __future__ import annotations

from django.db import models


class PersonRow(models.Model):
    """A personal value behind the salted digest that postings carry; erased, only the digest is left."""

    digest = models.CharField(max_length=64, primary_key=True)
    salt = models.BinaryField(null=True)
    value = models.BinaryField(null=True)
    kept_at = models.DateTimeField()
    erased_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return self.digest[:12]
