"""上限：一份文件可以有多大，解开后可以有多大。How large a file may be, and how large it may unfold."""

from __future__ import annotations

from dataclasses import dataclass

MEGABYTE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds against bombs and endless documents; sizes in bytes.

    ``part`` bounds one XML part of an office file and ``page`` a web page (both become a tree in memory), ``ratio`` the
    compression of archives that unpack beyond 20 MB, ``seconds`` a conversion by LibreOffice.
    """

    upload: int = 50 * MEGABYTE
    unpacked: int = 300 * MEGABYTE
    part: int = 64 * MEGABYTE
    page: int = 16 * MEGABYTE
    ratio: int = 200
    entries: int = 5_000
    pages: int = 2_000
    cells: int = 500_000
    characters: int = 10_000_000
    seconds: int = 90


def megabytes(size: int) -> int:
    """Rounded up, as people are told."""
    return -(-size // MEGABYTE)
