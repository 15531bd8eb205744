"""事实与 JSON 之间的往返。Facts to plain JSON values and back, driven by their types alone.

``None`` and empty defaults are kept: canonical bytes must not depend on later defaults.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from functools import cache
from types import NoneType, UnionType
from typing import Any, TypeVar, Union, cast, get_args, get_origin, get_type_hints

from taizhang.ledger.dates import PartialDate

T = TypeVar("T")
Plain = Any
"""str, int, bool, None, list of them, or dict of str to them; never a float."""


def to_plain(value: Any) -> Plain:
    """A fact (or any value in it) as JSON values."""
    if isinstance(value, PartialDate):
        return value.iso
    if isinstance(value, datetime | date):
        return value.isoformat()
    if is_dataclass(value) and not isinstance(value, type):
        return {f.name: to_plain(getattr(value, f.name)) for f in fields(value)}
    if isinstance(value, tuple | list):
        return [to_plain(item) for item in value]
    if isinstance(value, float):
        raise TypeError("a posting holds no float")
    return value


def from_plain(kind: type[T], value: Plain) -> T:
    """The inverse of :func:`to_plain` for a type; unknown keys raise ``TypeError``."""
    return cast(T, _reader(cast(Any, kind))(value))


Reader = Callable[[Plain], Any]


@cache
def _reader(kind: Any) -> Reader:
    """How to read one type, worked out once: a journal of millions is read with it."""
    origin = get_origin(kind)
    if origin in (Union, UnionType):
        return _optional(next(k for k in get_args(kind) if k is not NoneType), NoneType in get_args(kind))
    if origin is tuple:
        item = _reader(get_args(kind)[0])
        return lambda value: tuple([item(one) for one in value])
    if kind is PartialDate:
        return PartialDate.read
    if kind in (datetime, date):
        return cast(Reader, kind.fromisoformat)
    return _record(kind) if is_dataclass(kind) else _same


def _same(value: Plain) -> Any:
    return value


def _optional(kind: Any, may_be_none: bool) -> Reader:
    read = _reader(kind)
    return (lambda value: None if value is None else read(value)) if may_be_none else read


def _record(kind: Any) -> Reader:
    """A dataclass: only the fields that need more than to be taken over are looked at."""
    hints = get_type_hints(kind)
    readers = {name: _reader(hint) for name, hint in hints.items() if _reader(hint) is not _same}

    def read(value: dict[str, Plain]) -> Any:
        given = dict(value)
        if not given.keys() <= hints.keys():
            raise TypeError(f"{kind.__name__} has no {', '.join(sorted(given.keys() - hints.keys()))}")
        for name, reader in readers.items():
            if name in given:
                given[name] = reader(given[name])
        return kind(**given)

    return read
