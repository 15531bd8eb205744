"""编号：账号和文号，一年一排，不断号。Numbers of entries and papers, one row a year without gaps.

Taken inside ``journal.writing()``, whose lock makes the largest number so far the last one.
"""

from __future__ import annotations

from django.conf import settings
from django.db.models import Max

from taizhang.store.models import EntryRow, PaperRow

DEFAULT_PREFIXES = {"assign": "督", "close": "销"}


def next_entries(book: str, year: int, count: int = 1) -> list[str]:
    """The next numbers of a book in a year, as ``26-0147``."""
    taken = EntryRow.objects.filter(book=book, year=year).aggregate(last=Max("serial"))["last"] or 0
    return [f"{year % 100:02d}-{taken + n:04d}" for n in range(1, count + 1)]


def next_papers(kind: str, year: int, count: int = 1) -> list[str]:
    """The next numbers of 交办单 (``assign``) or 销账单 (``close``), as ``云督〔2026〕17号``."""
    taken = PaperRow.objects.filter(kind=kind, year=year).aggregate(last=Max("serial"))["last"] or 0
    return [f"{prefix(kind)}〔{year}〕{taken + n}号" for n in range(1, count + 1)]


def prefix(kind: str) -> str:
    """What stands before the year: the county's first character and the kind of paper, or what settings say."""
    given = settings.TAIZHANG.get("papers", {})
    assert isinstance(given, dict)
    return str(given.get(kind) or f"{str(settings.TAIZHANG['county'])[:1]}{DEFAULT_PREFIXES[kind]}")
