"""taizhang rebuild：按流水重建各表。Make the tables again from the journal."""

from __future__ import annotations

import argparse
import sys
import time
from typing import Any

from taizhang.cli.keeping import command, migrated
from taizhang.cli.sayings import say
from taizhang.cli.words import Lang


def add(commands: Any, lang: Lang) -> None:
    """Register ``rebuild``."""
    own = command(commands, "rebuild", lang)
    own.add_argument("--check", action="store_true", help=say("check_only", lang))
    own.set_defaults(run=run)


def run(given: argparse.Namespace) -> int:
    """0: rebuilt, or nothing differs; 1: ``--check`` found differences, or the database is not there."""
    if not migrated(given.lang):
        return 1
    from taizhang.store import rebuild

    found = rebuild.differences()
    if given.check:
        for one in found:
            print(say("difference", given.lang, table=one.table, key=one.key, columns=",".join(one.columns)))
        print(say("not_sound" if found else "tables_ok", given.lang))
        return 1 if found else 0
    began = time.monotonic()
    entries = rebuild.rebuild(lambda done: _progress(done, given.lang))
    seconds = f"{time.monotonic() - began:.1f}"
    print(say("rebuilt", given.lang, entries=entries, seconds=seconds, count=len(found)))
    return 0


def _progress(done: int, lang: Lang) -> None:
    if sys.stderr.isatty():
        print(say("rebuilding", lang, done=done), end="\r", file=sys.stderr)
