"""有没有哪个模型缺迁移。Whether a model changed without its migration. Touches no database and no ./var."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile


def main() -> int:
    with tempfile.TemporaryDirectory(prefix="taizhang-migrations-") as home:
        command = [sys.executable, "-m", "django", "makemigrations", "--check", "--dry-run", "--verbosity", "1"]
        environment = {
            **os.environ,
            "TAIZHANG_HOME": home,
            "TAIZHANG_DATABASE": "sqlite",
            "DJANGO_SETTINGS_MODULE": "taizhang.settings",
        }
        return subprocess.run(command, env=environment, check=False).returncode


if __name__ == "__main__":
    raise SystemExit(main())
