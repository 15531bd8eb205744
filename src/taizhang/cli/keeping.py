"""值守命令共用的准备：备好 Django，看数据库在不在。What the keeping commands share: Django, the database."""

from __future__ import annotations

import argparse
import os
import sys
from typing import Any

from taizhang.cli.sayings import say
from taizhang.cli.words import Lang


def command(commands: Any, name: str, lang: Lang, *, about: str = "") -> argparse.ArgumentParser:
    """A command's parser with its help in the user's language."""
    own: argparse.ArgumentParser = commands.add_parser(
        name,
        lang=lang,
        help=say(f"{name}_help", lang),
        description=say(about or f"{name}_help", lang),
        epilog=say("home", lang),
    )
    return own


def ready() -> None:
    """Django with our settings."""
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "taizhang.settings")
    django.setup()


def migrated(lang: Lang) -> bool:
    """Whether the database answers and has our tables as they are now; says so when not."""
    ready()
    from django.db import DatabaseError, connection
    from django.db.migrations.executor import MigrationExecutor

    try:
        executor = MigrationExecutor(connection)
        behind = executor.migration_plan(executor.loader.graph.leaf_nodes())
    except DatabaseError as error:
        return not fail(say("no_database", lang, why=str(error).strip()))
    return not (behind and fail(say("old_schema", lang)))


def fail(message: str) -> int:
    """Say it where errors go; the exit code."""
    print(message, file=sys.stderr)
    return 1
