"""taizhang verify：查账。Is the journal whole, and do the tables agree with it?"""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING, Any

from taizhang.cli.keeping import command, fail, migrated
from taizhang.cli.sayings import say
from taizhang.cli.words import Lang

if TYPE_CHECKING:
    from taizhang.store.inspect import Report

SHOWN = 20
"""Faults of one kind told one by one."""


def add(commands: Any, lang: Lang) -> None:
    """Register ``verify``."""
    own = command(commands, "verify", lang, about="verify_about")
    own.add_argument("--chain-only", action="store_true", help=say("chain_only", lang))
    own.add_argument("--seal", action="append", default=[], metavar="N:DIGEST", help=say("seal_option", lang))
    own.set_defaults(run=run)


def run(given: argparse.Namespace) -> int:
    """0: sound; 1: not, or the database is not there; 2: a seal is not written as one."""
    if not migrated(given.lang):
        return 1
    from taizhang.store.inspect import Kept, inspect

    try:
        kept = tuple(Kept.read(written) for written in given.seal)
    except ValueError as error:
        fail(say("bad_seal", given.lang, given=error))
        return 2
    report = inspect(kept, chain_only=given.chain_only, progress=lambda done: _progress(done, given.lang))
    for line in _told(report, given.lang, chain_only=given.chain_only):
        print(line)
    return 0 if report.sound else 1


def _progress(done: int, lang: Lang) -> None:
    if sys.stderr.isatty():
        print(say("checking", lang, done=done), end="\r", file=sys.stderr)


def _told(report: Report, lang: Lang, *, chain_only: bool) -> list[str]:
    lines = _chain(report, lang) + _seals(report, lang)
    lines += _faults([say("trigger_gone", lang, name=name) for name in report.triggers], "triggers_ok", lang)
    if not chain_only and not report.breaks:
        differing = [
            say("difference", lang, table=d.table, key=d.key, columns=",".join(d.columns)) for d in report.differences
        ]
        lines += _faults(differing, "tables_ok", lang)
        lines += _faults([say("file_damaged", lang, digest=d) for d in report.damaged_files], "files_ok", lang)
    return [*lines, say("sound" if report.sound else "not_sound", lang)]


def _chain(report: Report, lang: Lang) -> list[str]:
    if report.breaks:
        return _faults([say("chain_broken", lang, number=b.number, code=b.code) for b in report.breaks], "", lang)
    return [say("chain_ok", lang, records=report.records, head=report.head[:16])]


def _seals(report: Report, lang: Lang) -> list[str]:
    lines = _faults([say("seal_broken", lang, number=n) for n in report.broken_seals], "seals_ok", lang, report.seals)
    for seal, fits in report.kept:
        lines.append(say("kept_ok" if fits else "kept_broken", lang, number=seal.number, digest=seal.digest))
    return lines if report.kept else [*lines, say("kept_none", lang)]


def _faults(told: list[str], well: str, lang: Lang, seals: int = 0) -> list[str]:
    """What is wrong, the first of it; or the sentence that all is well."""
    if not told:
        return [say(well, lang, seals=seals)]
    rest = len(told) - SHOWN
    return told[:SHOWN] + ([say("more", lang, count=rest)] if rest > 0 else [])
