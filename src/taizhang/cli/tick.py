"""taizhang tick：例行，一次或一直。Housekeeping, once or for ever."""

from __future__ import annotations

import argparse
import signal
import sys
import threading
from typing import Any

from taizhang.cli.keeping import command, fail, migrated
from taizhang.cli.sayings import say
from taizhang.cli.words import Lang


def add(commands: Any, lang: Lang) -> None:
    """Register ``tick``."""
    own = command(commands, "tick", lang)
    own.add_argument("--every", type=int, metavar="N", help=say("every", lang))
    own.set_defaults(run=run)


def run(given: argparse.Namespace) -> int:
    """0: done; 1: the database is not there. With ``--every`` it ends only when told to."""
    if not migrated(given.lang):
        return 1
    if not given.every:
        print(_once(given.lang))
        return 0
    ended = threading.Event()
    signal.signal(signal.SIGTERM, lambda *_: ended.set())
    while not ended.is_set():
        _carefully(given.lang)
        ended.wait(given.every)
    return 0


def _once(lang: Lang) -> str:
    from taizhang.operations.housekeep import housekeep
    from taizhang.store import clock

    done = housekeep(at=clock.now())
    return say("ticked", lang, reminders=done.reminders, files=done.files, tasks=done.tasks)


def _carefully(lang: Lang) -> None:
    """A database that is away for a while must not end the loop."""
    from django.db import DatabaseError, close_old_connections

    try:
        _once(lang)
    except (DatabaseError, OSError) as error:
        fail(say("tick_failed", lang, why=error))
        sys.stderr.flush()
    finally:
        close_old_connections()
