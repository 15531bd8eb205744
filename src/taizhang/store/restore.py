"""恢复：先查清备份是好的，再写进一个空的家。Restore: first prove the backup sound, then write it into an empty home."""

from __future__ import annotations

import hashlib
import json
import os
import tarfile
import tempfile
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from django.conf import settings
from django.core import serializers
from django.core.management.color import no_style
from django.db import connection, transaction

from taizhang.ledger.journal import GENESIS, Record, posting_of, verify
from taizhang.store import backup, files, rebuild
from taizhang.store.backup import JOURNAL, MANIFEST, TABLES, Manifest
from taizhang.store.models import HeadRow, PostingRow, User
from taizhang.store.persons import KEY_FILE


class RestoreRefused(Exception):
    """Nothing was restored; ``code`` says why: ``restore.not_empty``, ``.not_a_backup``, ``.format``, ``.damaged``
    (member), ``.broken`` (number), ``.other_key``."""

    def __init__(self, code: str, **params: str | int) -> None:
        super().__init__(code)
        self.code = code
        self.params = params


def restore(source: Path) -> Manifest:
    """Bring a backup into this installation, whose database is migrated and empty.

    Raises:
        RestoreRefused: the home is not empty, or the backup is not whole; nothing is changed.
    """
    if PostingRow.objects.exists() or User.objects.exists():
        raise RestoreRefused("restore.not_empty")
    with tempfile.TemporaryDirectory(prefix="taizhang-restore-") as folder:
        unpacked = Path(folder)
        manifest = _unpack(source, unpacked)
        _sound(unpacked, manifest)
        _key(unpacked)
        with transaction.atomic():
            _rows(unpacked)
            _files(unpacked)
            rebuild.rebuild()
    return manifest


def _unpack(source: Path, folder: Path) -> Manifest:
    try:
        with tarfile.open(source, "r:gz") as tar:
            for member in tar:
                if member.isfile() and _expected(member.name):
                    tar.extract(member, folder, filter="data")
        plain = json.loads((folder / MANIFEST).read_text("utf-8"))
        manifest = Manifest(**plain)
    except (tarfile.TarError, OSError, EOFError, ValueError, TypeError) as error:
        raise RestoreRefused("restore.not_a_backup", why=str(error)) from error
    if manifest.format != backup.FORMAT:
        raise RestoreRefused("restore.format", format=manifest.format)
    return manifest


def _expected(name: str) -> bool:
    digest = name.removeprefix("files/")
    whole = len(digest) == 64 and not set(digest) - set("0123456789abcdef")
    return name in (MANIFEST, JOURNAL, TABLES, KEY_FILE) or (name.startswith("files/") and whole)


def _sound(folder: Path, manifest: Manifest) -> None:
    """Every member is what the manifest says, and the journal is one whole chain up to its head."""
    for name, (size, digest) in manifest.members.items():
        path = folder / name
        if not _expected(name) or not path.is_file() or path.stat().st_size != size or _digest(path) != digest:
            raise RestoreRefused("restore.damaged", member=name)
    last = (0, GENESIS)
    with (folder / JOURNAL).open(encoding="utf-8") as lines:
        for broken in verify(_passing(backup.read_lines(lines), seen := [last])):
            raise RestoreRefused("restore.broken", number=broken.number)
    if seen[-1] != (manifest.number, manifest.digest):
        raise RestoreRefused("restore.broken", number=seen[-1][0])


def _passing(records: Iterator[Record], seen: list[tuple[int, str]]) -> Iterator[Record]:
    for record in records:
        seen[:] = [(record.number, record.digest)]
        yield record


def _digest(path: Path) -> str:
    with path.open("rb") as content:
        return hashlib.file_digest(content, "sha256").hexdigest()


def _key(folder: Path) -> None:
    """The persons' key goes in before what it opens; another key that stands there is not overwritten."""
    given, mine = folder / KEY_FILE, Path(settings.HOME) / KEY_FILE
    if not given.exists():
        return
    if mine.exists() and mine.read_bytes() != given.read_bytes():
        raise RestoreRefused("restore.other_key", path=str(mine))
    mine.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    with os.fdopen(os.open(mine, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as out:
        out.write(given.read_bytes())


def _rows(folder: Path) -> None:
    number, digest = 0, GENESIS
    with (folder / JOURNAL).open(encoding="utf-8") as lines:
        records = backup.read_lines(lines)
        while batch := list(islice(records, 500)):
            PostingRow.objects.bulk_create([_row(record) for record in batch])
            number, digest = batch[-1].number, batch[-1].digest
    HeadRow.objects.update_or_create(id=1, defaults={"number": number, "digest": digest})
    with (folder / TABLES).open(encoding="utf-8") as lines:
        for line in lines:
            for kept in serializers.deserialize("jsonl", line, handle_forward_references=True):
                kept.save()
    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), list(backup.KEPT)):
            cursor.execute(statement)


def _row(record: Record) -> PostingRow:
    posting = posting_of(record.body)
    same = {name: getattr(record, name) for name in backup.COLUMNS}
    return PostingRow(**same, recorded_at=posting.at, effective=posting.effective)


def _files(folder: Path) -> None:
    for path in sorted((folder / "files").glob("*")):
        files.put(path)
