"""一百次拔电源：``python -m tests.store.killing SEED``。Tick and worker, killed a hundred times each at random points.

Each round forks the real commands, ``taizhang tick`` and ``db_worker``, and kills both with SIGKILL. After every round
no letter may have been sent anew; at the end of each day one whole run of both must leave every letter sent once.
"""

from __future__ import annotations

import os
import random
import signal
import sys
import time
from collections.abc import Callable
from datetime import date, datetime, timedelta

import django

django.setup()

from django.core.management import call_command  # noqa: E402  先备好 Django Django first
from django.db import connections  # noqa: E402  先备好 Django Django first
from django_tasks_db.models import DBTaskResult  # noqa: E402  先备好 Django Django first

from taizhang.cli.main import main  # noqa: E402  先备好 Django Django first
from taizhang.ledger.dates import PartialDate  # noqa: E402  先备好 Django Django first
from taizhang.operations.open import open_many  # noqa: E402  先备好 Django Django first
from taizhang.store import reminders  # noqa: E402  先备好 Django Django first
from taizhang.store.clock import ZONE  # noqa: E402  先备好 Django Django first
from taizhang.store.models import OutboxRow  # noqa: E402  先备好 Django Django first
from tests.store import county  # noqa: E402  先备好 Django Django first
from tests.store.test_life import order  # noqa: E402  先备好 Django Django first

KILLS = 100
ENTRIES = 200
PATIENCE = 2
"""How many times as long as undisturbed a round may last: two processes share the machine with everything else."""
MOST = 1.0
"""Seconds a round lasts at most, however busy the machine is."""
DUE = date(2026, 9, 30)
DAYS = [DUE + timedelta(days=n) for n in range(20)]
Sent = dict[str, datetime]


def tick() -> None:
    main(["tick", "--every", "1"])


def work() -> None:
    call_command("db_worker", startup_delay=False, interval=0.1, verbosity=0)


def tick_once() -> None:
    main(["tick"])


def work_once() -> None:
    call_command("db_worker", batch=True, startup_delay=False, interval=0, verbosity=0)


class Round:
    """One child that does its command and leaves."""

    def __init__(self, do: Callable[[], None], at: datetime) -> None:
        self.name = do.__name__
        self.pid = os.fork()
        if not self.pid:
            os.environ["TAIZHANG_NOW"] = at.isoformat()
            os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
            code = 1
            try:
                do()
                code = 0
            finally:
                os._exit(code)

    def kill(self) -> bool:
        """Whether it was still at it."""
        os.kill(self.pid, signal.SIGKILL)
        return os.WIFSIGNALED(os.waitpid(self.pid, 0)[1])

    def end(self) -> None:
        assert os.waitpid(self.pid, 0)[1] == 0, f"{self.name} failed"


def sent() -> Sent:
    found = dict(OutboxRow.objects.exclude(sent_at=None).values_list("key", "sent_at"))
    connections.close_all()
    return found


def left() -> set[str]:
    found = set(OutboxRow.objects.values_list("key", flat=True))
    connections.close_all()
    return found


def whole(day: datetime) -> None:
    """Both commands to their end."""
    for do in (tick_once, work_once):
        Round(do, day).end()


def rehearsal(day: datetime) -> float:
    """A day without any kill, all modules loaded; how many seconds a tick and the worker take, one after the other."""
    os.environ["TAIZHANG_NOW"] = day.isoformat()
    tick_once()
    work_once()
    connections.close_all()
    begun = time.monotonic()
    whole(day + timedelta(days=1))
    return min(MOST, PATIENCE * (time.monotonic() - begun))


def killed(at: datetime, longest: float, dice: random.Random) -> dict[str, int]:
    """Both at once, each killed at a moment of its own."""
    points = sorted((dice.uniform(0, longest), name, do) for name, do in (("tick", tick), ("work", work)))
    running = {name: Round(do, at) for _, name, do in points}
    begun, hit = time.monotonic(), {}
    for moment, name, _ in points:
        time.sleep(max(0.0, begun + moment - time.monotonic()))
        hit[name] = int(running[name].kill())
    return hit


def play(seed: str) -> None:
    dice = random.Random(int(seed))
    open_many(
        book="task",
        requests=[order(due=PartialDate.of(DAYS[n % len(DAYS)]), milestones=()) for n in range(ENTRIES)],
        by=county.actor("chen"),
        at=county.AT,
    )
    connections.close_all()
    longest = rehearsal(datetime(2026, 8, 1, 8, tzinfo=ZONE))
    count, active, before = {"tick": 0, "work": 0}, 0, sent()
    for number, day in enumerate(DAYS, start=1):
        at = datetime(day.year, day.month, day.day, 8, tzinfo=ZONE)
        expected = {letter.key for letter in reminders.letters(day)}
        fresh = expected - before.keys()
        assert fresh, "every day has letters of its own"
        reached = {"left": 0, "sent": 0}
        while min(count.values()) < KILLS * number // len(DAYS):
            for name, hit in killed(at, longest, dice).items():
                count[name] += hit
            now = sent()
            assert {key: now[key] for key in before} == before, "a letter was sent twice"
            stands = {"left": len(fresh & left()), "sent": len(fresh & now.keys())}
            active += stands != reached
            reached = stands
            before, at = now, at + timedelta(minutes=1)
        whole(at)
        now = sent()
        assert expected <= now.keys(), f"lost: {sorted(expected - now.keys())[:3]}"
        assert {key: now[key] for key in before} == before, "a letter was sent twice"
        before = now
    assert not OutboxRow.objects.filter(sent_at=None).exists()
    print(len(before), OutboxRow.objects.count(), *count.values(), active)
    print(f"longest {longest:.2f} s, {DBTaskResult.objects.count()} tasks", file=sys.stderr)


if __name__ == "__main__":
    play(sys.argv[1])
