"""Every encoding an office sends; bytes of none are refused."""

import pytest

from taizhang.text.decode import Decoded, Undecodable, decode

PLAN = "青禾县2026年重点工作安排\n今年要完成生态造林3.2万亩，新建标准地800亩。“六大工程”年底前全部开工。\n"
TRADITIONAL = "青禾縣2026年重點工作安排\n今年要完成生態造林3.2萬畝,新建標準地800畝。年底前全部開工,責任單位為發展局。\n"


@pytest.mark.parametrize(
    "codec", ["utf-8", "utf-8-sig", "gbk", "gb18030", "utf-16", "utf-16-le", "utf-16-be", "utf-32"]
)
@pytest.mark.parametrize("text", [PLAN, TRADITIONAL])
def test_it_reads_simplified_and_traditional(codec: str, text: str) -> None:
    assert decode(text.encode(codec), None).text == text


@pytest.mark.parametrize("declared", [None, "utf-8", "gb2312", "BIG5", "iso-8859-1", "no-such-charset"])
def test_a_wrong_declaration_does_no_harm(declared: str | None) -> None:
    assert decode(PLAN.encode("gbk"), declared).text == PLAN
    assert decode(PLAN.encode(), declared).text == PLAN
    assert decode(TRADITIONAL.encode("big5"), declared).text == TRADITIONAL


def test_a_wrong_declaration_is_noted() -> None:
    assert decode("今年造林".encode("gbk"), "utf-8") == Decoded("今年造林", "gb18030", ("declared_wrong",))
    assert decode("今年造林".encode(), "utf-8").notes == ()


def test_gb2312_pages_carry_gbk_and_gb18030() -> None:
    text = "青禾县㙍村党支部书记朱镕、副书记李堃负责㐂庄项目建设"
    assert decode(text.encode("gb18030"), "gb2312").text == text


def test_a_file_glued_of_two_encodings_is_read_line_by_line() -> None:
    data = "第一行：今年的工作安排如下。\n".encode() + "第二行：完成造林三万亩。\n".encode("gbk")
    found = decode(data, None)
    assert found.text == "第一行：今年的工作安排如下。\n第二行：完成造林三万亩。\n"
    assert found.notes == ("mixed",)


def test_a_few_lost_bytes_are_damage_not_another_encoding() -> None:
    data = bytearray((PLAN * 5).encode("gbk"))
    del data[70]
    found = decode(bytes(data), None)
    assert found.encoding == "gb18030"
    assert "生态造林" in found.text


def test_utf8_encoded_twice_is_undone() -> None:
    twice = "今年的工作安排，完成生态造林".encode().decode("latin-1").encode()
    assert decode(twice, None) == Decoded("今年的工作安排，完成生态造林", "utf-8", ("twice",))


def test_ascii_and_nothing_are_text() -> None:
    assert decode(b"", None).text == ""
    assert decode(b"GDP 3.2%\n", "gbk") == Decoded("GDP 3.2%\n", "utf-8")


@pytest.mark.parametrize(
    "data",
    [
        bytes(range(256)) * 4,
        b"\x89PNG\r\n\x1a\n" + bytes(64),
        b"\x00\x01\x02",
        b"\xff\xd8\xff\xe0" + bytes(range(200, 256)) * 9,
        b"\x80\xff" * 50,
    ],
)
def test_bytes_of_no_encoding_are_refused(data: bytes) -> None:
    with pytest.raises(Undecodable) as refused:
        decode(data, "utf-8")
    assert refused.value.size == len(data)
