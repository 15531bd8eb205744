"""损坏模拟器：把干净的文字按镜像站的办法弄坏，再修，按类报告修得多准。

Damage as mirrors do it, and how well repair undoes it, by class.

    python tools/damage.py damage pinyin FILE            the damaged text
    python tools/damage.py measure [FILE...]             figures by class (the repository's samples by default)
    python tools/damage.py measure --at-least            and exit 1 when a floor is missed

Only the standard library damages; measuring calls the package. Rules of the damage: docs/repair.md.
"""

from __future__ import annotations

import argparse
import random
import re
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SAMPLES = sorted((ROOT / "tests" / "golden" / "repair" / "samples").glob("*.txt"))
MARKS = ("，", "？", "；", "：", "！")
FLOORS = {"pinyin": 0.999, "torn": 0.60, "torn, private use lost": 0.45, "clean": 1.0}
SEEDS = range(12)


@cache
def readings() -> dict[str, str]:
    """One reading of each character, from the package's own table."""
    table = (ROOT / "src/taizhang/text/lexicon/readings.tsv").read_text("utf-8")
    found: dict[str, str] = {}
    for line in table.splitlines():
        reading, chars = line.split("\t")
        found.update(dict.fromkeys(chars, reading))
    return found


@cache
def _traditional_of() -> dict[int, str]:
    """Character for character, as mirrors convert: every 发 is 發, every 着 著."""
    import opencc

    convert = opencc.OpenCC("s2t").convert
    chars = [chr(code) for code in range(0x4E00, 0xA000)]
    pairs = zip(chars, convert("\n".join(chars)).split("\n"), strict=True)
    table = {ord(a): b for a, b in pairs if a != b and len(b) == 1 and len(b.encode("gbk", "ignore")) == 2}
    return table | {ord("着"): "著"}


def to_traditional(text: str) -> str:
    return text.translate(_traditional_of())


def annotate(data: bytes, marked: str) -> bytes:
    """Append its reading to each marked character by replacing bytes, wherever those bytes meet."""
    for char in marked:
        pair = char.encode("gbk")
        data = data.replace(pair, pair + f"({readings()[char]})".encode("gbk", "ignore"))
    return data


def split_marks(data: bytes) -> str:
    """Cut at the bytes of five marks whatever they belong to, decode the pieces, put the marks between them."""
    cut = re.compile(b"|".join(m.encode("gbk") for m in MARKS))
    out, at = [], 0
    for hit in cut.finditer(data):
        out += [_decoded(data[at : hit.start()]), hit[0].decode("gbk")]
        at = hit.end()
    return "".join([*out, _decoded(data[at:])])


def _decoded(piece: bytes) -> str:
    """Pair by pair; a byte that makes no character is a question mark, and a low one after it is read again."""
    out, at = [], 0
    while at < len(piece):
        if piece[at] < 0x80:
            out.append(chr(piece[at]))
            at += 1
            continue
        char = piece[at : at + 2].decode("gb18030", "ignore")
        fits = len(piece) > at + 1 and len(char) == 1 and piece[at + 1] >= 0x40
        out.append(char if fits else "?")
        at += 2 if fits or (len(piece) > at + 1 and piece[at + 1] >= 0x80) else 1
    return "".join(out)


def drop_private(text: str) -> str:
    return re.sub("[\ue000-\ue765]", "", text)


def fold_width(text: str) -> str:
    return text.translate(str.maketrans("，；：？！（）", ",;:?!()"))


def marked_characters(text: str, rng: random.Random, share: float = 0.5) -> str:
    """The page's own set of traditional-only characters that get a reading."""
    only = set(_traditional_of().values())
    chars = sorted(
        {c for c in text if c in only and c in readings() and len(readings()[c].encode("gbk", "ignore")) > 1}
    )
    return "".join(c for c in chars if rng.random() < share)


def damage_pinyin(text: str, rng: random.Random) -> str:
    """Traditional script with readings, characters kept whole."""
    old = to_traditional(text)
    for char in marked_characters(old, rng):
        old = old.replace(char, f"{char}({readings()[char]})")
    return fold_width(old) if rng.random() < 0.5 else old


def damage_crossing(text: str, rng: random.Random) -> str:
    """The same by bytes, so that readings fall across characters too."""
    old = to_traditional(text)
    return _decoded(annotate(old.encode("gbk", "ignore"), marked_characters(old, rng)))


def damage_script(text: str, rng: random.Random) -> str:
    return to_traditional(text) if rng.random() < 0.5 else fold_width(to_traditional(text))


def damage_torn(text: str, rng: random.Random) -> str:
    """Punctuation split at its bytes; half of the pages in traditional script, half of them folded afterwards."""
    old = to_traditional(text) if rng.random() < 0.5 else text
    torn = split_marks(old.encode("gbk", "ignore"))
    return fold_width(torn) if rng.random() < 0.5 else torn


def damage_torn_lossy(text: str, rng: random.Random) -> str:
    return drop_private(damage_torn(text, rng))


def damage_radicals(text: str, rng: random.Random) -> str:
    table = {
        chr(0x2F00 + i): c
        for i, c in enumerate("一丨丶丿乙亅二亠人儿入八冂冖冫几凵刀力勹匕匚匸十卜卩厂厶又口囗土士夂夊夕大女子宀寸小")
    }
    back = {c: r for r, c in table.items()}
    return "".join(back[c] if c in back and rng.random() < 0.5 else c for c in text)


def damage_width(text: str, rng: random.Random) -> str:
    del rng
    return re.sub("[0-9A-Za-z]", lambda m: chr(ord(m[0]) + 0xFEE0), text)


def damage_escapes(text: str, rng: random.Random) -> str:
    return text.replace(" ", rng.choice(("\u00a0", "<U+00A0>", "&nbsp;")))


def damage_doubled(text: str, rng: random.Random) -> str:
    return re.sub("[，、](?=[\u4e00-\u9fff])", lambda m: m[0] + ("，" if rng.random() < 0.1 else ""), text)


def damage_watermark(text: str, rng: random.Random) -> str:
    return re.sub(
        "(?<=[\u4e00-\u9fff])(?=[\u4e00-\u9fff])", lambda _: "[www.example-fw.com]" if rng.random() < 0.01 else "", text
    )


def damage_wrapped(text: str, rng: random.Random) -> str:
    """Every long paragraph wrapped at one width of the screen."""
    width = 2 * rng.randint(24, 40)
    return "\n".join("\n".join(_wrapped(line, width)) for line in text.split("\n"))


def _wrapped(line: str, width: int) -> Iterator[str]:
    cells = [2 if c > "\u2e7f" or c in "“”" else 1 for c in line]
    if sum(cells) < 4 * width:
        yield line
        return
    at = 0
    while at < len(line):
        end, room = at, width
        while end < len(line) and (room >= cells[end] or line[end] in "，。、；：？！”）"):
            room -= cells[end]
            end += 1
        yield line[at:end]
        at = end


def undamaged(text: str, rng: random.Random) -> str:
    del rng
    return text


Damage = Callable[[str, random.Random], str]
CLASSES: dict[str, Damage] = {
    "pinyin": damage_pinyin,
    "crossing": damage_crossing,
    "script": damage_script,
    "torn": damage_torn,
    "torn, private use lost": damage_torn_lossy,
    "radicals": damage_radicals,
    "width": damage_width,
    "escapes": damage_escapes,
    "doubled": damage_doubled,
    "watermark": damage_watermark,
    "wrapped": damage_wrapped,
    "clean": undamaged,
}


@dataclass
class Score:
    """Characters that are right, and damaged places put right exactly."""

    right: int = 0
    characters: int = 0
    exact: int = 0
    places: int = 0
    false: int = 0
    seconds: float = 0.0
    size: int = 0


def damaged_places(clean: str, dirty: str) -> Iterator[tuple[int, int, int, int]]:
    """Runs of ``clean`` that differ in ``dirty``; runs less than two characters apart count as one place."""
    ops = [o for o in SequenceMatcher(None, clean, dirty, autojunk=False).get_opcodes() if o[0] != "equal"]
    open_: list[int] = []
    for _, a, b, c, d in ops:
        if open_ and a - open_[1] < 2:
            open_[1], open_[3] = b, d
            continue
        if open_:
            yield open_[0], open_[1], open_[2], open_[3]
        open_ = [a, b, c, d]
    if open_:
        yield open_[0], open_[1], open_[2], open_[3]


def torn_clauses(clean: str, dirty: str) -> Iterator[tuple[int, int, int, int]]:
    """Damaged places of lines that a mark tore, found line by line (a line is never joined to another)."""
    at, there = 0, 0
    for old, new in zip(clean.split("\n"), dirty.split("\n"), strict=True):
        for a, b, c, d in damaged_places(old, new):
            yield at + a, at + b, there + c, there + d
        at, there = at + len(old) + 1, there + len(new) + 1


def measure(name: str, text: str, seed: int, score: Score) -> None:
    from taizhang.text.repair import repair
    from taizhang.text.span import Span

    rng = random.Random(f"{name}{seed}")
    dirty = CLASSES[name](text, rng)
    begun = time.process_time()
    found = repair(dirty)
    score.seconds += time.process_time() - begun
    score.size += len(dirty.encode())
    want = plain(text)
    got = plain(found.text)
    blocks = SequenceMatcher(None, want, got, autojunk=False).get_matching_blocks()
    score.right += sum(b.size for b in blocks)
    score.characters += max(len(want), len(got))
    if not name.startswith("torn"):
        return
    base = text if not _is_old(dirty) else to_traditional(text)
    for a, b, c, d in torn_clauses(fold_width(base), fold_width(dirty)):
        back = found.edits.to_repaired(Span(c, d))
        ahead, behind = plain(base[:a])[-3:], plain(base[b:])[:3]
        around = got[max(0, back.start - 3) : back.end + 3]
        score.places += 1
        score.exact += ahead + plain(base[a:b]) + behind == around or _within(
            plain(base[a:b]), ahead, behind, got, back
        )


def _within(want: str, ahead: str, behind: str, got: str, back: object) -> bool:
    del back
    return ahead + want + behind in got


def _is_old(text: str) -> bool:
    return any(c in text for c in "縣項業設發環")


def plain(text: str) -> str:
    """What both sides are compared in: half-width marks, simplified script."""
    from taizhang.text.fixers.script import to_simplified

    return fold_width(to_simplified(text))


def report(paths: list[Path], *, floors: bool) -> int:
    texts = [p.read_text("utf-8") for p in paths]
    missed = 0
    print(f"{len(texts)} texts, {sum(map(len, texts))} characters, {len(SEEDS)} seeds")
    for name in CLASSES:
        score = Score()
        for seed in SEEDS:
            for text in texts:
                measure(name, text, seed, score)
        share = score.exact / score.places if score.places else score.right / score.characters
        told = f"{score.exact}/{score.places} clauses exact, " if score.places else ""
        speed = score.size / score.seconds / 1e6
        print(f"{name:24} {share:8.4%}  {told}{score.right / score.characters:.4%} of characters, {speed:.2f} MB/s")
        missed += share < FLOORS.get(name, 0.0)
    return int(bool(missed) and floors)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    sub = parser.add_subparsers(dest="command", required=True)
    one = sub.add_parser("damage")
    one.add_argument("kind", choices=CLASSES)
    one.add_argument("file", type=Path)
    one.add_argument("--seed", type=int, default=0)
    many = sub.add_parser("measure")
    many.add_argument("files", type=Path, nargs="*", default=SAMPLES)
    many.add_argument("--at-least", action="store_true", help="exit 1 when a floor is missed")
    args = parser.parse_args()
    if args.command == "measure":
        return report(args.files or SAMPLES, floors=args.at_least)
    print(CLASSES[args.kind](args.file.read_text("utf-8"), random.Random(args.seed)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
