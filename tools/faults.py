"""故障演练：在一份拷贝里故意弄坏一处承诺，点名的测试必须变红。

Break one promise in a copy of the tree; the tests that are named must go red. A fault nobody notices fails the run.

Usage: python tools/faults.py [--jobs N] [NAME...]

One fault a file, tests/faults/NAME.toml:
    promise = "一句话：弄坏的是哪条承诺 the promise it breaks"
    file    = "src/taizhang/…"
    search  = '''exactly one place in that file'''
    replace = '''what a careless hand would write there'''
    tests   = ["tests/unit/…"]          # pytest's arguments; some must fail
    database = "postgresql"             # only where the promise is PostgreSQL's; else SQLite
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import tomllib
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FAULTS = ROOT / "tests" / "faults"
COPIED = ("src", "tests", "tools", "docs", "samples")
TESTS_FAILED = 1  # pytest: 0 all passed, 1 some failed, 2+ did not run
LIMIT = 300  # seconds for one fault: a fault may also show as a hang, which counts as noticed


@dataclass(frozen=True, slots=True)
class Fault:
    """A change of one place and the tests that must notice it."""

    name: str
    promise: str
    file: str
    search: str
    replace: str
    tests: tuple[str, ...]
    database: str = "sqlite"


class BadFault(ValueError):
    """A fault that cannot be put in: its place is gone or is not the only one."""


def load(path: Path) -> Fault:
    """Read a fault file; unknown or missing keys raise BadFault."""
    try:
        said = tomllib.loads(path.read_text("utf-8"))
        return Fault(path.stem, **{**said, "tests": tuple(said["tests"])})
    except (tomllib.TOMLDecodeError, TypeError, KeyError) as wrong:
        raise BadFault(f"{path.name}: {wrong}") from None


def put_in(tree: Path, fault: Fault) -> None:
    """Write the fault into a copied tree. Raises BadFault where its place is not there exactly once."""
    path = tree / fault.file
    text = path.read_text("utf-8") if path.is_file() else ""
    if text.count(fault.search) != 1:
        raise BadFault(f"{fault.name}: its place stands {text.count(fault.search)} times in {fault.file}, not once")
    path.write_text(text.replace(fault.search, fault.replace), "utf-8")


def copy_tree(target: Path) -> None:
    for name in COPIED:
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, target / name, ignore=shutil.ignore_patterns("__pycache__"))
    for path in ROOT.iterdir():
        if path.is_file():
            shutil.copy2(path, target / path.name)


def pytest_in(tree: Path, tests: tuple[str, ...], database: str) -> subprocess.CompletedProcess[str]:
    """Run tests in a tree, with that tree's own taizhang before the installed one."""
    quiet = ["-q", "-x", "--no-header", "-p", "no:cacheprovider", "--tb=line"]
    pure = ["-p", "no:django"] if all(test.startswith(("tests/unit", "tests/properties")) for test in tests) else []
    command = [sys.executable, "-m", "pytest", *quiet, *pure, *tests]
    if database == "postgresql":
        command = [sys.executable, str(ROOT / "tools" / "with_postgres.py"), "--", *command]
    environment = {**os.environ, "PYTHONPATH": str(tree / "src"), "PYTHONDONTWRITEBYTECODE": "1"}
    return subprocess.run(
        command, cwd=tree, env=environment, check=False, timeout=LIMIT, text=True, capture_output=True
    )


def try_fault(fault: Fault) -> str:
    """An empty string where the fault was noticed, else what went wrong."""
    with tempfile.TemporaryDirectory(prefix="taizhang-fault-") as folder:
        tree = Path(folder)
        copy_tree(tree)
        try:
            put_in(tree, fault)
            ran = pytest_in(tree, fault.tests, fault.database)
        except BadFault as wrong:
            return str(wrong)
        except subprocess.TimeoutExpired:
            return ""
    if ran.returncode == TESTS_FAILED:
        return ""
    if ran.returncode == 0:
        return "nobody noticed: " + " ".join(fault.tests)
    return f"the tests did not run (pytest {ran.returncode}): {ran.stdout[-800:]}{ran.stderr[-400:]}"


def sound(faults: list[Fault]) -> str:
    """The named tests must be green before anything is broken; otherwise a red one proves nothing."""
    for database in sorted({fault.database for fault in faults}):
        named = sorted({test for fault in faults if fault.database == database for test in fault.tests})
        ran = pytest_in(ROOT, tuple(named), database)
        if ran.returncode:
            return f"the tests are not green to begin with ({database}):\n{ran.stdout[-2000:]}{ran.stderr[-400:]}"
    return ""


def main(argv: list[str]) -> int:
    parser = argparse.ArgumentParser(description="Break promises on purpose; the named tests must notice.")
    parser.add_argument("names", nargs="*", help="faults to try (default: all)")
    parser.add_argument("--jobs", type=int, default=2)
    given = parser.parse_args(argv)
    faults = [load(path) for path in sorted(FAULTS.glob("*.toml")) if path.stem in given.names or not given.names]
    if not faults:
        print(f"no such fault: {' '.join(given.names)}")
        return 2
    broken = sound(faults)
    if broken:
        print(broken)
        return 1
    missed = 0
    with ThreadPoolExecutor(given.jobs) as pool:
        for fault, wrong in zip(faults, pool.map(try_fault, faults), strict=True):
            missed += bool(wrong)
            print(f"{'NOT noticed' if wrong else 'noticed'}: {fault.name}: {fault.promise}", flush=True)
            if wrong:
                print(f"    {wrong}")
    print(f"faults: {len(faults) - missed} of {len(faults)} noticed")
    return 1 if missed else 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
