"""个人信息：流水里只有加盐摘要，真值加密另存，可以删除。

Personal data: postings hold a salted digest; value and salt sit here, encrypted, and erasing them leaves the chain
valid (DESIGN, "Persons and secrets"; 个人信息保护法 第四十七条).
"""

from __future__ import annotations

import hashlib
import os
import secrets
from collections.abc import Iterable
from datetime import datetime
from functools import cache
from pathlib import Path

from cryptography.fernet import Fernet, InvalidToken
from django.conf import settings
from django.db.models import Q

from taizhang.store.models import PersonRow, User

KEY_FILE = "person.key"
DIGEST = 64
"""Characters in a digest."""


def keep(value: str, *, at: datetime) -> str:
    """Store a personal value; the digest to write in its place."""
    salt = secrets.token_bytes(16)
    digest = digest_of(salt, value)
    box = Fernet(_key(settings.HOME))
    PersonRow.objects.create(digest=digest, salt=box.encrypt(salt), value=box.encrypt(value.encode()), kept_at=at)
    return digest


def pseudonym(person: str, *, at: datetime) -> str:
    """What postings may carry for a person: a user's code as it is, else the digest under which the name is kept."""
    person = person.strip()
    if not person or User.objects.filter(code=person).exists():
        return person
    return keep(person, at=at)


def names(codes: Iterable[str]) -> dict[str, str]:
    """Who stands behind what postings carry: users by code, others by digest; the erased are left out."""
    wanted = set(filter(None, codes))
    found = {code: name for code, name in User.objects.filter(code__in=wanted).values_list("code", "name") if name}
    kept = {digest: read(digest) for digest in wanted - found.keys() if len(digest) == DIGEST}
    return found | {digest: name for digest, name in kept.items() if name}


def digest_of(salt: bytes, value: str) -> str:
    """SHA-256 over salt and value; without the salt nobody can try names against it."""
    return hashlib.sha256(salt + value.encode()).hexdigest()


def read(digest: str) -> str | None:
    """The value behind a digest; ``None`` when it was erased, was never kept, or the key is another one."""
    row = PersonRow.objects.filter(digest=digest).first()
    if row is None or row.value is None or row.salt is None:
        return None
    try:
        box = Fernet(_key(settings.HOME))
        value, salt = box.decrypt(bytes(row.value)).decode(), box.decrypt(bytes(row.salt))
    except InvalidToken:
        return None
    return value if digest_of(salt, value) == digest else None


def erase(digest: str, *, at: datetime) -> bool:
    """Forget the value for good; whether there was one. Postings keep the digest, which now leads nowhere."""
    standing = PersonRow.objects.filter(Q(value__isnull=False), digest=digest)
    return bool(standing.update(value=None, salt=None, erased_at=at))


def erase_user(code: str, digests: list[str], *, at: datetime) -> None:
    """Forget a person who logged in: the name in the user table and every value kept for it."""
    User.objects.filter(code=code).update(name="", is_active=False)
    for digest in digests:
        erase(digest, at=at)


@cache
def _key(home: Path) -> bytes:
    """The key of this installation: made once, mode 600, never in the database."""
    path = home / KEY_FILE
    home.mkdir(parents=True, exist_ok=True, mode=0o700)
    try:
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as out:
            out.write(Fernet.generate_key())
            out.flush()
            os.fsync(out.fileno())
    except FileExistsError:
        pass
    return path.read_bytes().strip()
