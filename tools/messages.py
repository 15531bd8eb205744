"""把 .po 编译成 .mo，不需要 gettext。Compile .po into .mo without gettext. Standard library only.

Usage: python tools/messages.py [LOCALE_DIR]
"""

from __future__ import annotations

import ast
import struct
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

LOCALE = Path(__file__).resolve().parent.parent / "src" / "taizhang" / "locale"
MAGIC = 0x950412DE


class BadCatalogue(ValueError):
    """A .po file that cannot be read; the message names file and line."""


@dataclass(slots=True)
class Message:
    """One entry of a catalogue while it is being read: keyword → text, and whether it is marked fuzzy."""

    fuzzy: bool = False
    parts: dict[str, str] = field(default_factory=dict)

    def pair(self) -> tuple[bytes, bytes] | None:
        """Key and translation as gettext stores them; None where there is nothing to store."""
        forms = [text for word, text in sorted(self.parts.items()) if word.startswith("msgstr")]
        if not any(forms) or (self.fuzzy and self.parts.get("msgid")):
            return None
        key = self.parts["msgid"]
        if "msgctxt" in self.parts:
            key = f"{self.parts['msgctxt']}\x04{key}"
        if "msgid_plural" in self.parts:
            key = f"{key}\x00{self.parts['msgid_plural']}"
        return key.encode(), "\x00".join(forms).encode()


def messages(lines: Iterable[str], name: str = "") -> Iterator[Message]:
    """The entries of a .po file, one after another.

    Raises BadCatalogue for a line that is no comment, keyword or string.
    """
    message, word = Message(), ""
    for number, line in enumerate((raw.strip() for raw in lines), 1):
        starts_new = line.startswith(("msgid ", "msgctxt ", "#")) and "msgstr" in "".join(message.parts)
        if starts_new and not line.startswith("#~"):
            yield message
            message, word = Message(), ""
        if line.startswith("#,") and "fuzzy" in line:
            message.fuzzy = True
        if not line or line.startswith("#"):
            continue
        begun, text = ("", line) if line.startswith('"') else line.split(" ", 1) if " " in line else (line, "")
        word = begun or word
        try:
            message.parts[word] = ("" if begun else message.parts[word]) + ast.literal_eval(text.strip())
        except (SyntaxError, ValueError, KeyError, TypeError):
            raise BadCatalogue(f"{name}:{number}: {line}") from None
    if message.parts:
        yield message


def compiled(lines: Iterable[str], name: str = "") -> bytes:
    """The bytes of a .mo file: header, two tables of (length, offset), keys, translations; sorted by key."""
    pairs = dict(sorted(pair for pair in (m.pair() for m in messages(lines, name)) if pair))
    texts = [*pairs.keys(), *pairs.values()]
    start = 28 + 8 * len(texts)
    table: list[int] = []
    for text in texts:
        table += (len(text), start)
        start += len(text) + 1
    head = struct.pack("<7I", MAGIC, 0, len(pairs), 28, 28 + 8 * len(pairs), 0, 0)
    return head + struct.pack(f"<{len(table)}I", *table) + b"".join(text + b"\0" for text in texts)


def compile_stale(locale: str | Path = LOCALE) -> list[Path]:
    """Compile every catalogue that is newer than its .mo; return what was written."""
    written = []
    for source in Path(locale).glob("*/LC_MESSAGES/*.po"):
        target = source.with_suffix(".mo")
        if not target.exists() or target.stat().st_mtime < source.stat().st_mtime:
            half = target.with_suffix(".mo.half")
            half.write_bytes(compiled(source.read_text("utf-8").splitlines(), source.name))
            half.replace(target)
            written.append(target)
    return written


if __name__ == "__main__":
    for path in compile_stale(*sys.argv[1:2]):
        print(path)
