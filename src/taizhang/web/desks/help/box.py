"""意见箱：投诉建议先落在数据目录的一个文件里，一行一件。The box: what people write is kept in one file, a line each."""

from __future__ import annotations

import json
import os
from datetime import datetime
from pathlib import Path
from typing import Final

from django.conf import settings

NAME: Final = "feedback.jsonl"
FULL: Final = 20 * 1024 * 1024
"""Bytes; above it the box takes nothing more, so that a stranger cannot fill the disk."""


class BoxFull(Exception):
    """The office has to empty the box first."""


def put(*, words: str, contact: str, page: str, by: str, at: datetime) -> None:
    """Appends one line, readable by the service's own user only; raises :class:`BoxFull`."""
    path = Path(settings.HOME) / NAME
    if path.exists() and path.stat().st_size > FULL:
        raise BoxFull
    line = json.dumps(
        {"at": at.isoformat(), "by": by, "page": page, "words": words, "contact": contact}, ensure_ascii=False
    )
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600), "a", encoding="utf-8") as out:
        out.write(line + "\n")
