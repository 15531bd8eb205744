"""taizhang demo：装一个示范县，可接着打开服务。Load the demonstration county, and serve it when asked."""

from __future__ import annotations

import argparse
from functools import partial
from pathlib import Path
from typing import Any

from taizhang.cli.keeping import command, fail, ready
from taizhang.cli.sayings import say
from taizhang.cli.words import Lang


def add(commands: Any, lang: Lang) -> None:
    """Register ``demo``."""
    own = command(commands, "demo", lang, about="demo_about")
    own.add_argument("--serve", action="store_true", help=say("demo_serve", lang))
    own.set_defaults(run=run)


def run(given: argparse.Namespace) -> int:
    """Prepare the database, load the county once, tell the log-ins, and serve when asked."""
    lang: Lang = given.lang
    ready()
    if not _loaded(lang):
        return 1
    _tell(lang)
    if not given.serve:
        return 0
    from taizhang.cli.serve import serve

    return serve(lang)


def _loaded(lang: Lang) -> bool:
    """Whether the county is there now; an installation in use is never touched."""
    from django.conf import settings
    from django.core.management import call_command
    from django.db import DatabaseError

    from taizhang.store import registry

    home = Path(settings.HOME)
    try:
        call_command("migrate", verbosity=0)
        if registry.users_in_use():
            return (home / "demo.json").exists() or not fail(say("demo_in_use", lang, home=home))
        _load(home, lang)
    except DatabaseError as error:
        return not fail(say("no_database", lang, why=str(error).strip()))
    return True


def _load(home: Path, lang: Lang) -> None:
    """What the first start alone needs is imported by it alone."""
    from taizhang.cli.demonstration.load import load
    from taizhang.store import clock

    print(say("demo_loading", lang), flush=True)
    load(home=home, now=clock.now(), say=partial(_said, lang))


def _said(lang: Lang, code: str, /, **params: object) -> None:
    print(say(code, lang, **params), flush=True)


def _tell(lang: Lang) -> None:
    """The log-ins people try first."""
    from taizhang.cli.demonstration.registry import shown, told

    print(say("demo_people", lang, password=told("county.yaml")["password"]))
    for person in shown():
        print(f"  {person['username']:8}{person['name']}：{person['does']}")
    print(flush=True)
