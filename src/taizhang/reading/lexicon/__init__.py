"""词表：TSV，一行一词，# 起头是说明。Word lists as TSV: one word a line, ``#`` begins a remark."""

from __future__ import annotations

from functools import cache
from importlib.resources import files


@cache
def table(name: str) -> tuple[tuple[str, ...], ...]:
    """The rows of ``lexicon/NAME.tsv``; raises ``FileNotFoundError`` for an unknown name."""
    text = (files(__name__) / f"{name}.tsv").read_text("utf-8")
    lines = (line for line in text.splitlines() if line.strip() and not line.startswith("#"))
    return tuple(tuple(cell.strip() for cell in line.split("\t")) for line in lines)


@cache
def words(name: str) -> frozenset[str]:
    """The first column of a list."""
    return frozenset(row[0] for row in table(name))


@cache
def groups(name: str) -> dict[str, frozenset[str]]:
    """A list of two columns (group, words parted by blanks) as group → words; a group may take several lines."""
    made: dict[str, set[str]] = {}
    for group, content, *_ in table(name):
        made.setdefault(group, set()).update(content.split())
    return {group: frozenset(content) for group, content in made.items()}


@cache
def labels(name: str) -> dict[str, str]:
    """The same list turned round: word → its group."""
    return {word: group for group, content in groups(name).items() for word in content}
