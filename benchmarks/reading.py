"""读得多快：每一层的 MB/s，和一遍固定正则的比。How fast each layer reads, also against one fixed pass.

usage: python -m benchmarks.reading [FOLDER | FILE ...] [--rounds N] [--json]

Reads the UTF-8 texts of a folder (a plan of our own by default), takes the best of N rounds of processor time of this
process, and prints for each layer its MB/s and how many times it costs one pass of a fixed regular expression over the
same text: the ratio is comparable between machines, the MB/s is not. Parsing of formats is not part of it.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import re
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

from taizhang.formats.source import Source
from taizhang.reading.commitments import Commitments
from taizhang.reading.coverage import coverage
from taizhang.reading.deadlines import clock, deadlines
from taizhang.reading.document import masthead
from taizhang.reading.frameworks import frameworks
from taizhang.reading.measures import measures
from taizhang.reading.named_counts import apart
from taizhang.reading.reconcile import reconcile
from taizhang.reading.sentences import outline
from taizhang.reading.tree import tree
from taizhang.text.repair import repair

HERE = Path(__file__).resolve().parent
REFERENCE = re.compile(r"[0-9]+(?:\.[0-9]+)?[\u4e00-\u9fff%]|“[^”\n]{1,40}”|[\u4e00-\u9fff]{2,8}(?:项目|工程|机制)")
"""The fixed pass; it never changes, so that ratios of different days can be compared."""
T = TypeVar("T")


class Laps:
    """Processor seconds by layer."""

    def __init__(self) -> None:
        self.spent: dict[str, float] = {}

    def of(self, layer: str, work: Callable[[], T]) -> T:
        begun = time.process_time()
        made = work()
        self.spent[layer] = self.spent.get(layer, 0.0) + time.process_time() - begun
        return made


def lap(text: str, laps: Laps) -> None:
    """Read one text as ``reading.read`` does, each layer timed."""
    digest = hashlib.sha256(text.encode()).hexdigest()
    source = Source("样本.txt", "txt", digest, digest, text)
    laps.of("reference", lambda: sum(1 for _ in REFERENCE.finditer(text)))
    clean = laps.of("repair", lambda: repair(text)).text
    meta = laps.of("masthead", lambda: masthead(source, clean, None))
    amounts = laps.of("measures", lambda: measures(clean, meta.body))
    times = laps.of("deadlines", lambda: deadlines(clean, meta.body, clock(meta)))
    cut = laps.of("outline", lambda: outline(clean, meta.body))
    sets = laps.of("frameworks", lambda: frameworks(cut))
    figures = apart(clean, amounts, sets)
    said = laps.of("commitments", lambda: Commitments(cut, figures, times, sets, meta.title, meta.chapter).read())
    laps.of("tree", lambda: tree(cut, sets, said.items, figures))
    laps.of("reconcile", lambda: reconcile(cut, sets, said.items, said.projects, figures))
    laps.of("coverage", lambda: coverage(cut, said.items, sets))


def best(texts: Sequence[str], rounds: int) -> dict[str, float]:
    """The least time of each layer over all rounds; one round more goes before, to load the lexicons."""
    least: dict[str, float] = {}
    for turn in range(rounds + 1):
        laps = Laps()
        for text in texts:
            lap(text, laps)
        if turn:
            least = {layer: min(least.get(layer, spent), spent) for layer, spent in laps.spent.items()}
    return least


def report(texts: Sequence[str], rounds: int) -> dict[str, dict[str, float]]:
    """MB/s and ratio to the reference of each layer, of all, and of all without repair."""
    size = sum(len(text.encode()) for text in texts) / 1e6
    spent = best(texts, rounds)
    reference = spent.pop("reference")
    spent["all"] = sum(spent.values())
    spent["all but repair"] = spent["all"] - spent["repair"]
    return {layer: {"MB/s": size / s, "ratio": s / reference} for layer, s in spent.items() if s}


def texts_of(paths: Sequence[Path]) -> list[str]:
    """The texts of files, and of the .txt files of folders."""
    files = [file for path in paths for file in (sorted(path.rglob("*.txt")) if path.is_dir() else [path])]
    return [file.read_text("utf-8") for file in files]


def main(argv: list[str]) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("paths", nargs="*", type=Path, default=[HERE / "plan.txt"])
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--json", action="store_true")
    args = parser.parse_args(argv)
    texts = texts_of(args.paths)
    if not texts:
        print("没有找到 .txt 文件。No .txt file was found.", file=sys.stderr)
        return 2
    told = report(texts, args.rounds)
    if args.json:
        print(json.dumps(told, ensure_ascii=False))
        return 0
    print(f"{len(texts)} texts, {sum(len(t.encode()) for t in texts)} bytes")
    for layer, row in told.items():
        print(f"{layer:16s} {row['MB/s']:8.2f} MB/s   {row['ratio']:7.1f} × reference")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
