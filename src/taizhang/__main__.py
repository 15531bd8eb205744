"""taizhang 命令的入口。The door of the command line."""

from __future__ import annotations

from taizhang.cli.main import main

__all__ = ["main"]

if __name__ == "__main__":
    raise SystemExit(main())
