"""覆盖表里说有的，真有。What docs/coverage.md names is there: books, acts, drafts, modules, tests."""

from __future__ import annotations

import ast
import re
from collections import Counter
from functools import cache
from importlib import import_module
from operator import attrgetter
from pathlib import Path

import pytest

from taizhang import books
from tests.unit.books.shelf import drafts

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs" / "coverage.md").read_text("utf-8")
ROWS = [
    [cell.strip() for cell in line.strip("|").split("|")] for line in re.findall(r"^\| \d.*\|$", PAGE, re.MULTILINE)
]
MECHANISMS = 245
"""Rows of the table of mechanisms that the sample articles name."""
STATES = ("有 served", "部分 partly", "草稿 draft", "还没有 not yet")
NAMED = sorted({name for row in ROWS for cell in row[4:] for name in re.findall(r"`([^`]+)`", cell)})


@cache
def functions_of(file: str) -> frozenset[str]:
    path = ROOT / file
    if not path.exists():
        return frozenset()
    tree = ast.parse(path.read_text("utf-8"))
    return frozenset(node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef))


def known(name: str) -> bool:
    """Whether a test, a book with its act, a draft or a name below ``taizhang`` exists."""
    if name.startswith("tests/"):
        file, _, test = name.partition("::")
        return test in functions_of(file)
    kind, _, rest = name.partition(":")
    if kind in ("book", "draft"):
        book, _, act = rest.partition("/")
        shelf = books.load() if kind == "book" else drafts()
        return book in shelf and (not act or act in shelf[book].acts)
    return below(name)


def below(name: str) -> bool:
    """Import as much of the dotted name as is a module, then look the rest up."""
    parts = name.split(".")
    for cut in range(len(parts), 0, -1):
        try:
            module = import_module(".".join(["taizhang", *parts[:cut]]))
        except ModuleNotFoundError:
            continue
        try:
            attrgetter(".".join(parts[cut:]))(module) if cut < len(parts) else module
        except AttributeError:
            return False
        return True
    return False


def test_every_mechanism_has_its_row() -> None:
    assert [int(row[0]) for row in ROWS] == list(range(1, MECHANISMS + 1))
    assert {row[3] for row in ROWS} <= set(STATES)


@pytest.mark.parametrize("name", NAMED)
def test_what_is_named_exists(name: str) -> None:
    assert known(name)


def test_what_does_not_exist_is_noticed() -> None:
    for name in (
        "book:nothing",
        "book:task/fly",
        "draft:task",
        "ledger.nowhere",
        "tests/unit/test_coverage.py::test_x",
    ):
        assert not known(name)


def test_a_row_is_shown_by_a_test_or_says_not_yet() -> None:
    bare = [row[0] for row in ROWS if (row[3] == STATES[3]) == ("`tests/" in row[5])]
    assert bare == []
    assert [row[0] for row in ROWS if row[3] == STATES[1] and "（" not in row[4]] == []


def test_the_counts_are_right() -> None:
    said = {state: int(count) for state, count in re.findall(r"^- (\S+ [a-z ]+)：(\d+) 行", PAGE, re.MULTILINE)}
    assert said == dict(Counter(row[3] for row in ROWS))
