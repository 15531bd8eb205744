"""读一批：用上全部核，内存有界，一份坏文件只坏它自己。

Read many documents on every core, in bounded memory. A document that kills its process becomes an error row; the
others are read again.
"""

from __future__ import annotations

import multiprocessing
import os
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path

from taizhang.corpus.row import Order, Row, Trouble, read_path

Progress = Callable[[int, int], None]
_FEW = 3
_AHEAD = 4


def read_many(
    paths: Sequence[Path], order: Order, *, workers: int = 0, progress: Progress | None = None
) -> Iterator[list[Row]]:
    """The rows of each path, in order. ``workers`` 0: one a core; few files are read here, without processes."""
    count = workers or os.cpu_count() or 1
    groups = _here(paths, order) if count == 1 or len(paths) <= _FEW else _spread(paths, order, count)
    for done, rows in enumerate(groups, 1):
        yield rows
        if progress:
            progress(done, len(paths))


def _here(paths: Sequence[Path], order: Order) -> Iterator[list[Row]]:
    return (read_path(path, order) for path in paths)


def _spread(paths: Sequence[Path], order: Order, workers: int) -> Iterator[list[Row]]:
    """A window of a few files a worker is under way at once; a broken pool is replaced."""
    waiting = deque(paths)
    while waiting:
        try:
            for path, rows in _window(waiting, order, workers):
                # 交出之前先从队里划去 crossed off before it is handed out
                assert waiting.popleft() == path
                yield rows
        except BrokenProcessPool:
            yield _alone(waiting.popleft(), order)


def _window(waiting: Sequence[Path], order: Order, workers: int) -> Iterator[tuple[Path, list[Row]]]:
    upcoming = iter(list(waiting))
    under_way: deque[tuple[Path, Future[list[Row]]]] = deque()
    with ProcessPoolExecutor(workers, mp_context=multiprocessing.get_context("spawn")) as pool:
        while True:
            while len(under_way) < workers * _AHEAD and (path := next(upcoming, None)) is not None:
                under_way.append((path, pool.submit(read_path, path, order)))
            if not under_way:
                return
            path, future = under_way.popleft()
            yield path, future.result()


def _alone(path: Path, order: Order) -> list[Row]:
    """The first unfinished file again in a process of its own: is it the one that kills?"""
    try:
        with ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn")) as pool:
            return pool.submit(read_path, path, order).result()
    except BrokenProcessPool:
        return [Row(str(path), trouble=Trouble("crashed"))]
