"""在另一个进程里演的戏。Scenes that play in a process of their own: ``python -m tests.store.scenes NAME …``."""

from __future__ import annotations

import sys
import threading

import django

django.setup()

from django.core.management import call_command  # noqa: E402  先备好 Django Django first
from django.db import connections  # noqa: E402  先备好 Django Django first

from taizhang.operations.accept import accept  # noqa: E402  先备好 Django Django first
from taizhang.operations.assign import assign  # noqa: E402  先备好 Django Django first
from taizhang.operations.open import open_entry, open_many  # noqa: E402  先备好 Django Django first
from taizhang.operations.perform import Conflict  # noqa: E402  先备好 Django Django first
from taizhang.operations.report import report  # noqa: E402  先备好 Django Django first
from taizhang.store import files, persons  # noqa: E402  先备好 Django Django first
from taizhang.store.models import User  # noqa: E402  先备好 Django Django first
from tests.store import county  # noqa: E402  先备好 Django Django first
from tests.store.test_life import LATER, MU, amount, order, paper  # noqa: E402  先备好 Django Django first


def settle() -> None:
    """The small county, on a migrated database."""
    call_command("migrate", verbosity=0)
    county.settle()


def lived() -> None:
    """A little of everything a backup must hold."""
    user = User.objects.get(code="lin")
    user.set_password("correct horse battery")
    user.save()
    entry = open_entry(book="task", request=order(), by=county.actor("chen"), at=county.AT).entry.id
    assign(entry=entry, by=county.actor("chen"), at=county.AT)
    accept(entry=entry, by=county.actor("lin"), at=county.AT)
    proof = paper()
    report(entry=entry, cumulative=amount("3"), unit=MU, by=county.actor("lin"), at=LATER, evidence=(proof,))
    print(entry, proof.ref, persons.keep("周某某", at=county.AT))


def remembered(digest: str, file: str) -> None:
    """What must have come through a restore: a person, a file, a password."""
    with files.read(file) as content:
        print(persons.read(digest), content.read().decode(), end=" ")
    print(User.objects.get(code="lin").check_password("correct horse battery"))


def crowd(threads: str, each: str) -> None:
    """Many threads, each with a connection of its own, opening entries as fast as they can."""
    wrong: list[BaseException] = []

    def write() -> None:
        try:
            for _ in range(int(each)):
                open_entry(book="task", request=order(), by=county.actor("chen"), at=county.AT)
        except BaseException as error:
            wrong.append(error)
        finally:
            connections.close_all()

    running = [threading.Thread(target=write) for _ in range(int(threads))]
    for thread in running:
        thread.start()
    for thread in running:
        thread.join()
    if wrong:
        raise wrong[0]


def rival(entry: str) -> None:
    """Assign an entry seen at version 1; says who won."""
    try:
        assign(entry=entry, expected=1, by=county.actor("chen"), at=county.AT)
        print("won")
    except Conflict:
        print("lost")


def one() -> None:
    print(open_entry(book="task", request=order(), by=county.actor("chen"), at=county.AT).entry.id)


def endless() -> None:
    """Write until killed; every line stands for a batch that was committed."""
    while True:
        made = open_many(book="task", requests=[order()] * 20, by=county.actor("chen"), at=county.AT)
        print(made[-1].number, flush=True)


if __name__ == "__main__":
    {f.__name__: f for f in (settle, lived, remembered, crowd, rival, one, endless)}[sys.argv[1]](*sys.argv[2:])
