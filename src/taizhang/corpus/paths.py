"""要读哪些文件：文件夹展开，隐藏的跳过。Which files to read: folders are unfolded, hidden files passed over."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from taizhang.formats.door import NAMES, suffix

_BATCHES = NAMES | {"zip"}


def documents(paths: Iterable[Path]) -> list[Path]:
    """Every file named, and every document below every folder named; in order, each once."""
    return list(dict.fromkeys(found for path in paths for found in _unfolded(path)))


def _unfolded(path: Path) -> Iterator[Path]:
    if not path.is_dir():
        yield path
        return
    for found in sorted(path.rglob("*")):
        hidden = any(part.startswith((".", "~$")) for part in found.relative_to(path).parts)
        if found.is_file() and not hidden and suffix(found.name) in _BATCHES:
            yield found
