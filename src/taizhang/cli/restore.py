"""taizhang restore：从备份恢复。Out of a backup into an empty home."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from taizhang.cli.keeping import command, fail, ready
from taizhang.cli.sayings import say
from taizhang.cli.words import Lang


def add(commands: Any, lang: Lang) -> None:
    """Register ``restore``."""
    own = command(commands, "restore", lang, about="restore_about")
    own.add_argument("file", type=Path, metavar="FILE", help=say("restore_from", lang))
    own.set_defaults(run=run)


def run(given: argparse.Namespace) -> int:
    """0: restored; 1: not, and nothing was changed."""
    if not given.file.is_file():
        return fail(say("no_file", given.lang, path=given.file))
    ready()
    from django.core.management import call_command

    from taizhang.store.restore import RestoreRefused, restore

    print(say("preparing", given.lang))
    call_command("migrate", verbosity=0)
    try:
        made = restore(given.file)
    except RestoreRefused as refused:
        return fail(say(refused.code, given.lang, **refused.params))
    print(say("restored", given.lang, number=made.number, digest=made.digest[:16]))
    return 0
