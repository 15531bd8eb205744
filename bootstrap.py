#!/usr/bin/env python3
"""从一台只有 python3 的机器到可用的环境：建虚拟环境，按带摘要的清单装依赖，装上 taizhang。

From a machine with only python3 to a working environment. Standard library only.
Usage: python3 bootstrap.py [--dev]

装了一半断掉的环境没有 .taizhang-stamp，下次从头重建。
An environment whose set-up was cut short has no stamp and is rebuilt.
"""
# 这里不写 from __future__ import annotations：旧解释器要能读到下面那句提示。
# No __future__ import here: an old interpreter must get as far as the message below.

import hashlib
import os
import shutil
import subprocess
import sys
import time

OLDEST = (3, 11)
KNOWN = ("3.13", "3.12", "3.11", "3.14")
ROOT = os.path.dirname(os.path.abspath(__file__))
VENV = os.path.join(ROOT, ".venv")
PYTHON = os.path.join(VENV, "bin", "python")
STAMP = os.path.join(VENV, ".taizhang-stamp")
LOCK, DEV_LOCK = "requirements.txt", "requirements-dev.txt"

TOO_OLD = """需要 Python 3.11 或更新的版本，python3 现在是 {found}，也没有找到 python3.11 到 python3.14。
装好新版后再执行一次，或者指明它的位置：  make run PYTHON=/路径/python3.12
Python 3.11 or newer is needed; python3 is {found}. Install one, or name it: make run PYTHON=/path/to/python3.12"""

NO_VENV = """这台机器的 Python 没有 venv。请先执行下面这一行，再执行一次刚才的命令（Debian、Ubuntu）：

    {line}

This Python has no venv module. Run the line above, then repeat your command (Debian, Ubuntu)."""

PIP_FAILED = """装依赖没有成功，上面是 pip 的原话。常见的原因和办法：
  · 连不上软件源：检查网络或代理；内网请先配置 pip 的软件源（pip config set global.index-url 地址）
  · 没有网络：在有网的同类机器上 make wheels，拷来 wheels/，再执行 PIP_NO_INDEX=1 PIP_FIND_LINKS=wheels make run
  · 摘要不符（THESE PACKAGES DO NOT MATCH THE HASHES）：软件源给的不是原包，换一个源
Installing failed; pip's own words are above. Check the network, proxy or package index, then run it again."""


def main(argv: "list[str]") -> int:
    """Make the environment if it is not there; say what is missing and return 1 if it cannot be made."""
    if sys.version_info < OLDEST:
        return with_a_newer_python(argv)
    lock = DEV_LOCK if "--dev" in argv else LOCK
    if not up_to_date(lock):
        code = build(lock)
        if code:
            return code
    compile_messages()
    return 0


def with_a_newer_python(argv: "list[str]") -> int:
    """Hand over to a newer interpreter if the machine has one beside its old ``python3``."""
    for version in KNOWN:
        newer = shutil.which("python" + version)
        if newer:
            return subprocess.call([newer, os.path.abspath(__file__), *argv])
    said = TOO_OLD.format(found=sys.version.split()[0])
    sys.stdout.buffer.write(said.encode() + b"\n")  # 3.6 在 C 语言环境下不会写中文 3.6 cannot print this under LANG=C
    return 1


def up_to_date(lock: str) -> bool:
    """Whether the stamp was written for this interpreter, this place and these locks.

    A development environment also serves a plain run.
    """
    marks = stamped()
    return marks[:1] == [interpreter()] and (fingerprint(lock) in marks or fingerprint(DEV_LOCK) in marks)


def stamped() -> "list[str]":
    try:
        with open(STAMP) as stamp:
            return stamp.read().split()
    except OSError:
        return []


def interpreter() -> str:
    """An environment belongs to one interpreter and one place: moved or upgraded, it is rebuilt."""
    return hashlib.sha256((sys.version + VENV).encode()).hexdigest()[:24]


def fingerprint(lock: str) -> str:
    import tomllib  # 3.11 起才有，旧解释器走不到这里 there since 3.11; older interpreters do not come here

    with open(os.path.join(ROOT, "pyproject.toml"), "rb") as file:
        project = tomllib.load(file)
    with open(os.path.join(ROOT, lock), "rb") as file:
        seen = file.read()
    return hashlib.sha256(seen + repr((project["project"], project["build-system"])).encode()).hexdigest()[:24]


def build(lock: str) -> int:
    began = time.monotonic()
    whole = stamped()[:1] == [interpreter()]
    print("更新环境 Updating the environment" if whole else "首次准备环境，视网速约一分钟 Preparing the environment")
    if whole:
        os.remove(STAMP)
    elif not make_venv():
        return 1
    if not install(lock):
        return 1
    with open(STAMP, "w") as stamp:
        stamp.write(f"{interpreter()}\n{fingerprint(lock)}\n")
    print(f"  环境就绪，用时 {time.monotonic() - began:.0f} 秒 Ready")
    return 0


def make_venv() -> bool:
    print(f"  1/3 虚拟环境 .venv（Python {sys.version.split()[0]}）virtual environment", flush=True)
    shutil.rmtree(VENV, ignore_errors=True)
    made = subprocess.run(
        [sys.executable, "-m", "venv", VENV],
        check=False,
        env=clean_environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )
    if made.returncode == 0:
        return True
    shutil.rmtree(VENV, ignore_errors=True)
    said = made.stdout.decode(errors="replace")
    print(NO_VENV.format(line=apt_line()) if "ensurepip" in said or "No module named venv" in said else said)
    return False


def apt_line() -> str:
    sudo = "" if os.geteuid() == 0 else "sudo "
    return "{0}apt-get update && {0}apt-get install -y python{1}.{2}-venv".format(sudo, *sys.version_info)


def install(lock: str) -> bool:
    pip = [PYTHON, "-m", "pip", "install", "--disable-pip-version-check", "--no-input"]
    with open(os.path.join(ROOT, lock)) as file:
        count = sum("==" in line for line in file)
    print(f"  2/3 {lock} 里的 {count} 个包，逐个核对摘要 packages, each checked against its hash", flush=True)
    if not run_pip([*pip, "--require-hashes", "-r", os.path.join(ROOT, lock)], count):
        return False
    print("  3/3 taizhang", flush=True)
    return run_pip([*pip, "--no-deps", "--no-build-isolation", "-e", ROOT], 0)


def run_pip(command: "list[str]", count: int) -> bool:
    """Run pip, show a running count on a terminal, and its last words where it fails."""
    said, collected, terminal = [], 0, sys.stdout.isatty()
    pip = subprocess.Popen(
        command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, env=clean_environment(), text=True
    )
    for line in pip.stdout or ():
        said.append(line)
        collected += line.startswith("Collecting ")
        if terminal and count:
            print(f"\r      {min(collected, count)}/{count}", end="", flush=True)
    if terminal and count:
        print("\r" + " " * 20 + "\r", end="")
    if pip.wait() == 0:
        return True
    errors = [line for line in said if line.startswith("ERROR")]
    print("".join(errors or said[-20:]))
    print(PIP_FAILED)
    return False


def clean_environment() -> "dict[str, str]":
    """Without what would send packages elsewhere; the user's own index settings stay."""
    kept = {k: v for k, v in os.environ.items() if k not in ("PYTHONHOME", "PYTHONPATH", "PIP_TARGET", "PIP_PREFIX")}
    return dict(kept, PIP_USER="0")


def compile_messages() -> None:
    """Build the message catalogues that are older than their source; gettext itself is not needed."""
    locale = os.path.join(ROOT, "src", "taizhang", "locale")
    if os.path.isdir(locale):
        sys.path.insert(0, ROOT)
        from tools.messages import BadCatalogue, compile_stale

        try:
            compile_stale(locale)
        except BadCatalogue as wrong:
            print(f"译文文件有一行读不懂，界面先用旧译文。A catalogue has a line that cannot be read: {wrong}")


if __name__ == "__main__":
    try:
        raise SystemExit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        print("\n已中断，再执行一次会从头来。Interrupted; run again to start afresh.")
        raise SystemExit(130) from None
