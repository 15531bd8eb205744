"""照 README 走一遍：克隆、make run、打开登录页；再开一次。量出两次各用多久。

Do what the README says in a fresh clone: make run, see the log-in page; then start again. Measures both.

Usage: python tools/newcomer.py
"""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import tempfile
import time
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

ROOT = Path(__file__).resolve().parent.parent
FIRST, SECOND = (
    180,
    20,
)  # 秒，宽于承诺（60 和 3）：别的进程也在用机器 seconds; the promise is 60 and 3 on a quiet machine


class NotServed(RuntimeError):
    """The service ended or stayed silent; the message carries what it printed."""


def start(clone: Path, limit: float) -> float:
    """Seconds from ``make run`` to an answer of /healthz and of the first page. Raises NotServed."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = str(probe.getsockname()[1])
    unset = ("TAIZHANG_HOME", "TAIZHANG_DATABASE", "MAKEFLAGS", "MAKELEVEL", "VIRTUAL_ENV")
    environment = {name: value for name, value in os.environ.items() if name not in unset} | {"PORT": port}
    log = clone.parent / "run.log"
    began = time.monotonic()
    with log.open("wb") as out:
        process = subprocess.Popen(
            ["make", "run"], cwd=clone, env=environment, stdout=out, stderr=subprocess.STDOUT, start_new_session=True
        )
    try:
        while time.monotonic() - began < limit and process.poll() is None:
            if answers(f"http://127.0.0.1:{port}/healthz"):
                took = time.monotonic() - began
                if not answers(f"http://127.0.0.1:{port}/"):
                    raise NotServed("the first page does not answer")
                return took
            time.sleep(0.1)
        raise NotServed(log.read_text("utf-8", "replace")[-3000:])
    finally:
        end(process)


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
            first, second = start(clone, FIRST), start(clone, SECOND)
        except NotServed as silent:
            print(f"newcomer: make run did not serve:\n{silent}")
            return 1
    print(f"newcomer: first start {first:.1f} s (with the packages), second start {second:.1f} s")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
