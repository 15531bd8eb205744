"""形状不对怎么说。How a wrong shape is said: the rule, the line, the cure."""

from __future__ import annotations

from typing import Any

from pydantic import ValidationError

from taizhang.books.fault import Fault
from taizhang.books.marked import Marked

_CURES = {
    "extra_forbidden": (
        "unknown_key",
        "不认得“{key}”这个键，请删去或改正写法。Unknown key: remove it or mend its spelling.",
    ),
    "missing": ("missing_key", "缺“{key}”，请补上。This key is missing: add it."),
}
_GENERAL = (
    "wrong_value",
    "“{key}”的值不对：{why}。请照 docs/books 的写法改。Wrong value: mend it as docs/books shows.",
)


def misshapen(marked: Marked, error: ValidationError) -> tuple[Fault, ...]:
    """One fault for each thing the shape does not allow."""
    return tuple(_fault(marked, one) for one in error.errors())


def _fault(marked: Marked, error: Any) -> Fault:
    path = tuple(error["loc"])
    code, cure = _CURES.get(error["type"], _GENERAL)
    key = ".".join(str(part) for part in path)
    return Fault(code, marked.line(*path), cure.format(key=key, why=error["msg"]))
