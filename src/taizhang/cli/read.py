"""taizhang read：读文件，列出所得。Reads documents and lists what they promise."""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from taizhang.cli.refusals import refusal
from taizhang.cli.sinks import AsJson, AsLabels, AsPages, AsWorkbook, OnScreen, Sink
from taizhang.cli.words import Lang, say
from taizhang.corpus.paths import documents
from taizhang.corpus.row import Order, Row
from taizhang.corpus.run import read_many
from taizhang.corpus.shards import Shards

_SHAPES = ("table", "json", "xlsx", "html")


def add(commands: Any, lang: Lang) -> None:
    """Register ``read``."""
    own = commands.add_parser(
        "read",
        help=say("read_help", lang),
        description=say("read_about", lang),
        epilog=say("read_example", lang),
        lang=lang,
    )
    own.add_argument("paths", nargs="+", type=Path, metavar="PATH", help=say("path_help", lang))
    shape = own.add_mutually_exclusive_group()
    shape.add_argument("--as", dest="shape", choices=_SHAPES, default="table", help=say("as_help", lang))
    shape.add_argument("--found", type=Path, metavar="OUT_DIR", help=say("found_help", lang))
    own.add_argument("--out", type=Path, metavar="DIR", help=say("out_help", lang))
    own.add_argument("--date", type=_day(lang), metavar="YYYY-MM-DD", help=say("date_help", lang))
    own.add_argument("--workers", type=int, default=0, metavar="N", help=say("workers_help", lang))
    own.add_argument("--journal", type=Path, metavar="DIR", help=say("journal_help", lang))
    own.set_defaults(run=run)


def run(given: argparse.Namespace) -> int:
    """0: all read; 1: some were not, and are named on standard error."""
    began = time.monotonic()
    lang: Lang = given.lang
    paths = documents(given.paths)
    if not paths:
        return _fail(say("no_documents", lang))
    if given.journal and given.shape == "xlsx":
        return _fail(say("no_journal", lang), 2)
    try:
        sink = _sink(given, lang)
        shards = Shards(given.journal) if given.journal else None
        paths = shards.missing(paths) if shards else paths
        troubles = _read(paths, sink, shards, given)
        sink.close()
    except OSError as error:
        return _fail(say("cannot_write", lang, path=error.filename or "", why=error.strerror or type(error).__name__))
    _end(sink, len(paths), time.monotonic() - began, lang)
    return _told(troubles, lang)


def _sink(given: argparse.Namespace, lang: Lang) -> Sink:
    folder: Path | None = given.found or given.out
    if folder:
        folder.mkdir(parents=True, exist_ok=True)
    if given.found:
        return AsLabels(given.found)
    if given.shape == "json":
        return AsJson(folder)
    if given.shape == "xlsx":
        return AsWorkbook(lang, folder)
    return AsPages(lang, folder) if given.shape == "html" else OnScreen(lang, folder)


def _read(paths: Sequence[Path], sink: Sink, shards: Shards | None, given: argparse.Namespace) -> list[tuple[str, str]]:
    """Feed the sink; returns the documents that could not be read, with the reason."""
    troubles: list[tuple[str, str]] = []
    progress = _Progress(given.lang) if len(paths) > 1 else None
    for rows in read_many(paths, Order(sink.view, given.date), workers=given.workers, progress=progress):
        troubles += [told for row in rows if (told := _take(row, sink, given.lang))]
        if shards:
            shards.append(rows)
    return troubles


def _take(row: Row, sink: Sink, lang: Lang) -> tuple[str, str] | None:
    if row.trouble is None:
        sink.write(row)
        return None
    reason = refusal(row.trouble.code, row.trouble.params, lang)
    sink.trouble(row, reason)
    return row.label, reason


class _Progress:
    """On a terminal one line that counts; in a log a line every tenth of the way."""

    def __init__(self, lang: Lang) -> None:
        self._lang = lang
        self._tenth = 0

    def __call__(self, done: int, total: int) -> None:
        line = say("progress", self._lang, done=done, total=total)
        if sys.stderr.isatty():
            print(f"\r{line}", end="\n" if done == total else "", file=sys.stderr, flush=True)
        elif done * 10 // total > self._tenth:
            self._tenth = done * 10 // total
            print(line, file=sys.stderr, flush=True)


def _end(sink: Sink, count: int, seconds: float, lang: Lang) -> None:
    shown = sink.written[:3]
    for path in shown:
        print(say("wrote", lang, path=path), file=sys.stderr)
    if len(sink.written) > len(shown):
        print("…", file=sys.stderr)
    if not count:
        print(say("all_done", lang), file=sys.stderr)
    if count > 1:
        print(say("seconds", lang, seconds=f"{seconds:.1f}"), file=sys.stderr)


def _told(troubles: Sequence[tuple[str, str]], lang: Lang) -> int:
    if troubles:
        print(say("unreadable", lang, count=len(troubles)), file=sys.stderr)
    for path, reason in troubles:
        print("  " + say("trouble", lang, path=path, why=reason), file=sys.stderr)
    return 1 if troubles else 0


def _fail(message: str, code: int = 1) -> int:
    print(message, file=sys.stderr)
    return code


def _day(lang: Lang) -> Callable[[str], date]:
    def day(given: str) -> date:
        try:
            return date.fromisoformat(given)
        except ValueError as error:
            raise argparse.ArgumentTypeError(say("bad_date", lang, given=given)) from error

    return day
