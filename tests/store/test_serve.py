"""一条命令打开，一起停，什么也不留下。One command opens it all, stops it all, and leaves nothing running."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests import serving
from tests.store.homes import ROOT, Home, home

pytestmark = pytest.mark.sqlite


def children(pid: int) -> list[int]:
    """Processes below one, from /proc."""
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            stat = (folder / "stat").read_text().rpartition(")")[2].split()
        except OSError:
            continue
        if int(stat[1]) == pid:
            found += [int(folder.name), *children(int(folder.name))]
    return found


def until(true: Callable[[], bool], seconds: float = 60) -> bool:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if true():
            return True
        time.sleep(0.1)
    return False


def alive(pid: int) -> bool:
    try:
        return (Path("/proc") / str(pid) / "stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


@pytest.fixture
def mine(tmp_path: Path) -> Home:
    with home(tmp_path / "home") as own:
        own.env["PORT"] = str(serving.free_port())
        return own


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="needs /proc to see the processes")
@pytest.mark.parametrize("sign", [signal.SIGINT, signal.SIGTERM])
def test_it_serves_restarts_what_falls_and_stops_whole(mine: Home, sign: signal.Signals) -> None:
    log = mine.folder.parent / "log"
    with log.open("w") as out:
        command = [sys.executable, "-m", "taizhang", "serve"]
        serve = subprocess.Popen(command, env=mine.env, cwd=ROOT, stdout=out, stderr=out, start_new_session=True)
    try:
        assert until(lambda: "已打开" in log.read_text("utf-8")), log.read_text("utf-8")
        parts = children(serve.pid)
        assert len(parts) >= 3
        if sign == signal.SIGINT:
            os.kill(next(pid for pid in parts if b"tick" in Path(f"/proc/{pid}/cmdline").read_bytes()), signal.SIGKILL)
            assert until(lambda: "已重新打开" in log.read_text("utf-8"))
        parts = children(serve.pid)
        serve.send_signal(sign)
        assert serve.wait(30) == 0
        assert not [pid for pid in parts if alive(pid)]
        assert "已停止" in log.read_text("utf-8")
        assert "Traceback" not in log.read_text("utf-8")
    finally:
        serving.stop(serve)
