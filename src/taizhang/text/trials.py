"""试读的账：一样的地方只试一次，失败太多就收手，刁难的文字也拖不住。

Trials of reading a page in step: places alike are tried once, and after too many failures no more, so that no text,
however contrived, can stall us.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from taizhang.text.change import Change

_FAILURES, _SUCCESSES = 80, 2000
_BEFORE, _AFTER = 14, 76  # 这么远以内一样，结果就一样 places alike this far have the same outcome


class Trials:
    """One page's account; ``attempt`` answers from memory what was tried before."""

    def __init__(self, page: str) -> None:
        self._page = page
        self._failures, self._successes = _FAILURES, _SUCCESSES
        self._tried: dict[str, Change | None] = {}

    @property
    def go_on(self) -> bool:
        return self._failures > 0 and self._successes > 0

    def attempt(self, hit: re.Match[str], read: Callable[[re.Match[str]], Change | None]) -> Change | None:
        """What ``read`` makes of the place, moved to where the place is."""
        start = hit.start()
        window = self._page[max(0, start - _BEFORE) : start] + "\0" + self._page[start : start + _AFTER]
        if window not in self._tried:
            change = read(hit)
            self._tried[window] = change
            self._failures -= change is None
            self._successes -= 1
            return change
        known = self._tried[window]
        return known and known._replace(start=start, end=start + known.end - known.start)
