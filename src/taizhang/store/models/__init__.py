"""表：登记、流水、投影、文件与收件。Tables: registry, journal, projections, documents, what goes out.

Only ``taizhang.store`` and ``taizhang.queries`` may import this.
"""

from __future__ import annotations

from taizhang.store.models.documents import DocumentRow, DraftRow, FileRow
from taizhang.store.models.entries import EntryRow, EntryUnitRow, EvidenceRow, PaperRow
from taizhang.store.models.journal import HeadRow, PostingRow
from taizhang.store.models.outgoing import FeedbackRow, OutboxRow
from taizhang.store.models.persons import PersonRow
from taizhang.store.models.registry import Role, Unit, User

__all__ = [
    "DocumentRow",
    "DraftRow",
    "EntryRow",
    "EntryUnitRow",
    "EvidenceRow",
    "FeedbackRow",
    "FileRow",
    "HeadRow",
    "OutboxRow",
    "PaperRow",
    "PersonRow",
    "PostingRow",
    "Role",
    "Unit",
    "User",
]
