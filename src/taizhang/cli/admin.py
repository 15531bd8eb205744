"""taizhang admin：第一个账号。The first log-in of a new county: without one nobody could make the others."""

from __future__ import annotations

import argparse
import secrets
from typing import Any

from taizhang.cli.keeping import command, fail, ready
from taizhang.cli.sayings import say
from taizhang.cli.words import Lang


def add(commands: Any, lang: Lang) -> None:
    """Register ``admin``."""
    own = command(commands, "admin", lang)
    own.add_argument("username", help=say("admin_name", lang))
    own.add_argument("--office", default="督查室", help=say("admin_office", lang))
    own.set_defaults(run=run)


def run(given: argparse.Namespace) -> int:
    """0: made, and the password printed once; 1: the name is taken."""
    ready()
    from django.core.management import call_command

    from taizhang.store import clock, registry

    call_command("migrate", verbosity=0)
    password = secrets.token_urlsafe(12)
    try:
        registry.first(username=given.username, password=password, office=given.office, at=clock.now())
    except registry.RegistryRefused as refused:
        return fail(say(refused.code, given.lang, **refused.params))
    print(say("admin_made", given.lang, username=given.username, password=password))
    return 0
