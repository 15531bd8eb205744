"""压缩包里的一批文件，逐个取出。The documents inside a ZIP, one after another."""

from __future__ import annotations

import posixpath
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass

from taizhang.formats.container import open_container
from taizhang.formats.limits import Limits, megabytes
from taizhang.formats.refusals import Unreadable
from taizhang.formats.sniff import sniff

_UTF8_FLAG = 0x800
_RUBBISH = ("__MACOSX/", ".DS_Store", "Thumbs.db", "desktop.ini")


@dataclass(frozen=True, slots=True)
class Member:
    """One document of an archive: its path inside, and its bytes."""

    name: str
    content: bytes


def is_archive(data: bytes) -> bool:
    """Whether these bytes are a ZIP of files rather than one document."""
    return sniff(data) == "zip"


def members(data: bytes, name: str, *, limits: Limits | None = None) -> Iterator[Member]:
    """Every document in the archive; a single document yields itself. Nothing is written to disk.

    Raises Unreadable: too_large, bomb, damaged, encrypted, nested, empty (no file inside).
    """
    bounds = limits or Limits()
    if len(data) > bounds.upload:
        raise Unreadable("too_large", size=megabytes(len(data)), limit=megabytes(bounds.upload))
    if not is_archive(data):
        yield Member(name, data)
        return
    container = open_container(data, "zip", bounds)
    wanted = [info for info in container.members() if not _rubbish(info.filename)]
    if not wanted:
        raise Unreadable("empty")
    for info in wanted:
        content = container.content(info)
        if is_archive(content):
            raise Unreadable("nested", member=printed(info))
        yield Member(printed(info), content)


def printed(info: zipfile.ZipInfo) -> str:
    """The member's name; archives made by Chinese Windows keep GBK bytes without saying so."""
    if info.flag_bits & _UTF8_FLAG:
        return _inside(info.filename)
    try:
        raw = info.filename.encode("cp437")
    except UnicodeEncodeError:
        return _inside(info.filename)
    for encoding in ("utf-8", "gb18030"):
        try:
            return _inside(raw.decode(encoding))
        except UnicodeDecodeError:
            continue
    return _inside(info.filename)


def _inside(name: str) -> str:
    """A path that cannot climb out of a folder, whatever the archive says."""
    return posixpath.normpath("/" + name.replace("\\", "/")).lstrip("/")


def _rubbish(name: str) -> bool:
    return name.startswith(_RUBBISH[0]) or posixpath.basename(name) in _RUBBISH
