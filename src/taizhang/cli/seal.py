"""taizhang seal：封账。Seal the journal."""

from __future__ import annotations

import argparse
from typing import Any

from taizhang.cli.keeping import command, migrated
from taizhang.cli.sayings import say
from taizhang.cli.words import Lang


def add(commands: Any, lang: Lang) -> None:
    """Register ``seal``."""
    command(commands, "seal", lang).set_defaults(run=run)


def run(given: argparse.Namespace) -> int:
    """0: sealed; 1: the database is not there."""
    if not migrated(given.lang):
        return 1
    from taizhang.operations.seal import seal
    from taizhang.store import clock
    from taizhang.store.registry import SYSTEM

    fact = seal(by=SYSTEM, at=clock.now())
    print(say("sealed", given.lang, number=fact.number, head=fact.head, entries=fact.entries, root=fact.root))
    return 0
