"""压缩包：不超上限地打开。Opens ZIP containers without unfolding beyond the limits."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

from taizhang.formats.limits import MEGABYTE, Limits, megabytes
from taizhang.formats.refusals import Unreadable

_RATIO_APPLIES = 20 * MEGABYTE
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError, ValueError)


@dataclass(frozen=True, slots=True)
class Container:
    """A ZIP whose directory has passed the limits. ``media`` names the format in refusals."""

    zip: zipfile.ZipFile
    limits: Limits
    media: str

    @property
    def names(self) -> list[str]:
        return self.zip.namelist()

    def has(self, name: str) -> bool:
        return name in self.zip.NameToInfo

    def part(self, name: str, limit: int | None = None) -> bytes:
        """One member's bytes, never more than ``limit``."""
        bound = self.limits.part if limit is None else limit
        info = self.zip.NameToInfo.get(name)
        if info is None:
            raise Unreadable("damaged", media=self.media)
        return self._bytes(info, bound)

    def members(self) -> Iterator[zipfile.ZipInfo]:
        return (info for info in self.zip.infolist() if not info.is_dir())

    def content(self, info: zipfile.ZipInfo) -> bytes:
        return self._bytes(info, self.limits.unpacked)

    def _bytes(self, info: zipfile.ZipInfo, bound: int) -> bytes:
        if info.flag_bits & 0x1:
            raise Unreadable("encrypted", media=self.media)
        if info.file_size > bound:
            raise Unreadable("bomb", limit=megabytes(bound))
        try:
            # zipfile 至多解出目录里声明的长度 zipfile never gives more than the directory declares
            return self.zip.read(info)
        except _BROKEN as error:
            raise Unreadable("damaged", media=self.media) from error


def open_container(content: bytes, media: str, limits: Limits) -> Container:
    """Check the directory (entries, total, ratio) before anything is unpacked. Raises Unreadable."""
    try:
        opened = zipfile.ZipFile(io.BytesIO(content))
    except _BROKEN as error:
        raise Unreadable("damaged", media=media) from error
    infos = opened.infolist()
    total = sum(info.file_size for info in infos)
    if len(infos) > limits.entries or total > limits.unpacked:
        raise Unreadable("bomb", limit=megabytes(limits.unpacked))
    if total > _RATIO_APPLIES and total > limits.ratio * len(content):
        raise Unreadable("bomb", limit=megabytes(limits.unpacked))
    return Container(opened, limits, media)


def flattened(container: Container, prefixes: tuple[str, ...]) -> bytes:
    """The wanted members stored without compression, so that a reader in another language meets no bomb."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_STORED) as out:
        for info in container.members():
            if info.filename.startswith(prefixes):
                out.writestr(info.filename, container.content(info))
    return packed.getvalue()
