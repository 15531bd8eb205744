"""事实与 JSON 之间的往返。Facts to plain JSON values and back, driven by their types alone.

``None`` and empty defaults are kept: canonical bytes must not depend on later defaults.
"""

from __future__ import annotations

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
    return cast(T, _read(kind, value))


@cache
def _hints(kind: type) -> dict[str, Any]:
    return get_type_hints(kind)


def _read(kind: Any, value: Plain) -> Any:
    origin = get_origin(kind)
    if origin in (Union, UnionType):
        if value is None and NoneType in get_args(kind):
            return None
        return _read(next(k for k in get_args(kind) if k is not NoneType), value)
    if origin is tuple:
        return tuple(_read(get_args(kind)[0], item) for item in value)
    return _scalar(kind, value)


def _scalar(kind: Any, value: Plain) -> Any:
    if kind is PartialDate:
        return PartialDate.read(value)
    if kind in (datetime, date):
        return kind.fromisoformat(value)
    if is_dataclass(kind):
        hints = _hints(cast(type, kind))
        return cast(type, kind)(**{name: _read(hints[name], item) for name, item in _known(kind, value, hints)})
    return value


def _known(kind: Any, value: dict[str, Plain], hints: dict[str, Any]) -> list[tuple[str, Plain]]:
    strange = value.keys() - hints.keys()
    if strange:
        raise TypeError(f"{kind.__name__} has no {', '.join(sorted(strange))}")
    return list(value.items())
