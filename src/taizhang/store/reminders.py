"""该提醒谁：从投影里找出变黄、变红、快到期的账。Whom to remind: accounts that turned amber or red, or come due."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from taizhang.store.models import EntryRow
from taizhang.store.outbox import Letter

NOTICE = timedelta(days=7)
"""How long before its date an account is called to mind."""
_FIELDS = ("id", "number", "title", "lead_unit_id", "amber_on", "red_on", "due", "due_last", "claimed", "target")


def letters(on: date) -> Iterator[Letter]:
    """The reminders that stand on a day; the key changes with the date that made them, so a new date reminds anew."""
    rows = EntryRow.objects.filter(fixed="", account__in=("open", "deliver")).values(*_FIELDS)
    for row in rows.iterator(chunk_size=1_000):
        kind = _kind(row["amber_on"], row["red_on"], on)
        if kind:
            yield _letter(kind, row, row[f"{kind}_on"])
        if on <= row["due_last"] <= on + NOTICE:
            yield _letter("due", row, row["due_last"])


def _kind(amber: date | None, red: date | None, on: date) -> str:
    if red and red <= on:
        return "red"
    return "amber" if amber and amber <= on else ""


def _letter(kind: str, row: dict[str, object], since: date) -> Letter:
    params = {"number": row["number"], "title": row["title"], "due": row["due"], "since": since.isoformat()}
    return Letter(f"{kind}:{row['id']}:{since.isoformat()}", kind, str(row["lead_unit_id"]), str(row["id"]), params)
