"""taizhang export：导出流水，谁都可以复算。Export the journal, for anybody to recompute."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import IO, Any

from taizhang.cli.keeping import command, fail, migrated
from taizhang.cli.sayings import say
from taizhang.cli.words import Lang


def add(commands: Any, lang: Lang) -> None:
    """Register ``export``."""
    own = command(commands, "export", lang)
    own.add_argument("file", nargs="?", type=Path, metavar="FILE", help=say("export_to", lang))
    own.set_defaults(run=run)


def run(given: argparse.Namespace) -> int:
    """0: exported; 1: not."""
    if not migrated(given.lang):
        return 1
    if given.file is None:
        _write(sys.stdout)
        return 0
    try:
        with given.file.open("w", encoding="utf-8") as out:
            count = _write(out)
    except OSError as error:
        return fail(say("cannot_write", given.lang, path=given.file, why=error.strerror or error))
    print(say("exported", given.lang, count=count, path=given.file))
    return 0


def _write(out: IO[str]) -> int:
    """The books' texts, then the records (``queries.export``); returns how many records."""
    from taizhang.queries.export import journal_lines

    count = 0
    for line in journal_lines():
        out.write(line + "\n")
        count += line.startswith('{"number"')
    return count
