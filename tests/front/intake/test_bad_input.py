"""坏文件从门口进来：两种语言都说清怎么办，什么也不留下。Bad input: clear words in two languages, nothing kept."""

from __future__ import annotations

import io
import random
import tracemalloc
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from tests.front.intake.conftest import PLAN, Door, kept, said, taken, upload
from tests.unit.formats.making import PNG, printed, sheet, word, zipped

pytestmark = pytest.mark.django_db
MEGABYTE = 1 << 20


def bomb() -> bytes:
    """A DOCX that unpacks to far more than any document holds."""
    head = "<w:document xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'><w:body><w:p><w:r><w:t>"
    return zipped({"[Content_Types].xml": b"<Types/>", "word/document.xml": head.encode() + b"A" * (400 * MEGABYTE)})


def encrypted() -> bytes:
    import pypdf

    out, plain = pypdf.PdfWriter(), pypdf.PdfReader(io.BytesIO(printed("<p>完成造林12万亩。</p>")))
    for page in plain.pages:
        out.add_page(page)
    out.encrypt("secret", algorithm="RC4-128")
    written = io.BytesIO()
    out.write(written)
    return written.getvalue()


def noise() -> bytes:
    return random.Random(5).randbytes(40_000)


BAD: dict[str, tuple[str, Callable[[], bytes], str, str]] = {
    "empty": ("空.txt", lambda: b"", "这个文件是空的", "is empty"),
    "blank": ("空.txt", lambda: b" \r\n\t", "这个文件是空的", "is empty"),
    "bomb": ("炸.docx", bomb, "大得不正常", "unpacks to an abnormal size"),
    "encrypted": ("密.pdf", encrypted, "设了密码", "password"),
    "image": ("图.docx", lambda: PNG, "内容却不是", "the content is something else"),
    "noise": ("乱.txt", noise, "编码", "encoding"),
    "zero-byte": ("零.txt", lambda: PLAN.replace("造林", "造\0林", 1).encode(), "编码", "encoding"),
    "noise-docx": ("乱.docx", noise, "内容却不是", "the content is something else"),
    "headless": ("表.xlsx", lambda: sheet([1, 2, 3], [4, 5, 6], [7, 8, 9]), "找不到表头", "header"),
    "hollow": ("表.xlsx", sheet, "一个字也没有", "nothing in this table"),
    "broken": ("坏.docx", lambda: word()[:-400], "", ""),
    "archive": ("一包.zip", lambda: zipped({"甲.txt": b"a", "乙.txt": b"b"}), "压缩包", "archive"),
}


@pytest.mark.parametrize("case", BAD)
@pytest.mark.parametrize("language", ["zh-hans", "en"])
def test_bad_files_are_refused_and_leave_nothing(door: Door, settings: Any, case: str, language: str) -> None:
    name, make, chinese, english = BAD[case]
    clerk, before = door("chen", language), kept(settings)
    answer = upload(clerk, make(), name)
    assert answer.status_code == 422
    assert (chinese if language == "zh-hans" else english) in said(answer)
    assert answer.content.decode().count('class="err"') == 1
    assert kept(settings) == before


@pytest.mark.parametrize(
    ("language", "words"), [("zh-hans", "文件超过 50 MB，没有收"), ("en", "The file is larger than 50 MB")]
)
def test_a_hundred_megabytes_are_refused_without_holding_them(
    door: Door, settings: Any, tmp_path: Path, language: str, words: str
) -> None:
    settings.FILE_UPLOAD_TEMP_DIR = str(tmp_path)
    clerk, before = door("chen", language), kept(settings)
    path = tmp_path / "big.txt"
    with path.open("wb") as out:
        out.truncate(100 * MEGABYTE)
    body = Streamed(path)
    tracemalloc.start()
    environ: dict[str, Any] = {"wsgi.input": body, "CONTENT_TYPE": body.content_type, "CONTENT_LENGTH": str(body.size)}
    answer = clerk.generic("POST", "/intake/", **environ)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert answer.status_code == 422
    assert words in said(answer)
    assert peak < 20 * MEGABYTE
    assert kept(settings) == before
    assert sorted(p.name for p in tmp_path.iterdir() if p.is_file()) == ["big.txt"]


class Streamed(io.RawIOBase):
    """A form with one large file, as a browser sends it: never whole in memory."""

    content_type = "multipart/form-data; boundary=edge"

    def __init__(self, path: Path) -> None:
        head = '--edge\r\nContent-Disposition: form-data; name="file"; filename="big.txt"\r\n\r\n'
        self.parts: list[Any] = [io.BytesIO(head.encode()), path.open("rb"), io.BytesIO(b"\r\n--edge--\r\n")]
        self.size = len(head) + path.stat().st_size + 12

    def read(self, size: int = -1) -> bytes:
        while self.parts:
            found: bytes = self.parts[0].read(size)
            if found:
                return found
            self.parts.pop(0).close()
        return b""


def test_more_than_a_gigabyte_is_not_even_read(door: Door) -> None:
    answer = door("chen").generic(
        "POST", "/intake/", b"x", content_type=Streamed.content_type, CONTENT_LENGTH=str(2 << 30)
    )
    assert answer.status_code == 400
    assert "太大" in said(answer)


def test_nothing_is_asked_for_when_nothing_is_given(door: Door, settings: Any) -> None:
    clerk, before = door("chen"), kept(settings)
    assert "请选一个文件，或者粘贴文字" in said(clerk.post("/intake/", {"text": "  "}))
    assert "请选一个文件，或者粘贴文字" in said(clerk.post("/intake/", {}))
    assert kept(settings) == before


def test_pasted_noise_is_refused_with_the_words_kept(door: Door, settings: Any) -> None:
    clerk, before = door("chen"), kept(settings)
    answer = clerk.post("/intake/", {"text": f"机密★1年\n{PLAN}"})
    assert answer.status_code == 422
    assert "完成造林12万亩" in answer.content.decode()
    assert kept(settings) == before


def test_a_script_in_a_page_is_neither_run_nor_read(door: Door) -> None:
    """Its words are in no text that is kept; what looks like a tag in the text itself is shown as text."""
    from taizhang.store import drafts as store

    lines = "".join(f"<p>{line}</p>" for line in PLAN.splitlines() if line)
    page = (
        "<!doctype html><meta charset=utf-8><title>安排</title><script>document.title='BOO-1'</script>"
        f"<body onload=\"alert('BOO-2')\"><article>{lines}"
        "<p>建设&lt;script&gt;alert('BOO-3')&lt;/script&gt;路5公里。</p>"
        "<img src=x onerror=\"alert('BOO-4')\"></article></body>"
    )
    clerk = door("chen")
    document = taken(clerk, page.encode(), "安排.html")
    extraction = store.document(document).extraction
    assert "BOO-1" not in extraction
    assert "BOO-2" not in extraction
    assert "BOO-4" not in extraction
    shown = clerk.get(f"/intake/{document}/")
    assert "<script>alert" not in shown.content.decode()
    assert "script-src 'self'" in shown["Content-Security-Policy"]


def test_a_strange_name_is_only_a_name(door: Door, settings: Any) -> None:
    file = SimpleUploadedFile("x", PLAN.encode())
    file._name = "../../etc/<b>计划</b>" + "长" * 150 + ".txt"
    clerk = door("chen")
    answer = clerk.post("/intake/", {"file": file})
    assert answer.status_code == 302
    disk = [path.name for path in Path(settings.MEDIA_ROOT).rglob("*") if path.is_file()]
    assert len(disk) == 1
    assert len(disk[0]) == 64
    assert "<b>计划" not in clerk.get("/intake/").content.decode()
