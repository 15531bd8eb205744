"""投影：一笔账现在的样子。Projections: what each account looks like now; all of it can be rebuilt from the journal."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from taizhang.store.models.registry import Unit


class EntryRow(models.Model):
    """One account. Amounts are sub-units of the base unit (``ledger.quantity``); a null balance means 未报.

    The light is not stored: it is grey before ``green_on``, then green, amber from ``amber_on``, red from ``red_on``,
    unless ``fixed`` (``ledger.light.colour_on``). ``entered`` is the day it came into its state;
    ``covered`` is judged as if the period had ended (≤ and zero targets count only after ``due_last``); ``serial`` is
    null for a foreign number.
    """

    id = models.CharField(max_length=80, primary_key=True)
    number = models.CharField(max_length=24)
    book = models.CharField(max_length=40)
    year = models.SmallIntegerField()
    serial = models.IntegerField(null=True)
    state = models.CharField(max_length=24)
    account = models.CharField(max_length=8)
    title = models.CharField(max_length=500)
    standard = models.TextField(blank=True)
    basis = models.TextField(blank=True)
    lead_unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="leads")
    leader = models.ForeignKey(Unit, null=True, on_delete=models.PROTECT, related_name="follows")
    task_force = models.CharField(max_length=120, blank=True)
    due = models.CharField(max_length=10)
    due_first = models.DateField()
    due_last = models.DateField(db_index=True)
    original_due = models.CharField(max_length=10)
    start = models.DateField()
    opened_on = models.DateField()
    entered = models.DateField()
    target_kind = models.CharField(max_length=12)
    bound = models.CharField(max_length=8)
    measure = models.CharField(max_length=120, blank=True)
    unit = models.CharField(max_length=24)
    dimension = models.CharField(max_length=24)
    target = models.BigIntegerField()
    claimed = models.BigIntegerField(null=True)
    verified = models.BigIntegerField(null=True)
    waived = models.BigIntegerField(null=True)
    covered = models.BooleanField(default=False)
    green_on = models.DateField(null=True)
    amber_on = models.DateField(null=True)
    red_on = models.DateField(null=True)
    fixed = models.CharField(max_length=8, blank=True)
    reported = models.DateField(null=True)
    closed = models.DateField(null=True)
    certificate = models.CharField(max_length=60, blank=True)
    published = models.BooleanField(default=False)
    parent = models.ForeignKey("self", null=True, on_delete=models.PROTECT, related_name="parts")
    topic = models.CharField(max_length=120, blank=True)
    document = models.CharField(max_length=40, blank=True, db_index=True)
    version = models.IntegerField()
    last_number = models.BigIntegerField()
    updated = models.DateTimeField()

    class Meta:
        ordering: ClassVar = ["book", "year", "serial"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["book", "number"], name="entry_number"),
            models.UniqueConstraint(fields=["book", "year", "serial"], name="entry_serial"),
        ]
        indexes: ClassVar = [
            models.Index(fields=["book", "state"], name="entry_state"),
            models.Index(fields=["dimension", "measure"], name="entry_measure"),
        ]

    def __str__(self) -> str:
        return f"{self.number} {self.title}"


class EntryUnitRow(models.Model):
    """Which units answer for an entry: ``role`` is lead or co."""

    entry = models.ForeignKey(EntryRow, on_delete=models.CASCADE, related_name="units")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="duties")
    role = models.CharField(max_length=4)
    order = models.SmallIntegerField(default=0)

    class Meta:
        ordering: ClassVar = ["entry_id", "order"]
        constraints: ClassVar = [models.UniqueConstraint(fields=["entry", "unit"], name="entry_unit_once")]

    def __str__(self) -> str:
        return f"{self.entry_id} {self.role} {self.unit_id}"


class EvidenceRow(models.Model):
    """佐证 as posted. ``digest``, ``size`` and ``media`` are set for a stored file; ``ref`` for a link or a paper."""

    entry = models.ForeignKey(EntryRow, on_delete=models.CASCADE, related_name="evidence")
    version = models.IntegerField()
    order = models.SmallIntegerField(default=0)
    kind = models.CharField(max_length=8)
    ref = models.CharField(max_length=500)
    digest = models.CharField(max_length=64, blank=True, db_index=True)
    name = models.CharField(max_length=300, blank=True)
    size = models.BigIntegerField(default=0)
    media = models.CharField(max_length=120, blank=True)

    class Meta:
        ordering: ClassVar = ["entry_id", "version", "order"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["entry", "version", "order"], name="evidence_place"),
        ]

    def __str__(self) -> str:
        return self.name or self.ref


class PaperRow(models.Model):
    """A numbered paper an entry stands on: 交办单 (``assign``) or 销账单 (``close``); one paper may carry several."""

    entry = models.ForeignKey(EntryRow, on_delete=models.CASCADE, related_name="papers")
    version = models.IntegerField()
    kind = models.CharField(max_length=8)
    number = models.CharField(max_length=60, db_index=True)
    year = models.SmallIntegerField(null=True)
    serial = models.IntegerField(null=True)
    on = models.DateField()

    class Meta:
        ordering: ClassVar = ["kind", "year", "serial", "entry_id", "version"]
        constraints: ClassVar = [models.UniqueConstraint(fields=["entry", "version"], name="paper_place")]
        indexes: ClassVar = [models.Index(fields=["kind", "year", "serial"], name="paper_serial")]

    def __str__(self) -> str:
        return self.number
