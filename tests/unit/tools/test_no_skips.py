"""TAIZHANG_NO_SKIPS=1 时跳过就是失败，预期失败不算。A skip fails then; an expected failure does not."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
CASES = """
import pytest

from tests.conftest import pytest_make_collect_report, pytest_runtest_makereport  # noqa: F401  挂上钩子 hooks on

def test_left_out():
    pytest.skip("no browser here")

@pytest.mark.xfail(reason="not yet")
def test_not_yet():
    raise AssertionError
"""


def ran(folder: Path, no_skips: str) -> subprocess.CompletedProcess[str]:
    (folder / "conftest.py").write_text(CASES.partition("def test")[0], "utf-8")
    (folder / "test_cases.py").write_text(CASES, "utf-8")
    command = [
        sys.executable,
        "-m",
        "pytest",
        "-q",
        "-p",
        "no:django",
        "-p",
        "no:cacheprovider",
        "--rootdir",
        str(folder),
    ]
    environment = {**os.environ, "TAIZHANG_NO_SKIPS": no_skips, "PYTHONPATH": str(ROOT)}
    return subprocess.run(
        [*command, str(folder)], cwd=folder, env=environment, capture_output=True, text=True, check=False
    )


def test_a_skip_fails_where_it_is_not_allowed(tmp_path: Path) -> None:
    done = ran(tmp_path, "1")
    assert done.returncode == 1, done.stdout
    assert "1 failed, 1 xfailed" in done.stdout
    assert "no browser here" in done.stdout


def test_a_skip_is_said_where_it_is_allowed(tmp_path: Path) -> None:
    done = ran(tmp_path, "")
    assert done.returncode == 0, done.stdout
    assert "1 skipped, 1 xfailed" in done.stdout
