"""单字接续统计的来历：从词典和官方文件数二字、三字接续，写成 ``lexicon/characters.bin``。

Recipe of ``src/taizhang/text/lexicon/characters.bin``, which the torn-text fixer weighs candidates by::

    pip download --no-deps --no-binary :all: jieba && tar xzf jieba-*.tar.gz          # dict.txt: MIT
    git clone https://github.com/LawRefBook/Laws                                      # laws and regulations of the PRC
    git clone https://github.com/ZhouYNF/platform-1                                   # State Council papers (db/*.sql)
    python tools/character_statistics.py src/taizhang/text/lexicon/characters.bin \\
        --words jieba-*/jieba/dict.txt --documents Laws=1 --documents platform-1/db=8

Laws, regulations, orders and other papers of legislative, administrative and judicial nature are outside copyright
(Copyright Law of the PRC, article 5); the dictionary's frequencies are under the MIT licence (jieba, Sun Junyi).
Only counts of two and three characters in a row are kept, no sentence can be had back from them.
"""

from __future__ import annotations

import argparse
import math
import re
import struct
import sys
import zlib
from collections import Counter
from pathlib import Path

from taizhang.text.statistics import fold

_TEXT = re.compile(r"[\u3400-\u9fff0-9，。、；：？！（）“”《》]{4,}")
_TAGS = re.compile(r"<[^>]*>|&[a-z]+;|\\[nrt]")
PAIRS, TRIPLES = 220_000, 260_000


def words(path: Path, pairs: Counter[str], singles: Counter[str]) -> None:
    """Pairs inside dictionary words, weighted by the words' frequency."""
    for line in path.read_text("utf-8").splitlines():
        word, frequency, *_ = line.split(" ")
        if not re.fullmatch("[\u4e00-\u9fff]{2,8}", word):
            continue
        weight = float(frequency) * 0.2
        for i, char in enumerate(word):
            singles[char] += weight
            if i:
                pairs[word[i - 1 : i + 1]] += weight


def documents(folder: Path, weight: float, counts: tuple[Counter[str], Counter[str], Counter[str]]) -> int:
    """Singles, pairs and triples of every text under ``folder``; a sentence met twice counts once."""
    singles, pairs, triples = counts
    seen: set[str] = set()
    for path in sorted(folder.rglob("*")):
        if path.suffix not in {".md", ".txt", ".sql"}:
            continue
        for run in _TEXT.findall(fold(_TAGS.sub("", path.read_text("utf-8", "ignore")))):
            if run in seen:
                continue
            seen.add(run)
            for counter, size in ((singles, 1), (pairs, 2), (triples, 3)):
                counter.update({run[i : i + size]: 0 for i in range(len(run) - size + 1)})
                for i in range(len(run) - size + 1):
                    counter[run[i : i + size]] += weight
    return sum(map(len, seen))


def table(scores: dict[int, int], width: int) -> bytes:
    """Sorted keys as differences and one score byte each; planes of bytes side by side, which pack well."""
    keys = sorted(scores)
    steps = [b - a for a, b in zip([0, *keys], keys, strict=False)]
    raw = b"".join(step.to_bytes(width, "little") for step in steps)
    planes = b"".join(raw[i::width] for i in range(width))
    body = zlib.compress(planes + bytes(scores[k] for k in keys), 9)
    return struct.pack("<II", len(keys), len(body)) + body


def byte(logarithm: float) -> int:
    """A natural logarithm of a probability in sixteenths below one."""
    return max(0, min(255, round(-16 * logarithm)))


def key(chars: str) -> int:
    out = 0
    for char in chars:
        out = out << 16 | ord(char)
    return out


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("target", type=Path)
    parser.add_argument("--words", type=Path, required=True)
    parser.add_argument("--documents", action="append", default=[], metavar="DIR=WEIGHT")
    args = parser.parse_args()
    singles, pairs, triples = Counter[str](), Counter[str](), Counter[str]()
    words(args.words, pairs, singles)
    for spec in args.documents:
        folder, _, weight = spec.rpartition("=")
        print(folder, documents(Path(folder), float(weight), (singles, pairs, triples)), file=sys.stderr)
    kept2 = dict(pairs.most_common(PAIRS))
    kept3 = {t: n for t, n in triples.most_common(TRIPLES) if n >= 3}
    total = sum(singles.values())
    after = Counter[str]()
    for pair, n in pairs.items():
        after[pair[0]] += n
    ones = {ord(c): byte(math.log(n / total)) for c, n in singles.items()}
    twos = {key(p): byte(math.log(max(n - 0.5, 0.1) / after[p[0]])) for p, n in kept2.items()}
    threes = {key(t): byte(math.log((n - 0.5) / max(pairs[t[:2]], n))) for t, n in kept3.items()}
    args.target.write_bytes(b"".join((table(ones, 2), table(twos, 4), table(threes, 6))))
    print(len(ones), len(twos), len(threes), args.target.stat().st_size, file=sys.stderr)


if __name__ == "__main__":
    main()
