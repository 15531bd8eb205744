"""收尸：被杀掉的 worker 手里的任务放回去。The reaper: tasks left RUNNING by a killed worker go back in the queue.

django-tasks-db leaves them RUNNING for ever (STACK §2); our tasks are idempotent, so running one again is safe.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult

PATIENCE = timedelta(minutes=15)
"""No task of ours runs longer."""


def release(*, at: datetime) -> int:
    """Make tasks ready again that have been running for longer than any does; how many."""
    stuck = DBTaskResult.objects.filter(status=TaskResultStatus.RUNNING, started_at__lt=at - PATIENCE)
    return int(stuck.update(status=TaskResultStatus.READY, started_at=None))
