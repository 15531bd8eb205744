"""Every refusal of the door, and nothing but refusals whatever the bytes."""

from __future__ import annotations

import io
import pickle
import struct
import time
import zipfile
import zlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from taizhang.formats.door import open_document
from taizhang.formats.limits import MEGABYTE, Limits
from taizhang.formats.refusals import Unreadable
from taizhang.formats.source import Source
from tests.unit.formats import making


def refused(content: bytes, name: str, limits: Limits | None = None) -> Unreadable:
    with pytest.raises(Unreadable) as caught:
        open_document(content, name, limits=limits or Limits())
    return caught.value


def read_or_refused(content: bytes, name: str) -> Source | None:
    """The source, or None for a refusal; any other exception fails the test."""
    try:
        return open_document(content, name)
    except Unreadable:
        return None


@pytest.mark.parametrize("content", [b"", b"   \r\n\t", b"\x00" * 64, "\u3000\u3000\n".encode()])
def test_nothing_in_it(content: bytes) -> None:
    assert refused(content, "a.txt").code == "empty"


def test_a_hundred_megabytes_are_refused_at_once() -> None:
    content = b"a" * (100 * MEGABYTE)
    began = time.perf_counter()
    refusal = refused(content, "a.txt")
    assert time.perf_counter() - began < 0.5
    assert (refusal.code, refusal.params) == ("too_large", {"size": 100, "limit": 50})


def test_a_zip_bomb_named_docx() -> None:
    bomb = making.zipped({"word/document.xml": b"<a>" + b" " * (400 * MEGABYTE) + b"</a>"})
    assert len(bomb) < MEGABYTE
    refusal = refused(bomb, "计划.docx")
    assert (refusal.code, refusal.params) == ("bomb", {"limit": 300})


def test_a_bomb_by_ratio_alone() -> None:
    bomb = making.zipped({"xl/workbook.xml": b"<a/>", "xl/worksheets/sheet1.xml": b" " * (60 * MEGABYTE)})
    assert refused(bomb, "计划.xlsx").code == "bomb"


def test_a_directory_that_lies_about_its_sizes_yields_no_more_than_it_says() -> None:
    packed = bytearray(making.zipped({"word/document.xml": b" " * (30 * MEGABYTE)}))
    for signature, offset in ((b"PK\x01\x02", 24), (b"PK\x03\x04", 22)):
        at = packed.find(signature) + offset
        packed[at : at + 4] = struct.pack("<I", 100)
    assert refused(bytes(packed), "计划.docx").code == "damaged"


def test_ten_thousand_entries() -> None:
    assert (
        refused(making.zipped({f"{n}.txt": b"" for n in range(10_000)} | {"word/document.xml": b""}), "a.docx").code
        == "bomb"
    )


def test_an_image_named_docx() -> None:
    refusal = refused(making.PNG, "计划.docx")
    assert (refusal.code, refusal.params) == ("not_what_it_says", {"claimed": "docx", "found": "image"})


def test_noise_named_docx_is_not_what_it_says() -> None:
    noise = zlib.compress(b"".join(struct.pack("<d", n**0.5) for n in range(500)))
    assert refused(noise, "计划.docx").code == "not_what_it_says"
    assert refused(noise, "计划.txt").code == "undecodable"


def test_formats_we_do_not_read_are_named() -> None:
    assert refused(making.PNG, "照片.png").params == {"found": "image"}
    assert refused(b"Rar!\x1a\x07\x00rest", "a.rar").params == {"found": "rar"}
    assert refused(making.zipped({"OFD.xml": b"<a/>"}), "a.ofd").params == {"found": "ofd"}
    assert refused(making.zipped({"ppt/presentation.xml": b"<a/>"}), "a.pptx").params == {"found": "ppt"}


def test_an_archive_of_documents_is_told_apart_from_a_document() -> None:
    archive = making.zipped({"a.txt": b"a", "b.txt": b"b"})
    assert refused(archive, "材料.zip").code == "archive"
    assert refused(archive, "材料.docx").code == "not_what_it_says"


def test_encrypted_office_files() -> None:
    ole = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600 + "EncryptedPackage".encode("utf-16-le") + b"\x00" * 600
    assert refused(ole, "计划.xlsx").code == "encrypted"
    packed = bytearray(making.word())
    for signature, offset in ((b"PK\x01\x02", 8), (b"PK\x03\x04", 6)):
        at = packed.find(signature)
        while at >= 0:
            packed[at + offset] |= 1
            at = packed.find(signature, at + 1)
    assert refused(bytes(packed), "计划.docx").code == "encrypted"


def test_a_truncated_file_is_damaged() -> None:
    whole = making.word()
    assert refused(whole[: len(whole) // 2], "计划.docx").code in {"damaged", "not_what_it_says"}
    assert refused(b"%PDF-1.7\nnothing", "a.pdf").code == "damaged"


def test_too_many_characters() -> None:
    refusal = refused("字".encode() * 200, "a.txt", Limits(characters=100))
    assert (refusal.code, refusal.params) == ("too_long", {"what": "characters", "limit": 100})


def test_a_refusal_crosses_processes_with_its_parameters() -> None:
    again = pickle.loads(pickle.dumps(Unreadable("too_large", size=2, limit=1)))
    assert (again.code, again.params) == ("too_large", {"size": 2, "limit": 1})


def test_an_unknown_code_is_a_mistake_of_ours() -> None:
    with pytest.raises(ValueError, match="unknown refusal"):
        Unreadable("whatever")


_HEADS = [
    b"",
    b"%PDF-1.7\n",
    b"PK\x03\x04",
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
    b"<html><body>",
    b"MIME-Version: 1.0\n",
    b"{",
]
_NAMES = ["a.txt", "a.docx", "a.pdf", "a.xlsx", "a.html", "a.csv", "a", "a.mht"]


@settings(max_examples=300, deadline=None)
@given(st.sampled_from(_HEADS), st.binary(max_size=400), st.sampled_from(_NAMES))
def test_whatever_the_bytes_only_refusals_leave(head: bytes, rest: bytes, name: str) -> None:
    source = read_or_refused(head + rest, name)
    assert source is None or source.text.strip()


_WHOLE = {"docx": making.word(), "xlsx": making.sheet(["序号", "任务"], [1, "造林"], name="表")}


@settings(max_examples=200, deadline=None)
@given(st.sampled_from(sorted(_WHOLE)), st.data())
def test_a_real_file_with_flipped_bytes_is_read_or_refused(media: str, data: st.DataObject) -> None:
    with zipfile.ZipFile(io.BytesIO(_WHOLE[media])) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    part = data.draw(st.sampled_from(sorted(members)))
    broken = bytearray(members[part])
    for _ in range(data.draw(st.integers(1, 5))):
        if broken:
            broken[data.draw(st.integers(0, len(broken) - 1))] = data.draw(st.integers(0, 255))
    source = read_or_refused(making.zipped(members | {part: bytes(broken)}), f"a.{media}")
    assert source is None or all(block.span.of(source.text).strip() for block in source.blocks)
