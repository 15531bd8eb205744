"""公开：已销号并公开的账，谁都能看。What is open to everybody: closed accounts that were published."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from taizhang.ledger.quantity import Quantity
from taizhang.store.models import EntryRow, PostingRow


@dataclass(frozen=True, slots=True)
class PublishedLine:
    """One kept promise: what, who led, how much was verified, when it closed, and the digest it closed under."""

    number: str
    title: str
    lead: str
    target: Quantity
    verified: Quantity
    closed: date
    certificate: str
    digest: str


def published(limit: int = 12) -> tuple[PublishedLine, ...]:
    """The latest closed and published accounts, newest first. No person is named, no link leads inside."""
    rows = EntryRow.objects.filter(published=True, account="close", closed__isnull=False)
    found = list(rows.select_related("lead_unit").order_by("-closed", "-last_number")[:limit])
    closings = PostingRow.objects.filter(stream__in=[row.id for row in found], kind="Closed").order_by("number")
    digests = dict(closings.values_list("stream", "digest"))
    return tuple(
        PublishedLine(
            number=row.number,
            title=row.title,
            lead=row.lead_unit.name,
            target=Quantity(row.target, row.unit),
            verified=Quantity(row.verified or 0, row.unit),
            closed=row.closed,
            certificate=row.certificate,
            digest=digests.get(row.id, ""),
        )
        for row in found
        if row.closed
    )
