"""Archives give their documents one by one, or say why not."""

from __future__ import annotations

import zipfile

import pytest

from taizhang.formats.archive import is_archive, members
from taizhang.formats.limits import MEGABYTE, Limits
from taizhang.formats.refusals import Unreadable
from tests.unit.formats import making


def _refused(content: bytes, limits: Limits | None = None) -> Unreadable:
    with pytest.raises(Unreadable) as caught:
        list(members(content, "材料.zip", limits=limits))
    return caught.value


def test_every_document_with_its_name() -> None:
    archive = making.zipped({"计划/一.txt": "造林".encode(), "二.docx": making.word(), "__MACOSX/._二.docx": b"x"})
    assert [(m.name, len(m.content) > 0) for m in members(archive, "材料.zip")] == [
        ("计划/一.txt", True),
        ("二.docx", True),
    ]


def test_a_document_is_its_own_only_member() -> None:
    content = making.word()
    assert not is_archive(content)
    assert [(m.name, m.content == content) for m in members(content, "计划.docx")] == [("计划.docx", True)]


def test_names_of_chinese_windows_are_read() -> None:
    packed = making.zipped({"XXXX.txt": b"a"}).replace(b"XXXX", "台账".encode("gbk"))
    assert [m.name for m in members(packed, "a.zip")] == ["台账.txt"]


def test_no_name_climbs_out() -> None:
    assert [m.name for m in members(making.zipped({"../../etc/passwd.txt": b"a"}), "a.zip")] == ["etc/passwd.txt"]


def test_an_archive_inside_an_archive() -> None:
    refusal = _refused(making.zipped({"内.zip": making.zipped({"a.txt": b"a"})}))
    assert (refusal.code, refusal.params) == ("nested", {"member": "内.zip"})


def test_empty_bombs_and_too_large_ones() -> None:
    assert _refused(making.zipped({})).code == "empty"
    assert _refused(making.zipped({f"{n}.txt": b" " * (40 * MEGABYTE) for n in range(9)})).code == "bomb"
    assert _refused(b"PK\x03\x04" + b"a" * 100, Limits(upload=50)).code == "too_large"
    assert (
        _refused(making.zipped({"a.txt": b"a" * 99}, zipfile.ZIP_STORED).replace(b"a" * 99, b"b" * 99)).code
        == "damaged"
    )
