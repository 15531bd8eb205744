"""原件库：按内容的摘要存放，存好了才算有。The file store: named by content; a file is there whole or not at all.

``MEDIA_ROOT/ab/cd/abcd…``: written to a temporary name, flushed to disk, then renamed. What a broken upload or a
refused posting leaves behind is swept away by ``sweep``.
"""

from __future__ import annotations

import hashlib
import os
import secrets
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from io import BufferedReader
from pathlib import Path

from django.conf import settings
from django.db.models import Exists, OuterRef

from taizhang.store.models import DocumentRow, EvidenceRow, FileRow

PART = ".part"
"""How the name of a file still being written begins."""


class FileRefused(Exception):
    """The file is not taken; ``code`` is ``file.empty`` or ``file.too_large`` (params: limit in bytes)."""

    def __init__(self, code: str, **params: int) -> None:
        super().__init__(code)
        self.code = code
        self.params = params


@dataclass(frozen=True, slots=True)
class StoredFile:
    """A file in the store; ``size`` in bytes, ``name`` as it was first handed in."""

    digest: str
    size: int
    media: str
    name: str


def keep(chunks: Iterable[bytes], *, name: str, media: str, at: datetime) -> StoredFile:
    """Store bytes; the same bytes are stored once.

    Raises:
        FileRefused: there are none, or more than ``settings.TAIZHANG["upload_limit"]``; nothing is kept.
    """
    root = Path(settings.MEDIA_ROOT)
    root.mkdir(parents=True, exist_ok=True, mode=0o700)
    part = root / f"{PART}{secrets.token_hex(12)}"
    try:
        digest, size = _write(part, chunks, int(str(settings.TAIZHANG["upload_limit"])))
        _settle(part, path(digest))
    finally:
        part.unlink(missing_ok=True)
    fresh = {"size": size, "media": media[:120], "name": name[:300], "stored_at": at}
    _, made = FileRow.objects.get_or_create(digest=digest, defaults=fresh)
    if not made:  # 再次交来的旧文件从现在起算，不会被 sweep 收走 handed in again, it counts from now
        FileRow.objects.filter(digest=digest).update(stored_at=at)
    return StoredFile(digest, size, media, name)


def put(source: Path) -> None:
    """Put a file of a backup in its place without a row; its name is its digest."""
    root = Path(settings.MEDIA_ROOT)
    root.mkdir(parents=True, exist_ok=True, mode=0o700)
    part = root / f"{PART}{secrets.token_hex(12)}"
    try:
        with source.open("rb") as content:
            digest, _ = _write(part, iter(lambda: content.read(1 << 20), b""), limit=sys.maxsize)
        _settle(part, path(digest))
    finally:
        part.unlink(missing_ok=True)


def _write(part: Path, chunks: Iterable[bytes], limit: int) -> tuple[str, int]:
    seen, size = hashlib.sha256(), 0
    with part.open("xb") as out:
        for chunk in chunks:
            size += len(chunk)
            if size > limit:
                raise FileRefused("file.too_large", limit=limit)
            seen.update(chunk)
            out.write(chunk)
        out.flush()
        os.fsync(out.fileno())
    if not size:
        raise FileRefused("file.empty")
    return seen.hexdigest(), size


def _settle(part: Path, final: Path) -> None:
    """Rename into place and make the rename last; an identical file already there stays."""
    final.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    if not final.exists():
        part.chmod(0o600)
        part.rename(final)
        folder = os.open(final.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)


def path(digest: str) -> Path:
    """Where the file of a digest lies.

    Raises:
        ValueError: it is no SHA-256 in lower-case hex, and so can name no path.
    """
    if len(digest) != 64 or set(digest) - set("0123456789abcdef"):
        raise ValueError("not a digest")
    return Path(settings.MEDIA_ROOT) / digest[:2] / digest[2:4] / digest


def find(digest: str) -> StoredFile | None:
    """What is known of a stored file."""
    row = FileRow.objects.filter(digest=digest).first()
    return StoredFile(row.digest, row.size, row.media, row.name) if row else None


def read(digest: str) -> BufferedReader:
    """The file, open for reading; raises ``FileNotFoundError``."""
    return path(digest).open("rb")


def damaged() -> list[str]:
    """Digests of files that are missing or no longer what they were."""
    return [digest for digest in FileRow.objects.values_list("digest", flat=True) if not _whole(digest)]


def _whole(digest: str) -> bool:
    try:
        with read(digest) as file:
            return hashlib.file_digest(file, "sha256").hexdigest() == digest
    except FileNotFoundError:
        return False


def sweep(*, at: datetime, older: timedelta = timedelta(days=1)) -> int:
    """Remove files nothing refers to and parts never finished, once they are a day old; how many."""
    used_as = [
        Exists(EvidenceRow.objects.filter(digest=OuterRef("digest"))),
        Exists(DocumentRow.objects.filter(file=OuterRef("digest"))),
    ]
    loose = FileRow.objects.filter(~used_as[0], ~used_as[1], stored_at__lt=at - older)
    removed = 0
    for digest in list(loose.values_list("digest", flat=True)):
        FileRow.objects.filter(digest=digest).delete()
        path(digest).unlink(missing_ok=True)
        removed += 1
    return removed + sum(_unlinked(part, at - older) for part in Path(settings.MEDIA_ROOT).glob(f"{PART}*"))


def sweep_strays(*, at: datetime, older: timedelta = timedelta(days=1)) -> int:
    """Remove bytes that no row knows, left when the transaction that should have made one was undone; how many."""
    known = set(FileRow.objects.values_list("digest", flat=True))
    found = (path for path in Path(settings.MEDIA_ROOT).glob("??/??/*") if path.name not in known)
    return sum(_unlinked(path, at - older) for path in found)


def _unlinked(path: Path, before: datetime) -> bool:
    if path.stat().st_mtime >= before.timestamp():
        return False
    path.unlink(missing_ok=True)
    return True
