"""提醒不丢、不重：tick 和后台各被杀一百次。No reminder lost, none sent twice, whatever is killed."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.store.homes import ROOT, Home, home


@pytest.mark.sqlite
def test_no_reminder_is_lost_or_sent_twice(tmp_path: Path, settled: Home) -> None:
    with home(tmp_path / "home", like=settled) as mine:
        command = [sys.executable, "-m", "tests.store.killing", "13710"]
        done = subprocess.run(command, env=mine.env, cwd=ROOT, capture_output=True, text=True, timeout=400, check=False)
    assert done.returncode == 0, done.stdout + done.stderr[-3000:]
    sent, left, ticks, works, active = map(int, done.stdout.splitlines()[-1].split())
    assert (ticks, works) >= (100, 100)
    assert sent == left > 0
    assert active > 0, "some were killed after they had begun"
