"""taizhang serve：一条命令打开全部服务，一起停。Everything with one command, and all of it stopped together."""

from __future__ import annotations

import argparse
import os
import signal
import socket
import subprocess
import sys
import time
from contextlib import suppress
from dataclasses import dataclass, field
from importlib.util import find_spec
from types import FrameType
from typing import Any

from taizhang.cli.keeping import command, fail, ready
from taizhang.cli.sayings import say
from taizhang.cli.words import Lang

GRACE = 8.0
"""Seconds a part has to end by itself before it is killed."""
STEADY = 20.0
"""A part that ran this many seconds may be started again for ever; one that ends sooner, three times."""
TICK_SECONDS = 60


def add(commands: Any, lang: Lang) -> None:
    """Register ``serve``."""
    command(commands, "serve", lang, about="serve_about").set_defaults(run=run)


def run(given: argparse.Namespace) -> int:
    """0: stopped as told; 1: it could not start, or a part kept ending."""
    return serve(given.lang)


def serve(lang: Lang) -> int:
    """Prepare the database, then supervise web, worker and tick until told to stop."""
    host = os.environ.get("HOST", "127.0.0.1")
    written = os.environ.get("PORT", "8000")
    port = int(written) if written.isdecimal() else 0
    if not 0 < port < 65536:
        return fail(say("port", lang, port=written))
    trouble = _listening(host, port, lang)
    if trouble:
        return fail(trouble)
    if not _prepare(lang):
        return 1
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "taizhang.settings")
    greeting = say("serving", lang, host=_shown(host), port=port)
    return _supervise([_web(host, port, lang), *_others()], (host, port), greeting, lang)


def _shown(host: str) -> str:
    return f"[{host}]" if ":" in host else host


def _listening(host: str, port: int, lang: Lang) -> str:
    """Why nothing can listen there; empty when it can."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except PermissionError as error:
            return say("no_host", lang, host=f"{host}:{port}", why=error.strerror)
        except OSError as error:
            busy = error.errno in (98, 48, 10048)
            return say("port_busy" if busy else "no_host", lang, host=host, port=port, why=error.strerror or error)
    return ""


def _prepare(lang: Lang) -> bool:
    """Bring the database up to date and adopt changed rules."""
    print(say("preparing", lang), flush=True)
    ready()
    from django.conf import settings
    from django.core.management import call_command
    from django.db import DatabaseError, connections

    from taizhang.books import BookInvalid
    from taizhang.operations.adopt import adopt_rules
    from taizhang.store import clock, registry

    try:
        settings.STATIC_ROOT.mkdir(parents=True, exist_ok=True)
        call_command("migrate", verbosity=0)
        adopted = adopt_rules(by=registry.SYSTEM, at=clock.now())
    except DatabaseError as error:
        return not fail(say("no_database", lang, why=str(error).strip()))
    except BookInvalid as error:
        return not fail(str(error))
    finally:
        connections.close_all()
    if adopted:
        print(say("adopted", lang, names="、".join(adopted)), flush=True)
    return True


@dataclass(slots=True)
class Part:
    """One process of the service, and how often it ended too soon."""

    name: str
    command: list[str]
    process: subprocess.Popen[bytes] | None = None
    since: float = 0.0
    early: int = field(default=0)

    def start(self) -> None:
        """In a session of its own, so that Ctrl-C reaches it through us alone, once."""
        self.process = subprocess.Popen(self.command, start_new_session=True)  # noqa: S603  只起自己的进程 our own command
        self.since = time.monotonic()

    def ended(self) -> int | None:
        """Its exit code, if it has one."""
        return self.process.poll() if self.process else None


def _web(host: str, port: int, lang: Lang) -> Part:
    if find_spec("granian") is None:
        print(say("plain_server", lang), file=sys.stderr)
        plain = ["runserver", "--noreload", "--insecure", f"{_shown(host)}:{port}"]
        return Part("web", [sys.executable, "-m", "django", *plain])
    served = ["--interface", "wsgi", "--workers", "2", "--blocking-threads", "4", "--backpressure", "32"]
    served += ["--host", host, "--port", str(port), "--log-level", "warning", "--respawn-failed-workers"]
    return Part("web", [sys.executable, "-m", "granian", *served, "taizhang.wsgi:application"])


def _others() -> list[Part]:
    worker = ["-m", "django", "db_worker", "--interval", "1", "--verbosity", "0"]
    tick = ["-m", "taizhang", "tick", "--every", str(TICK_SECONDS)]
    return [Part("worker", [sys.executable, *worker]), Part("tick", [sys.executable, *tick])]


class _Told(Exception):
    """Somebody asked us to stop."""


def _supervise(parts: list[Part], address: tuple[str, int], greeting: str, lang: Lang) -> int:
    for sign in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
        signal.signal(sign, _stop)
    try:
        web, *others = parts
        web.start()
        _answering(web, address)
        for part in others:  # 网页先答上话，别的再起 the pages answer first
            part.start()
        print(greeting, flush=True)
        return _watch(parts, lang)
    except _Told:
        return 0
    finally:
        for sign in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
            signal.signal(sign, signal.SIG_IGN)
        print(say("stopping", lang), flush=True)
        _end(parts)
        print(say("stopped", lang), flush=True)


def _stop(_sign: int, _frame: FrameType | None) -> None:
    raise _Told


def _answering(web: Part, address: tuple[str, int]) -> None:
    """Return once somebody listens there, or the part that should has ended."""
    host, port = address
    reached = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(host, host)  # noqa: S104  只是认出它 only recognised
    while web.ended() is None:
        with suppress(OSError), socket.create_connection((reached, port), timeout=1):
            return
        time.sleep(0.05)


def _watch(parts: list[Part], lang: Lang) -> int:
    """Start again what ends; give up on what keeps ending."""
    while True:
        time.sleep(0.5)
        for part in parts:
            code = part.ended()
            if code is None:
                continue
            name = say(f"part_{part.name}", lang)
            part.early = 0 if time.monotonic() - part.since > STEADY else part.early + 1
            if part.early >= 3:
                return fail(say("gave_up", lang, name=name, code=code))
            fail(say("restarted", lang, name=name, code=code))
            part.start()


def _end(parts: list[Part]) -> None:
    """Ask all to end, then kill what does not, with everything it started."""
    running = [part.process for part in parts if part.process]
    for process in running:
        _signal(process, signal.SIGTERM)
    until = time.monotonic() + GRACE
    for process in running:
        with suppress(subprocess.TimeoutExpired):
            process.wait(max(0.1, until - time.monotonic()))
        _signal(process, signal.SIGKILL)
        process.wait()


def _signal(process: subprocess.Popen[bytes], sign: signal.Signals) -> None:
    """To the whole group: granian's workers too."""
    with suppress(ProcessLookupError):
        os.killpg(process.pid, sign)
