"""给读法打分：读标注过的文件，写出所得，跑 score.py。

Score the reader against gold labels. usage: score_gold.py [fitted|held|all|NAME ...] [--misses N] [--keep DIR]
The gold documents are found in $TAIZHANG_SHARED (else ../shared beside the repository); every third, in the order of
the SHA-256 of its name, is held out: rules are written without looking at it.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from taizhang.formats.source import Source
from taizhang.reading.export import found
from taizhang.reading.read import read

HERE = Path(__file__).resolve().parent


def shared() -> Path:
    return Path(os.environ.get("TAIZHANG_SHARED") or HERE.parent.parent / "shared")


def names(gold: Path, group: str) -> list[str]:
    """The documents of a group (fitted, held, all) in the order of the digest of their names."""
    every = sorted(p.name.removesuffix(".gold.json") for p in gold.glob("*.gold.json"))
    ordered = sorted(every, key=lambda name: hashlib.sha256(name.encode()).hexdigest())
    keep = {"fitted": (0, 1), "held": (2,), "all": (0, 1, 2)}[group]
    return [name for i, name in enumerate(ordered) if i % 3 in keep]


def source(path: Path) -> Source:
    """The decoded text as a source, unchanged."""
    content = path.read_bytes()
    digest = hashlib.sha256(content).hexdigest()
    return Source(path.name, "txt", digest, digest, content.decode("utf-8"))


def write(gold: Path, out: Path, chosen: list[str]) -> None:
    for name in chosen:
        label = found(read(source(gold / f"{name}.txt")))
        (out / f"{name}.found.json").write_text(json.dumps(label, ensure_ascii=False, indent=1), "utf-8")


def main(argv: list[str]) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("which", nargs="*", default=["fitted"])
    parser.add_argument("--misses", type=int, default=0)
    parser.add_argument("--keep", type=Path)
    args = parser.parse_args(argv)
    gold = shared() / "gold" / "dev"
    chosen = [n for w in args.which for n in (names(gold, w) if w in ("fitted", "held", "all") else [w])]
    with tempfile.TemporaryDirectory() as temporary:
        out = args.keep or Path(temporary)
        out.mkdir(parents=True, exist_ok=True)
        write(gold, out, chosen)
        command = [sys.executable, str(gold.parent / "score.py"), str(gold), str(out), "--misses", str(args.misses)]
        return subprocess.run(command + chosen, check=False).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
