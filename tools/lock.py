"""重新生成两份带摘要的依赖清单，不留下任何软件源地址。Regenerate both hash-locked requirement files, naming no host.

Usage: python tools/lock.py [--upgrade]
pip-tools 装在临时环境里，不进开发环境。pip-tools lives in a temporary environment, not in ours.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LOCKS = (("requirements.in", "requirements.txt"), ("requirements-dev.in", "requirements-dev.txt"))
NO_HOSTS = ("--no-emit-index-url", "--no-emit-find-links", "--no-emit-trusted-host")
OPTIONS = ("--generate-hashes", *NO_HOSTS, "--strip-extras", "--allow-unsafe")
HEADER = """# 由 make lock 生成，不要手改；要改就改 {source}。Made by make lock from {source}; do not edit.
# 没有软件源地址：pip 用你配置的源，摘要保证拿到的是原包。No index here: pip uses yours, the hashes hold the packages.
"""


def main(argv: list[str]) -> int:
    with tempfile.TemporaryDirectory() as folder:
        venv.create(folder, with_pip=True)
        python = str(Path(folder) / "bin" / "python")
        subprocess.run([python, "-m", "pip", "install", "--quiet", "pip-tools"], check=True)
        for source, target in LOCKS:
            upgrade = ["--upgrade"] if "--upgrade" in argv else []
            command = [python, "-m", "piptools", "compile", *OPTIONS, *upgrade, "--quiet", "-o", target, source]
            subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
            tidy(ROOT / target, source)
            print(f"{target}: {(ROOT / target).read_text('utf-8').count('==')} packages")
    return 0


def tidy(lock: Path, source: str) -> None:
    """Replace pip-compile's header, which repeats the command line, and refuse a lock that names a host."""
    lines = lock.read_text("utf-8").splitlines()
    body = [line for line in lines if not line.startswith("#")]
    hosts = [line for line in body if "://" in line or line.startswith("--")]
    if hosts:
        raise SystemExit(f"{lock.name} names a host: {hosts[0]}")
    lock.write_text(HEADER.format(source=source) + "\n".join(body) + "\n", "utf-8")


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
