"""taizhang backup：备份到一个文件。Everything into one file."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from taizhang.cli.keeping import command, fail, migrated
from taizhang.cli.sayings import say
from taizhang.cli.words import Lang


def add(commands: Any, lang: Lang) -> None:
    """Register ``backup``."""
    own = command(commands, "backup", lang, about="backup_about")
    own.add_argument("file", nargs="?", type=Path, metavar="FILE", help=say("backup_to", lang))
    own.set_defaults(run=run)


def run(given: argparse.Namespace) -> int:
    """0: written; 1: not."""
    if not migrated(given.lang):
        return 1
    from django.conf import settings

    from taizhang.store import backup, clock

    at = clock.now()
    path: Path = given.file or settings.HOME / "backups" / f"taizhang-{at:%Y%m%d-%H%M%S}.tar.gz"
    if path.exists():
        return fail(say("backup_exists", given.lang, path=path))
    try:
        made = backup.write(path, at=at)
    except OSError as error:
        return fail(say("cannot_write", given.lang, path=path, why=error.strerror or error))
    stored = sum(name.startswith("files/") for name in made.members)
    print(say("backed_up", given.lang, number=made.number, files=stored, path=path))
    return 0
