"""Books are data, and a bad one says where it is bad."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

import pytest

from taizhang import books

VERIFY = "needs: [method]\n    not_by:"
TASK = (files("taizhang.books") / "task.yaml").read_text("utf-8")


def test_the_shipped_books_load() -> None:
    assert {"task", "instruction"} <= books.load().keys()
    assert books.book("task").account("closed") == "close"


@pytest.mark.parametrize(
    ("change", "into", "code"),
    [
        ("needs: [covered]", "needs: [evidence]", "around_verification"),
        ("start: opened", "start: nowhere", "unknown_state"),
        ("lights: {", "lihgts: {", "unknown_key"),
        (
            "needs: [method]\n    not_by: [lead, co, reporter, recorder]",
            "needs: [method]\n    not_by: [lead]",
            "dependent_verifier",
        ),
        ("moves: {assigned: declined}", "moves: {assigned: doing}", "unreachable"),
        ("moves: {closed: doing, archived: doing}", "moves: {opened: closed}", "around_verification"),
        ("roles: [team]\n", "roles: [tem]\n", "unknown_word"),
        ("{zh: 交账, en: Submit}", "{zh: 交账}", "missing_key"),
        ("days: 1, calendar: working", "days: 1", "missing_key"),
        ("  decline:\n", "  shrug:\n", "unknown_act"),
        ("act: accept, days", "act: smile, days", "clock"),
        ("edition: 2", "edition: two", "wrong_value"),
        ("grades: [", "grades: [[", "yaml"),
        ("edition: 2", "edition: 2\nedition: 3", "duplicate"),
    ],
)
def test_a_fault_names_file_line_and_cure(change: str, into: str, code: str) -> None:
    assert change in TASK
    with pytest.raises(books.BookInvalid) as invalid:
        books.read_book(TASK.replace(change, into, 1), "county.yaml")
    fault = next(f for f in invalid.value.faults if f.code == code)
    assert fault.line > 0
    assert fault.cure
    assert str(invalid.value).startswith("county.yaml:")


def test_the_line_is_the_line() -> None:
    with pytest.raises(books.BookInvalid) as invalid:
        books.read_book(TASK.replace("start: opened", "start: nowhere"), "county.yaml")
    line = TASK.splitlines().index("start: opened") + 1
    assert [f.line for f in invalid.value.faults] == [line]


def test_a_county_overrides_a_book_with_a_file(tmp_path: Path) -> None:
    own = TASK.replace("zh: 重点工作台账", "zh: 县里的台账").replace("amber: -10", "amber: -5")
    (tmp_path / "task.yaml").write_text(own, "utf-8")
    assert books.load(tmp_path)["task"].lights.amber == -5
    assert books.load()["task"].lights.amber == -10
