"""照 README 走一遍：克隆、装包、make run、打开登录页；再开一次。量出各用多久。

Do what the README says in a fresh clone: make run, see the log-in page; then start again. Measures each, the packages
apart. Promised on a quiet machine with two cores: 60 seconds from nothing to the log-in page, the download of packages
aside, and 3 seconds for a second start. On a busy one the processor's seconds tell more than the clock's.

Usage: python tools/newcomer.py
"""

from __future__ import annotations

import os
import resource
import signal
import socket
import subprocess
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

ROOT = Path(__file__).resolve().parent.parent
FIRST, SECOND = 180, 20
"""Seconds after which a start has failed: wider than what is promised (60 and 3), for other work uses the machine."""


class NotServed(RuntimeError):
    """The service ended or stayed silent; the message carries what it printed."""


@dataclass(frozen=True, slots=True)
class Took:
    """Seconds by the clock until something was there, and of the processor in all, ending included."""

    wall: float
    cpu: float

    def __str__(self) -> str:
        return f"{self.wall:.1f} s (processor {self.cpu:.1f} s)"


def spent() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def environment(port: str = "8000") -> dict[str, str]:
    """What a newcomer's shell would hold."""
    unset = ("TAIZHANG_HOME", "TAIZHANG_DATABASE", "TAIZHANG_NOW", "MAKEFLAGS", "MAKELEVEL", "VIRTUAL_ENV")
    return {name: value for name, value in os.environ.items() if name not in unset} | {"PORT": port}


def set_up(clone: Path) -> Took:
    """``make setup``: the environment and its packages."""
    began, before = time.monotonic(), spent()
    subprocess.run(["make", "setup"], cwd=clone, env=environment(), check=True, stdout=subprocess.DEVNULL)
    return Took(time.monotonic() - began, spent() - before)


def start(clone: Path, limit: float) -> Took:
    """From ``make run`` to an answer of /healthz and of the first page. Raises NotServed."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = str(probe.getsockname()[1])
    log = clone.parent / "run.log"
    began, before = time.monotonic(), spent()
    with log.open("wb") as out:
        process = subprocess.Popen(
            ["make", "run"],
            cwd=clone,
            env=environment(port),
            stdout=out,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
    try:
        wall = wait(process, port, began, limit, log)
    finally:
        end(process)
    return Took(wall, spent() - before)


def wait(process: subprocess.Popen[bytes], port: str, began: float, limit: float, log: Path) -> float:
    """Seconds until /healthz answers and the first page too."""
    while time.monotonic() - began < limit and process.poll() is None:
        if answers(f"http://127.0.0.1:{port}/healthz"):
            took = time.monotonic() - began
            if not answers(f"http://127.0.0.1:{port}/"):
                raise NotServed("the first page does not answer")
            return took
        time.sleep(0.05)
    raise NotServed(log.read_text("utf-8", "replace")[-3000:])


def answers(url: str) -> bool:
    try:
        with urlopen(url, timeout=5) as answer:
            return bool(answer.status == 200)
    except (URLError, OSError):
        return False


def end(process: subprocess.Popen[bytes]) -> None:
    for sign in (signal.SIGTERM, signal.SIGKILL):
        try:
            os.killpg(process.pid, sign)
            process.wait(15)
            return
        except ProcessLookupError:
            return
        except subprocess.TimeoutExpired:
            continue


def main() -> int:
    with tempfile.TemporaryDirectory(prefix="taizhang-newcomer-") as folder:
        clone = Path(folder) / "taizhang"
        subprocess.run(["git", "clone", "--quiet", str(ROOT), str(clone)], check=True)
        try:
            packages, first, second = set_up(clone), start(clone, FIRST), start(clone, SECOND)
        except NotServed as silent:
            print(f"newcomer: make run did not serve:\n{silent}")
            return 1
    load = f"load {os.getloadavg()[0]:.1f} on {os.cpu_count()} processors"
    print(f"newcomer: packages {packages}; first start {first}; second start {second}; {load}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
