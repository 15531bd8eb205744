"""例行：提醒、收拾没人要的文件、放回卡住的任务。Housekeeping: what has to be done again and again, whoever calls it.

Everything here may run at any time, twice, or by two processes at once.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from taizhang.store import files, outbox, reaper, reminders

STRAYS = 17
"""The minute of each hour in which the whole shelf is walked."""


@dataclass(frozen=True, slots=True)
class Done:
    """How many reminders were left, files swept away, tasks released."""

    reminders: int
    files: int
    tasks: int


def housekeep(*, at: datetime) -> Done:
    """Do what is due at this moment."""
    outbox.wake()  # 上次没走完的先发 what an unfinished round left goes out first
    left = outbox.leave(reminders.letters(at.date()), at=at)
    outbox.wake()
    return Done(
        reminders=left,
        files=files.sweep(at=at) + (files.sweep_strays(at=at) if at.minute == STRAYS else 0),
        tasks=reaper.release(at=at),
    )
