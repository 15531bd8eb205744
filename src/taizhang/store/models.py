"""表：流水、投影、登记。Tables: the journal, its projections, the registry."""

from __future__ import annotations

from django.contrib.auth.models import AbstractUser


class User(AbstractUser):
    """A person who logs in."""
