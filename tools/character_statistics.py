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
from collections.abc import Mapping
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


def table(rows: Mapping[int, tuple[int, ...]], width: int) -> bytes:
    """Sorted keys as differences, then the score bytes; planes of bytes side by side, which pack well."""
    keys = sorted(rows)
    steps = [b - a for a, b in zip([0, *keys], keys, strict=False)]
    raw = b"".join(step.to_bytes(width, "little") for step in steps)
    planes = [raw[i::width] for i in range(width)]
    planes += [bytes(column) for column in zip(*(rows[k] for k in keys), strict=True)]
    body = zlib.compress(b"".join(planes), 9)
    return struct.pack("<II", len(keys), len(body)) + body


class Smoothed:
    """Interpolated Witten-Bell: a context with many different followers leaves more to the shorter context."""

    def __init__(self, singles: Counter[str], pairs: Counter[str], triples: Counter[str]) -> None:
        self.singles, self.pairs, self.triples = singles, pairs, triples
        self.total = sum(singles.values())
        self.sums, self.kinds = Counter[str](), Counter[str]()
        for grams in (pairs, triples):
            for gram, n in grams.items():
                self.sums[gram[:-1]] += n
                self.kinds[gram[:-1]] += 1

    def left(self, context: str) -> float:
        """What the context leaves to the shorter one."""
        kinds = 2.0 * self.kinds[context]
        return kinds / (self.sums[context] + kinds) if kinds else 1.0

    def probability(self, gram: str) -> float:
        if len(gram) == 1:
            return self.singles[gram] / self.total
        counts = self.pairs if len(gram) == 2 else self.triples
        context, rest = gram[:-1], self.left(gram[:-1])
        seen = counts[gram] / self.sums[context] if self.sums[context] else 0.0
        return (1 - rest) * seen + rest * self.probability(gram[1:])


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
    smoothed = Smoothed(singles, pairs, triples)
    kept2 = [p for p, _ in pairs.most_common(PAIRS)]
    kept3 = [t for t, n in triples.most_common(TRIPLES) if n >= 3]
    scored = (
        [(key(g), byte(math.log(smoothed.probability(g))), g) for g in grams] for grams in (singles, kept2, kept3)
    )
    ones, twos, threes = scored
    with_rest = ({k: (b, byte(math.log(smoothed.left(g)))) for k, b, g in rows} for rows in (ones, twos))
    tables = (*(table(rows, 2 * i) for i, rows in enumerate(with_rest, 1)), table({k: (b,) for k, b, _ in threes}, 6))
    args.target.write_bytes(b"".join(tables))
    print(len(ones), len(twos), len(threes), args.target.stat().st_size, file=sys.stderr)


if __name__ == "__main__":
    main()
