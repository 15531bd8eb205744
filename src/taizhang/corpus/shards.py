"""续读：结果写成一行一份的分片，断了再来时跳过写好的。

Rows kept as JSON lines in shards; a run that was killed goes on behind the last whole line.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from taizhang.corpus.row import Row
from taizhang.formats.extraction import digest

_ROWS = 1_000


class Shards:
    """A folder of ``rows-00001.jsonl`` …; each line is one row; path and file digest say what is done."""

    def __init__(self, folder: Path, rows: int = _ROWS) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._folder = folder
        self._rows = rows
        self._number = 0
        self._filled = rows
        self._done: dict[str, str] = {}
        for shard in sorted(folder.glob("rows-*.jsonl")):
            self._take(shard)

    def missing(self, paths: Iterable[Path]) -> list[Path]:
        """The files not yet read, or changed since."""
        return [path for path in paths if not self._has(path)]

    def append(self, rows: Iterable[Row]) -> None:
        """Write the rows of one file to disk, all at once, before the next file is taken."""
        if self._filled >= self._rows:
            self._number, self._filled = self._number + 1, 0
        values = [row.values() for row in rows]
        lines = [json.dumps(value, ensure_ascii=False) + "\n" for value in values]
        with self._shard().open("a", encoding="utf-8") as shard:
            shard.write("".join(lines))
            shard.flush()
            os.fsync(shard.fileno())
        self._filled += len(lines)
        for value in values:
            self._remember(value)

    def rows(self) -> Iterator[dict[str, Any]]:
        """Every row written, the newest of each path last."""
        for shard in sorted(self._folder.glob("rows-*.jsonl")):
            with shard.open(encoding="utf-8") as lines:
                yield from (json.loads(line) for line in lines)

    def _shard(self) -> Path:
        return self._folder / f"rows-{self._number:05d}.jsonl"

    def _take(self, shard: Path) -> None:
        """Remember a shard's rows; half a line at its end, left by a kill, is cut off."""
        raw = shard.read_bytes()
        whole = raw[: raw.rfind(b"\n") + 1]
        if len(whole) < len(raw):
            shard.write_bytes(whole)
        lines = whole.splitlines()
        for line in lines:
            self._remember(json.loads(line))
        self._number, self._filled = int(shard.stem.rpartition("-")[2]), len(lines)

    def _remember(self, values: dict[str, Any]) -> None:
        self._done[values["path"]] = values["file"]

    def _has(self, path: Path) -> bool:
        known = self._done.get(str(path))
        if not known:
            return False
        try:
            return digest(path.read_bytes()) == known
        except OSError:
            return False
