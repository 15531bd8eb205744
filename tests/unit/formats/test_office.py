"""Old office files: converted where LibreOffice is installed, a clear word where it is not."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from taizhang.formats import office
from taizhang.formats.door import open_document
from taizhang.formats.limits import Limits
from taizhang.formats.refusals import Unreadable
from tests.unit.formats import making

_RTF = rb"{\rtf1\ansi\ansicpg936\deff0{\fonttbl{\f0 SimSun;}}\f0 plan 2031\par}"


def _old(tmp_path: Path, content: bytes, name: str, target: str) -> bytes:
    """The same document in an old format, made by LibreOffice."""
    (tmp_path / name).write_bytes(content)
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [
        office.installed(),
        profile,
        "--headless",
        "--convert-to",
        target,
        "--outdir",
        str(tmp_path),
        str(tmp_path / name),
    ]
    subprocess.run(command, capture_output=True, check=True, timeout=120)
    return (tmp_path / name).with_suffix("." + target.split(":")[0]).read_bytes()


needs_office = pytest.mark.skipif(
    not office.installed(), reason="needs LibreOffice: apt install libreoffice-writer-nogui"
)
needs_calc = pytest.mark.skipif(
    not any(Path("/usr/lib/libreoffice/program").glob("libsclo.so")), reason="needs LibreOffice Calc to make the sample"
)


@needs_office
@pytest.mark.slow
def test_a_word_97_file_and_its_copy_named_wps(tmp_path: Path) -> None:
    old = _old(tmp_path, making.word(), "计划.docx", "doc")
    for name in ("计划.doc", "计划.wps"):
        source = open_document(old, name)
        assert making.PLAN in source.text
        assert [n.code for n in source.notes] == ["converted_by_office"]


@needs_calc
@pytest.mark.slow
def test_an_excel_97_file_is_read_apart(tmp_path: Path) -> None:
    old = _old(tmp_path, making.sheet(["序号", "任务"], [1, "造林"], name="分解表"), "表.xlsx", "xls")
    source = open_document(old, "表.xls")
    assert source.text.startswith("分解表\n序号\t任务\n1\t造林")


def test_without_libreoffice_the_refusal_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(Unreadable) as caught:
        open_document(_RTF, "计划.rtf")
    assert (caught.value.code, caught.value.params) == ("no_office", {"found": "rtf"})


def test_a_command_that_never_ends_is_given_up(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    slow = tmp_path / "soffice"
    slow.write_text("#!/bin/sh\nexec /bin/sleep 30\n", encoding="utf-8")
    slow.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(Unreadable) as caught:
        open_document(_RTF, "计划.rtf", limits=Limits(seconds=1))
    assert caught.value.code == "office_failed"


def test_a_protected_word_97_file_is_told_before_anything_is_started(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    header = b"\xec\xa5\xc1\x00" + b"\x00" * 6 + b"\x00\x01"
    ole = (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 504 + header + "WordDocument".encode("utf-16-le") + b"\x00" * 99
    )
    with pytest.raises(Unreadable) as caught:
        open_document(ole, "计划.doc")
    assert (caught.value.code, caught.value.params) == ("encrypted", {"media": "doc"})


def test_an_old_workbook_that_cannot_be_parsed() -> None:
    ole = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x01" * 600 + "Workbook".encode("utf-16-le") + b"\x02" * 600
    with pytest.raises(Unreadable) as caught:
        open_document(ole, "表.xls")
    assert caught.value.code == "damaged"
