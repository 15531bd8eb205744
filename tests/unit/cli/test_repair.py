"""taizhang repair: the repaired text, or every change with its reason."""

from __future__ import annotations

from pathlib import Path

import pytest

from taizhang.cli import repair
from taizhang.cli.main import main
from taizhang.text.explain import CAUSES


def test_the_text_repaired_and_explained(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "计划.txt"
    path.write_text("推進高質量發(fā)展", encoding="utf-8")
    assert main(["repair", str(path)]) == 0
    assert capsys.readouterr().out == "推进高质量发展\n"
    assert main(["repair", str(path), "--explain", "--lang", "zh"]) == 0
    said = capsys.readouterr().out
    assert "进  繁体转简体" in said
    assert "去掉括注拼音" in said


def test_clean_text_needs_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.txt").write_text("今年造林三万亩。", encoding="utf-8")
    assert main(["repair", str(tmp_path / "a.txt"), "--explain", "--lang", "zh"]) == 0
    assert capsys.readouterr().out == "没有要修的。\n"


def test_what_cannot_be_read_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "空.txt").write_text("", encoding="utf-8")
    for path, word in ((tmp_path / "空.txt", "没有文字"), (tmp_path, "文件夹"), (tmp_path / "无.txt", "没有这个文件")):
        assert main(["repair", str(path), "--lang", "zh"]) == 1
        assert word in capsys.readouterr().err


def test_every_cause_has_its_words() -> None:
    assert set(CAUSES) == set(repair._CAUSES)
