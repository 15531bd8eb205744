"""自己的家：各自的目录和数据库，给要起进程、要真提交的测试用。

Homes of their own: a folder and a database for tests that start processes and really commit.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from secrets import token_hex
from typing import Any
from urllib.parse import urlsplit, urlunsplit

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Home:
    """``env`` for processes that live in it."""

    folder: Path
    env: dict[str, str]

    def taizhang(self, *words: str) -> subprocess.CompletedProcess[str]:
        """Run a ``taizhang`` command to its end."""
        return self.run("-m", "taizhang", *words)

    def records(self) -> list[dict[str, Any]]:
        """The exported journal, without the books that go before it."""
        lines = [json.loads(line) for line in self.taizhang("export").stdout.splitlines()]
        return [line for line in lines if "number" in line]

    def script(self, *words: str) -> subprocess.CompletedProcess[str]:
        """Run a scene of ``tests.store.scenes``; it must succeed."""
        done = self.run("-m", "tests.store.scenes", *words)
        assert done.returncode == 0, done.stderr[-3000:]
        return done

    def run(self, *words: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, *words], env=self.env, cwd=ROOT, capture_output=True, text=True, timeout=120, check=False
        )

    def start(self, *words: str) -> subprocess.Popen[str]:
        """Start a scene and give back the running process."""
        command = [sys.executable, "-m", "tests.store.scenes", *words]
        return subprocess.Popen(command, env=self.env, cwd=ROOT, stdout=subprocess.PIPE, text=True)


@contextmanager
def home(folder: Path, like: Home | None = None) -> Iterator[Home]:
    """On the database this run is about, empty or a copy; a PostgreSQL one is dropped afterwards."""
    if like is not None:
        shutil.copytree(like.folder, folder)
    env = os.environ | {"TAIZHANG_HOME": str(folder), "DJANGO_SETTINGS_MODULE": "taizhang.settings", "LANG": "C.UTF-8"}
    url = os.environ.get("TAIZHANG_DATABASE", "")
    if not url.startswith("postgres"):
        yield Home(folder, env)
        return
    import psycopg
    from psycopg.sql import SQL, Identifier

    name = f"taizhang_{token_hex(6)}"
    with psycopg.connect(url, autocommit=True) as server:
        template = Identifier(urlsplit(like.env["TAIZHANG_DATABASE"]).path[1:] if like else "template1")
        server.execute(SQL("CREATE DATABASE {} TEMPLATE {}").format(Identifier(name), template))
        try:
            yield Home(folder, env | {"TAIZHANG_DATABASE": urlunsplit(urlsplit(url)._replace(path=f"/{name}"))})
        finally:
            server.execute(SQL("DROP DATABASE {} WITH (FORCE)").format(Identifier(name)))
