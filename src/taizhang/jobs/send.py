"""发：把发件箱里的送进各单位的提醒。Send what waits in the outbox; mail would go out here too."""

from __future__ import annotations

from django_tasks import task

from taizhang.store import clock, outbox


@task()
def send() -> int:
    """Deliver until nothing waits; how many letters. It may run twice, or be killed, at any moment."""
    sent = 0
    while delivered := outbox.deliver(at=clock.now()):
        sent += len(delivered)
    return sent
