"""旧格式：.doc、.wps、.rtf 交给 LibreOffice 转；.xls、.ods 在隔离的进程里读。

The only place that starts other processes: LibreOffice for old word-processor files (a profile of its own per call:
two calls on one profile lose files without an error), and ``apart`` for old workbooks.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import tempfile
from dataclasses import replace
from pathlib import Path
from typing import Final

from taizhang.formats.docx import read_docx
from taizhang.formats.extraction import Written, digest
from taizhang.formats.limits import Limits
from taizhang.formats.refusals import Unreadable
from taizhang.formats.source import Note, Source
from taizhang.formats.workbook import Sheet
from taizhang.formats.xlsx import written

_ENCRYPTED_DOC: Final = 0x0100
_BOOKS: Final = frozenset({"xls", "xlsb", "ods"})


def read_office(content: bytes, name: str, kind: str, limits: Limits) -> Source:
    """Raises Unreadable: no_office, office_failed, encrypted, damaged, bomb and what the readers refuse."""
    if kind in _BOOKS:
        return written(_apart(content, kind, limits), content, name, limits)
    if kind == "doc" and _protected(content):
        raise Unreadable("encrypted", media="doc")
    converted = _converted(content, kind, limits)
    source = read_docx(converted, name, limits)
    note = Note("converted_by_office", {"found": kind})
    return replace(source, digest=digest(content), notes=(*source.notes, note))


def installed() -> str:
    """The path of LibreOffice's command, or empty."""
    return shutil.which("soffice") or shutil.which("libreoffice") or ""


def _protected(content: bytes) -> bool:
    """Whether the Word header (at sector 0, where Word writes it) carries the encryption flag ([MS-DOC] FibBase)."""
    header = content[512:524]
    return header[:2] == b"\xec\xa5" and bool(int.from_bytes(header[10:12], "little") & _ENCRYPTED_DOC)


def _converted(content: bytes, kind: str, limits: Limits) -> bytes:
    command = installed()
    if not command:
        raise Unreadable("no_office", found=kind)
    with tempfile.TemporaryDirectory(prefix="taizhang-", ignore_cleanup_errors=True) as folder:
        home = Path(folder)
        original = home / f"original.{'xml' if kind == 'wordml' else kind}"
        original.write_bytes(content)
        profile = f"-env:UserInstallation={(home / 'profile').as_uri()}"
        options = ["--headless", "--norestore", "--nolockcheck", "--convert-to", "docx:MS Word 2007 XML"]
        _run([command, profile, *options, "--outdir", str(home / "out"), str(original)], b"", kind, limits)
        made = home / "out" / "original.docx"
        if not made.is_file():
            raise Unreadable("office_failed", found=kind)
        return made.read_bytes()


def _apart(content: bytes, kind: str, limits: Limits) -> list[Sheet]:
    answered = _run([sys.executable, "-I", "-m", "taizhang.formats.apart"], content, kind, limits)
    try:
        answer = json.loads(answered)
    except ValueError as error:
        # 进程没说完就没了：多半是内存到了上限 it ended before it could answer, most likely out of memory
        raise Unreadable("damaged", media=kind) from error
    if isinstance(answer, dict):
        raise Unreadable(answer["code"], **answer["params"])
    return [Sheet(s["name"], tuple(Written(**cell) for cell in s["cells"]), s["hidden"]) for s in answer]


def _run(command: list[str], given: bytes, kind: str, limits: Limits) -> bytes:
    try:
        # 命令是定死的，文件名是我们起的 a fixed command; the file name is ours
        done = subprocess.run(command, input=given, capture_output=True, timeout=limits.seconds, check=False)  # noqa: S603
    except (subprocess.TimeoutExpired, OSError) as error:
        raise Unreadable("office_failed", found=kind) from error
    return done.stdout
