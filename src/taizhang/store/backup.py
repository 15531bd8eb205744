"""备份：流水、其余的表、原件和个人信息的钥匙，一个文件。A backup: journal, other tables, files and the persons' key.

One ``.tar.gz`` for either database, restored into either: projections are not in it, the journal makes them again.
It holds the key to personal data, so it is written for its owner alone (mode 600); keep it as carefully.
"""

from __future__ import annotations

import gzip
import hashlib
import io
import json
import os
import sqlite3
import tarfile
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from datetime import datetime
from pathlib import Path
from typing import IO, Any

from django.conf import settings
from django.core import serializers
from django.db import connections, models, transaction

from taizhang.ledger.journal import GENESIS, Record
from taizhang.store import files
from taizhang.store.models import (
    DocumentRow,
    DraftRow,
    FeedbackRow,
    FileRow,
    OutboxRow,
    PersonRow,
    PostingRow,
    User,
)
from taizhang.store.persons import KEY_FILE

FORMAT = 1
MANIFEST = "manifest.json"
JOURNAL = "journal.jsonl"
TABLES = "tables.jsonl"
KEPT: tuple[type[models.Model], ...] = (User, PersonRow, FileRow, DocumentRow, DraftRow, OutboxRow, FeedbackRow)
"""Tables the journal cannot make again, in the order they are written back."""
COLUMNS = ("number", "stream", "version", "kind", "body", "prev", "digest", "algorithm")
"""What a line of an exported journal holds (also read by tools/recount.py)."""


@dataclass(slots=True)
class Manifest:
    """What a backup holds: the journal's head, and size and SHA-256 of every member."""

    made_at: str
    number: int = 0
    digest: str = GENESIS
    format: int = FORMAT
    members: dict[str, list[Any]] = field(default_factory=dict)


def write(target: Path, *, at: datetime) -> Manifest:
    """Write a backup; it appears under its name only when it is whole and on disk."""
    target.parent.mkdir(parents=True, exist_ok=True)
    manifest = Manifest(at.isoformat())
    part = target.with_name(target.name + ".part")
    try:
        with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as raw:
            with gzip.GzipFile(fileobj=raw, mode="wb", compresslevel=6) as packed:
                _pack(packed, manifest, at)
            raw.flush()
            os.fsync(raw.fileno())
        part.rename(target)
    finally:
        part.unlink(missing_ok=True)
    return manifest


def _pack(packed: gzip.GzipFile, manifest: Manifest, at: datetime) -> None:
    with tarfile.open(fileobj=packed, mode="w|") as tar, _snapshot() as using:
        with tempfile.TemporaryFile() as lines:
            for record in exported(using):
                lines.write(json.dumps(asdict(record), ensure_ascii=False).encode() + b"\n")
                manifest.number, manifest.digest = record.number, record.digest
            _member(tar, manifest, JOURNAL, lines, at)
        with tempfile.TemporaryFile() as lines:
            lines.writelines(_rows(using))
            _member(tar, manifest, TABLES, lines, at)
        for digest in FileRow.objects.using(using).order_by("digest").values_list("digest", flat=True):
            with files.read(digest) as content:
                _member(tar, manifest, f"files/{digest}", content, at)
        _key(tar, manifest, at)
        listing = json.dumps(asdict(manifest), ensure_ascii=False, indent=1).encode()
        _member(tar, manifest, MANIFEST, io.BytesIO(listing), at)


def exported(using: str = "default") -> Iterator[Record]:
    """Every record of the journal in order."""
    rows = PostingRow.objects.using(using).order_by("number").values_list(*COLUMNS)
    for values in rows.iterator(chunk_size=2_000):
        yield Record(*values)


def _rows(using: str) -> Iterator[bytes]:
    for table in KEPT:
        rows = table._default_manager.using(using).order_by("pk").iterator(chunk_size=500)
        for row in rows:
            yield serializers.serialize("jsonl", [row], ensure_ascii=False).encode()


def _key(tar: tarfile.TarFile, manifest: Manifest, at: datetime) -> None:
    path = Path(settings.HOME) / KEY_FILE
    if path.exists():
        _member(tar, manifest, KEY_FILE, io.BytesIO(path.read_bytes()), at)


def _member(tar: tarfile.TarFile, manifest: Manifest, name: str, content: IO[bytes], at: datetime) -> None:
    info = tarfile.TarInfo(name)
    info.size = content.seek(0, os.SEEK_END)
    info.mode, info.mtime = 0o600, int(at.timestamp())
    content.seek(0)
    manifest.members[name] = [info.size, _sha256(content)]
    content.seek(0)
    tar.addfile(info, content)


def _sha256(content: IO[bytes]) -> str:
    seen = hashlib.sha256()
    while chunk := content.read(1 << 20):
        seen.update(chunk)
    return seen.hexdigest()


@contextmanager
def _snapshot() -> Iterator[str]:
    """The alias of a database that stands still: a copy on SQLite, a repeatable read on PostgreSQL."""
    if connections["default"].vendor == "postgresql":
        with transaction.atomic():
            with connections["default"].cursor() as cursor:
                cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
            yield "default"
        return
    with tempfile.TemporaryDirectory(prefix="taizhang-backup-") as folder:
        copy = Path(folder) / "copy.sqlite3"
        connections["default"].ensure_connection()
        with sqlite3.connect(copy) as into:
            connections["default"].connection.backup(into, pages=2_000)
        into.close()
        connections.databases["copy"] = {**connections.databases["default"], "NAME": str(copy)}
        try:
            yield "copy"
        finally:
            connections["copy"].close()
            del connections["copy"], connections.databases["copy"]


def read_lines(lines: Iterable[str]) -> Iterator[Record]:
    """Records from an exported journal."""
    for line in lines:
        yield Record(**json.loads(line))
