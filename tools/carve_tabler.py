#!/usr/bin/env python3
"""从 @tabler/core 1.0.0 里只取我们用的那部分样式。Carves out of @tabler/core 1.0.0 the part we use.

Of 554 kB we use buttons, form controls and the ground rules; later Tablers break Chromium 86, so the version is pinned
by digest. Standard library only.

Usage:
    npm pack @tabler/core@1.0.0 && tar xzf tabler-core-1.0.0.tgz package/dist/css/tabler.min.css
    python3 tools/carve_tabler.py package/dist/css/tabler.min.css
"""

from __future__ import annotations

import hashlib
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

DIGEST = "68efb8668c8d3d91c27b16dba6b0d853d2c2c6c86ab33400d1220d1587e8b373"
STATIC = Path(__file__).resolve().parent.parent / "src/taizhang/web/static/taizhang"
TARGET = STATIC / "tabler-part.css"
NAMES = Path(__file__).resolve().parent.parent / "tests/front/tabler_names.txt"
"""Every class Tabler has: ours must not bear such a name (a test holds it)."""
OURS = STATIC / "taizhang.css"
CLASSES = re.compile(
    r"btn|btn-(primary|sm|icon|link)|kbd|small|visually-hidden(-focusable)?"
    r"|form-(control|select|label|check|check-input|check-label|hint|text)(-sm)?"
)
DEAD = re.compile(r"data-bs-theme=dark|::-webkit-scrollbar|\[data-bs-theme-|autofill|dir=rtl")
PROPERTY = re.compile(r"(--tblr-[\w-]+):(?:[^;{}\"']|\"[^\"]*\"|'[^']*')*(;|(?=\}))")
NOTICE = """@charset "UTF-8";
/*! Part of Tabler 1.0.0 (https://tabler.io), carved by tools/carve_tabler.py: ground rules, buttons, form controls.
 * Copyright 2018-2025 The Tabler Authors. Copyright 2018-2025 codecalm.net Paweł Kuna.
 * Licensed under MIT; the licence text stands beside this file in tabler-LICENSE.txt */
"""


@dataclass(frozen=True, slots=True)
class Rule:
    """``head { body }``; an at-rule holding rules keeps them as text in ``body``."""

    head: str
    body: str

    @property
    def nested(self) -> bool:
        return self.head.startswith(("@media", "@supports"))


def rules(css: str) -> Iterator[Rule]:
    """Top-level rules in order; at-rules without a block (@charset, @import) are skipped."""
    at = 0
    while (start := css.find("{", at)) >= 0:
        head = css[at:start].rpartition(";")[2].strip()
        end = _closing(css, start)
        yield Rule(head, css[start + 1 : end])
        at = end + 1


def _closing(css: str, start: int) -> int:
    depth, quote = 0, ""
    for at in range(start, len(css)):
        sign = css[at]
        if quote:
            quote = "" if sign == quote else quote
        elif sign in "\"'":
            quote = sign
        elif sign in "{}":
            depth += 1 if sign == "{" else -1
            if depth == 0:
                return at
    raise ValueError("a brace is never closed")


def split_selectors(head: str) -> list[str]:
    """Commas part selectors, except inside brackets."""
    return [part.strip() for part in re.split(r",(?![^(\[]*[)\]])", head)]


def wanted(selector: str) -> bool:
    """Elements, :root and the classes we use; anything naming another class falls away."""
    classes = re.findall(r"\.([A-Za-z_][\w-]*)", selector)
    return not DEAD.search(selector) and all(CLASSES.fullmatch(name) for name in classes)


def carve(css: str) -> list[Rule]:
    kept = []
    for rule in rules(css):
        if rule.nested:
            inner = "".join(f"{r.head}{{{r.body}}}" for r in carve(rule.body))
            kept += [Rule(rule.head, inner)] if inner else []
        elif not rule.head.startswith("@"):
            heads = [s for s in split_selectors(rule.head) if wanted(s)]
            kept += [Rule(",".join(heads), rule.body)] if heads else []
    return kept


def prune(css: str, others: str) -> str:
    """Drops custom properties nobody reads, until nothing more falls."""
    while True:
        read = set(re.findall(r"var\((--[\w-]+)", css + others))
        slim = PROPERTY.sub(partial(_keep, read), css)
        slim = re.sub(r"[^{};]+\{\}", "", slim)
        if slim == css:
            return css
        css = slim


def _keep(read: set[str], declared: re.Match[str]) -> str:
    return declared[0] if declared[1] in read else ""


def main(argv: list[str]) -> int:
    if len(argv) != 1:
        print(__doc__)
        return 2
    original = Path(argv[0]).read_bytes()
    if hashlib.sha256(original).hexdigest() != DIGEST:
        print("这不是 @tabler/core 1.0.0 的 tabler.min.css。This is not tabler.min.css of @tabler/core 1.0.0.")
        return 1
    css = re.sub(r"/\*.*?\*/", "", original.decode("utf-8"), flags=re.S)
    text = "".join(f"{rule.head}{{{rule.body}}}\n" for rule in carve(css))
    TARGET.write_text(NOTICE + prune(text, OURS.read_text("utf-8")), encoding="utf-8")
    names = sorted(set(re.findall(r"\.(-?[A-Za-z_][\w-]*)", re.sub(r"url\([^)]*\)", "", css))))
    NAMES.write_text("\n".join(names) + "\n", encoding="utf-8")
    print(f"{TARGET.name}: {TARGET.stat().st_size} bytes; {len(names)} names")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
