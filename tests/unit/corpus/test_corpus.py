"""Many documents: on every core, in order, one bad one costs only itself."""

from __future__ import annotations

import json
import os
import signal
from pathlib import Path

import pytest

from taizhang.corpus.paths import documents
from taizhang.corpus.row import Order, Row, Trouble, read_path
from taizhang.corpus.run import read_many
from taizhang.corpus.shards import Shards
from taizhang.formats.limits import Limits
from taizhang.reading.reading import Reading
from tests.unit.formats import making


def _length(reading: Reading) -> int:
    return len(reading.source.text)


def _deadly(reading: Reading) -> int:
    """A reading that kills its process at one document."""
    if "致命" in reading.source.text:
        os.kill(os.getpid(), signal.SIGKILL)
    return len(reading.source.text)


def _faulty(reading: Reading) -> int:
    raise RuntimeError("编程错误")


@pytest.fixture
def plans(tmp_path: Path) -> list[Path]:
    for n in range(8):
        (tmp_path / f"{n}.txt").write_text(f"造林{n}万亩。" * (n + 1), encoding="utf-8")
    return documents([tmp_path])


def test_rows_come_in_the_order_of_the_paths(plans: list[Path]) -> None:
    steps: list[tuple[int, int]] = []
    rows = [
        row for rows in read_many(plans, Order(_length), workers=2, progress=lambda *a: steps.append(a)) for row in rows
    ]
    assert [row.path for row in rows] == [str(path) for path in plans]
    assert [row.view for row in rows] == [6 * (n + 1) for n in range(8)]
    assert steps == [(n, 8) for n in range(1, 9)]


def test_a_document_that_kills_its_process_costs_only_itself(plans: list[Path]) -> None:
    plans[3].write_text("致命的一份。", encoding="utf-8")
    rows = [row for rows in read_many(plans, Order(_deadly), workers=2) for row in rows]
    assert [row.trouble.code if row.trouble else "" for row in rows] == ["", "", "", "crashed", "", "", "", ""]


def test_a_fault_of_ours_becomes_a_row(plans: list[Path]) -> None:
    (row,) = read_path(plans[0], Order(_faulty))
    assert row.trouble == Trouble("failed", {"why": "RuntimeError: 编程错误"})


def test_files_that_cannot_be_opened_or_are_too_large(tmp_path: Path) -> None:
    assert read_path(tmp_path / "无.txt", Order(_length))[0].trouble == Trouble("missing")
    assert read_path(tmp_path, Order(_length))[0].trouble is not None
    big = tmp_path / "大.txt"
    with big.open("wb") as out:
        out.truncate(100 * 1024 * 1024)
    assert read_path(big, Order(_length))[0].trouble == Trouble("too_large", {"size": 100, "limit": 50})


def test_an_archive_gives_a_row_a_member_and_names_the_bad_one(tmp_path: Path) -> None:
    path = tmp_path / "材料.zip"
    path.write_bytes(making.zipped({"一.txt": "造林".encode(), "二.docx": making.PNG, "三.txt": "改厕".encode()}))
    rows = read_path(path, Order(_length))
    assert [(row.label.rpartition("/")[2], row.trouble.code if row.trouble else row.view) for row in rows] == [
        ("材料.zip!一.txt", 2),
        ("材料.zip!二.docx", "not_what_it_says"),
        ("材料.zip!三.txt", 2),
    ]
    (refused,) = read_path(path, Order(_length, limits=Limits(entries=2)))
    assert refused.trouble == Trouble("bomb", {"limit": 300})


def test_a_killed_run_goes_on_behind_the_last_whole_line(plans: list[Path], tmp_path: Path) -> None:
    kept = tmp_path / "记"
    shards = Shards(kept, rows=2)
    for rows in read_many(plans[:5], Order(_length)):
        shards.append(rows)
    assert [path.name for path in sorted(kept.iterdir())] == [f"rows-0000{n}.jsonl" for n in (1, 2, 3)]
    last = kept / "rows-00003.jsonl"
    last.write_bytes(last.read_bytes()[:-20])
    again = Shards(kept, rows=2)
    assert again.missing(plans) == plans[4:]
    again.append([Row(str(plans[4]), file="x", view=1)])
    assert [json.loads(line)["path"] for line in last.read_text(encoding="utf-8").splitlines()] == [str(plans[4])]
    assert [row["path"] for row in again.rows()] == [str(path) for path in plans[:5]]


def test_a_changed_or_vanished_file_is_read_again(plans: list[Path], tmp_path: Path) -> None:
    shards = Shards(tmp_path / "记")
    shards.append(read_path(plans[0], Order(_length)))
    shards.append(read_path(plans[1], Order(_length)))
    plans[0].write_text("改了。", encoding="utf-8")
    plans[1].unlink()
    assert shards.missing(plans[:2]) == plans[:2]
