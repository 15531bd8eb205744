"""字音表的来历：从 pypinyin（MIT）的单字表取 GB2312 字与 GBK 繁体字的读音，写成“读音<TAB>字”。

Recipe of ``src/taizhang/text/lexicon/readings.tsv``::

    pip download --no-deps pypinyin && unzip pypinyin-*.whl -d pypinyin
    python tools/readings.py pypinyin/pypinyin/pinyin_dict.json src/taizhang/text/lexicon/readings.tsv

The source table is MIT-licensed (pypinyin, mozillazg and contributors); only the readings of characters that the
bracketed-pinyin fixer may meet are kept.
"""

from __future__ import annotations

import json
import sys
import unicodedata
from collections import defaultdict
from pathlib import Path

import opencc


def main(source: str, target: str) -> None:
    table: dict[str, str] = json.loads(Path(source).read_text("utf-8"))
    simplify = opencc.OpenCC("t2s").convert
    chars: defaultdict[str, list[str]] = defaultdict(list)
    for code, readings in table.items():
        char = chr(int(code))
        if not ("\u4e00" <= char <= "\u9fff") or len(char.encode("gbk", "ignore")) != 2:
            continue
        if len(char.encode("gb2312", "ignore")) != 2 and simplify(char) == char:
            continue
        for reading in dict.fromkeys(readings.split(",")):
            chars[unicodedata.normalize("NFC", reading)].append(char)
    lines = [f"{reading}\t{''.join(sorted(chars[reading]))}\n" for reading in sorted(chars)]
    Path(target).write_text("".join(lines), "utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
