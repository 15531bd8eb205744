#!/usr/bin/env python3
"""译文：从代码和模板里收句子，并进英文目录。Collects messages of code and templates into the English catalogue.

The msgids are the Chinese sentences of the sources. Run it after adding one, translate what it lists, run it again.
Needs no gettext tools: Babel comes with the environment.

Usage: python tools/collect_messages.py [--check]     (--check writes nothing and fails when something is missing)
"""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po
from django.utils.translation.template import templatize

SOURCE = Path(__file__).resolve().parent.parent / "src" / "taizhang"
CATALOGUE = SOURCE / "locale" / "en" / "LC_MESSAGES" / "django.po"
PLAIN = {"_", "lazy", "now", "gettext", "gettext_lazy", "gettext_noop"}
CONTEXT = {"pgettext", "pgettext_lazy"}
PLURAL = {"ngettext", "ngettext_lazy"}
CALL = re.compile(r"\b(n?p?gettext|_)\(")
UNSTABLE = (b'"POT-Cr', b'"PO-Rev', b'"Gener', b'"Report-', b'"Last-', b'"Language-Team')
"""Header lines that say when and with what; they would make every run differ."""

Message = tuple[str | None, str | tuple[str, str]]
"""(context, msgid), or (context, (singular, plural))."""


def collected(root: Path = SOURCE) -> dict[Message, list[str]]:
    """Every message with the files it stands in, in a fixed order."""
    found: dict[Message, list[str]] = {}
    for path in sorted([*root.rglob("*.py"), *root.rglob("*.html")]):
        if "migrations" in path.parts:
            continue
        text = path.read_text("utf-8")
        for message in in_python(text) if path.suffix == ".py" else in_template(text):
            places = found.setdefault(message, [])
            place = path.relative_to(root).as_posix()
            places += [place] if place not in places else []
    return found


def in_python(text: str) -> Iterator[Message]:
    """Calls of the gettext family with literal arguments; a computed message is a fault and is refused."""
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Call):
            name = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
            yield from _message(name, node)


def _message(name: str, call: ast.Call) -> Iterator[Message]:
    literal = [a.value for a in call.args if isinstance(a, ast.Constant) and isinstance(a.value, str)]
    if name in PLAIN and len(literal) == 1:
        yield None, literal[0]
    elif name in CONTEXT and len(literal) == 2:
        yield literal[0], literal[1]
    elif name in PLURAL and len(literal) == 2:
        yield None, (literal[0], literal[1])


def in_template(text: str) -> Iterator[Message]:
    """Django turns tags into gettext calls; each is read as Python."""
    python = templatize(text)
    for match in CALL.finditer(python):
        end = _closing(python, match.end() - 1)
        call = ast.parse(python[match.start() : end].strip(), mode="eval").body
        assert isinstance(call, ast.Call)
        yield from _message(match[1], call)


def _closing(text: str, start: int) -> int:
    """After the bracket that closes the one at ``start``; strings may hold brackets."""
    for end in (m.end() for m in re.finditer(r"\)", text[start:])):
        try:
            ast.parse("_" + text[start : start + end], mode="eval")
        except SyntaxError:
            continue
        return start + end
    raise ValueError(f"no closing bracket: {text[start : start + 60]}")


def merged(old: Catalog, found: dict[Message, list[str]]) -> Catalog:
    """The old translations under the messages of today; what is no longer said falls away."""
    new = Catalog(locale="en", project="Taizhang", version="0.1", charset="utf-8", fuzzy=False)
    new.header_comment = "# Taizhang in English. msgids are the Chinese sentences of the sources."
    for (context, msgid), places in sorted(found.items(), key=lambda pair: (pair[1], str(pair[0]))):
        known = old.get(msgid, context)
        string = known.string if known else ""
        message = new.add(msgid, string, locations=[(place, 0) for place in places], context=context)
        if context == "date":  # 英文的日期写月名 English dates name the month, which msgids do not
            message.flags.discard("python-format")
    return new


def missing(catalogue: Catalog) -> list[str]:
    """Messages without an English sentence."""
    return [str(m.id) for m in catalogue if m.id and not _whole(m.string)]


def _whole(string: object) -> bool:
    return all(string) if isinstance(string, list | tuple) else bool(string)


def written(catalogue: Catalog) -> bytes:
    out = BytesIO()
    write_po(out, catalogue, width=0, omit_header=False, sort_output=False)
    return b"".join(line for line in out.getvalue().splitlines(True) if not line.startswith(UNSTABLE))


def existing() -> Catalog:
    if not CATALOGUE.exists():
        return Catalog(locale="en")
    return read_po(BytesIO(CATALOGUE.read_bytes()), locale="en")


def main(argv: list[str]) -> int:
    catalogue = merged(existing(), collected())
    po, untranslated = written(catalogue), missing(catalogue)
    for text in untranslated:
        print(f"没有英文 no English: {text}")
    if "--check" in argv:
        fresh = CATALOGUE.exists() and CATALOGUE.read_bytes() == po
        print("译文齐全 complete" if fresh and not untranslated else "请执行 make messages 并补英文 run make messages")
        return 0 if fresh and not untranslated else 1
    CATALOGUE.parent.mkdir(parents=True, exist_ok=True)
    CATALOGUE.write_bytes(po)
    print(f"{len(catalogue)} 句，缺英文 {len(untranslated)} 句 messages, without English")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
