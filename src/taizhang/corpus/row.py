"""一份文件一行结果：读成了什么，或者为什么没读成。One row a document: what was read, or why it was not."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict, dataclass, field, replace
from datetime import date
from pathlib import Path
from time import perf_counter
from typing import Any

from taizhang.formats.archive import members
from taizhang.formats.door import open_document
from taizhang.formats.extraction import digest
from taizhang.formats.limits import Limits, megabytes
from taizhang.formats.refusals import Unreadable
from taizhang.reading.export import found
from taizhang.reading.read import read
from taizhang.reading.reading import Reading
from taizhang.reading.sheet import understand_all

_SHEETS = frozenset({"xlsx", "csv"})
View = Callable[[Reading], Any]


@dataclass(frozen=True, slots=True)
class Trouble:
    """Why a document was not read: a code of ``formats.refusals``, or missing, unopened, failed, crashed."""

    code: str
    params: dict[str, str | int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Row:
    """``path`` as given, ``member`` the name inside an archive; ``file`` is the digest of the file at ``path``,
    ``digest`` of the document itself. ``view`` is what was asked of the reading.
    """

    path: str
    member: str = ""
    file: str = ""
    digest: str = ""
    extraction: str = ""
    media: str = ""
    milliseconds: int = 0
    view: Any = None
    trouble: Trouble | None = None

    @property
    def label(self) -> str:
        return f"{self.path}!{self.member}" if self.member else self.path

    def values(self) -> dict[str, Any]:
        """As plain JSON values."""
        return asdict(self)


@dataclass(frozen=True, slots=True)
class Order:
    """What to do with every document. ``view`` must be a function of a module, so that it crosses processes."""

    view: View = found
    today: date | None = None
    limits: Limits = field(default_factory=Limits)


def read_path(path: Path, order: Order) -> list[Row]:
    """Every document at ``path`` as a row; never raises for a bad one."""
    try:
        if path.stat().st_size > order.limits.upload:
            size, limit = megabytes(path.stat().st_size), megabytes(order.limits.upload)
            return [Row(str(path), trouble=Trouble("too_large", {"size": size, "limit": limit}))]
        content = path.read_bytes()
    except FileNotFoundError:
        return [Row(str(path), trouble=Trouble("missing"))]
    except OSError as error:
        return [Row(str(path), trouble=Trouble("unopened", {"why": error.strerror or type(error).__name__}))]
    return _read_all(content, path, order)


def _read_all(content: bytes, path: Path, order: Order) -> list[Row]:
    whole = Row(str(path), file=digest(content))
    rows: list[Row] = []
    try:
        for member in members(content, path.name, limits=order.limits):
            inner = "" if member.content is content else member.name
            rows.append(_read_one(member.content, replace(whole, member=inner, digest=digest(member.content)), order))
    except Unreadable as refused:
        rows.append(replace(whole, trouble=Trouble(refused.code, refused.params)))
    return rows


def _read_one(content: bytes, row: Row, order: Order) -> Row:
    began = perf_counter()
    try:
        source = open_document(content, row.member or Path(row.path).name, limits=order.limits)
        if source.media in _SHEETS:
            understand_all(source)
        view = order.view(read(source, today=order.today))
    except Unreadable as refused:
        return replace(row, trouble=Trouble(refused.code, refused.params))
    except Exception as error:
        # 一份文件出错不能停下其余 a fault in one must not stop the rest
        return replace(row, trouble=Trouble("failed", {"why": f"{type(error).__name__}: {error}"[:200]}))
    spent = round((perf_counter() - began) * 1000)
    return replace(row, extraction=source.extraction, media=source.media, milliseconds=spent, view=view)
