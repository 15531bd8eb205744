#!/usr/bin/env python3
"""从一台只有 python3 的机器到可用的环境：建虚拟环境，按带摘要的清单装依赖，装上 taizhang。

From a machine with only python3 to a working environment. Standard library only.
Usage: python3 bootstrap.py [--dev] [--quiet]
"""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
STAMP = VENV / ".taizhang-stamp"
NO_VENV = """这台机器的 python3 没有 venv。请先执行（Debian / Ubuntu）：
    sudo apt-get install -y python3-venv
This python3 has no venv module; install it with the line above, then run again."""


def main(argv: list[str]) -> int:
    lock = ROOT / ("requirements-dev.txt" if "--dev" in argv else "requirements.txt")
    if sys.version_info < (3, 11):  # noqa: UP036  这是给旧解释器看的提示 said to old interpreters
        print(f"需要 Python 3.11 或更新，现在是 {sys.version.split()[0]}。Python 3.11 or newer is needed.")
        return 1
    if up_to_date(lock):
        return 0
    return build(lock)


def up_to_date(lock: Path) -> bool:
    """A development environment also serves a plain run."""
    if not STAMP.exists():
        return False
    marks = STAMP.read_text().split()
    return fingerprint(lock) in marks or fingerprint(ROOT / "requirements-dev.txt") in marks


def fingerprint(lock: Path) -> str:
    seen = lock.read_bytes() + (ROOT / "pyproject.toml").read_bytes() + str(ROOT).encode()
    return hashlib.sha256(seen + sys.version.encode()).hexdigest()[:24]


def build(lock: Path) -> int:
    print(f"正在准备环境 .venv（{lock.name}，首次约一分钟）… preparing the environment")
    if not (VENV / "bin" / "python").exists() and not make_venv():
        print(NO_VENV)
        return 1
    pip = [str(VENV / "bin" / "python"), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    steps = [
        [*pip, "--require-hashes", "-r", str(lock)],
        [*pip, "--no-deps", "--no-build-isolation", "-e", str(ROOT)],
    ]
    for step in steps:
        if subprocess.run(step, cwd=ROOT, check=False).returncode:
            print("装依赖没有成功。请检查能否访问 pip 软件源，再执行一次；已装好的部分会保留。")
            print("Installing failed. Check that pip reaches its package index, then run again.")
            return 1
    STAMP.write_text(fingerprint(lock) + "\n")
    return 0


def make_venv() -> bool:
    made = subprocess.run(
        [sys.executable, "-m", "venv", str(VENV)], cwd=ROOT, check=False, capture_output=True, env=clean_env()
    )
    return made.returncode == 0


def clean_env() -> dict[str, str]:
    return {k: v for k, v in os.environ.items() if k != "PYTHONHOME"}


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
