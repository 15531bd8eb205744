"""像用户那样把服务跑起来：自己的目录、自己的端口、自己的进程。Serve as a user does: own folder, port and process."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

STARTS_WITHIN = 120  # 秒：装载示范县和样例文件 seconds, with the demonstration county to load


@dataclass(frozen=True, slots=True)
class Served:
    """``url`` has no slash at its end; ``home`` is its TAIZHANG_HOME; ``log`` is what it printed."""

    url: str
    home: Path
    log: Path


@contextmanager
def serve(folder: Path, *command: str) -> Iterator[Served]:
    """Run ``taizhang demo --serve`` (or another command) until the block ends; wait until /healthz answers."""
    running = Served(f"http://127.0.0.1:{free_port()}", folder / "home", folder / "serve.log")
    with running.log.open("wb") as log:
        process = subprocess.Popen(
            [sys.executable, "-m", "taizhang", *(command or ("demo", "--serve"))],
            env=environment(running),
            stdout=log,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
    try:
        wait_for(running, process)
        yield running
    finally:
        stop(process)


def environment(running: Served) -> dict[str, str]:
    port = running.url.rpartition(":")[2]
    kept = {name: value for name, value in os.environ.items() if name != "TAIZHANG_DATABASE"}
    return kept | {"TAIZHANG_HOME": str(running.home), "HOST": "127.0.0.1", "PORT": port}


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def wait_for(running: Served, process: subprocess.Popen[bytes]) -> None:
    """Raise RuntimeError with the log when the server ends or does not answer in time."""
    until = time.monotonic() + STARTS_WITHIN
    while time.monotonic() < until and process.poll() is None:
        try:
            with urlopen(f"{running.url}/healthz", timeout=5) as answer:
                if answer.status == 200:
                    return
        except (URLError, OSError):
            time.sleep(0.2)
    raise RuntimeError(f"the server did not start:\n{running.log.read_text('utf-8', 'replace')[-4000:]}")


def stop(process: subprocess.Popen[bytes]) -> None:
    """End the server with everything it started."""
    for sign in (signal.SIGTERM, signal.SIGKILL):
        try:
            os.killpg(process.pid, sign)
        except ProcessLookupError:
            break
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            continue
    process.wait()
