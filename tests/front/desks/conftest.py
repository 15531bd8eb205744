"""一年的账，一个模块装一次，每个测试后回到原样。A year of accounts, loaded once a module, put back after each test."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.db import connection, transaction
from django.test import Client

from taizhang.store import clock

BACKEND = "django.contrib.auth.backends.ModelBackend"
Door = Callable[[str], Client]


@pytest.fixture(scope="module")
def year(django_db_setup: None, django_db_blocker: Any) -> Iterator[dict[str, str]]:
    """The accounts of ``tests.front.lives`` by name; everything is rolled back when the module ends.

    Each test runs in a savepoint inside (``django_db``); Django closes the connection after a test, which inside this
    transaction it must not.
    """
    from tests.front.lives import live

    close = connection.close
    with django_db_blocker.unblock():
        connection.close = lambda: None  # type: ignore[method-assign]
        try:
            with transaction.atomic():
                yield live(more=3)
                transaction.set_rollback(True)
        finally:
            connection.close = close  # type: ignore[method-assign]


@pytest.fixture
def day(year: dict[str, str], db: None) -> Iterator[dict[str, str]]:
    """The accounts on 18 September; what a test writes is undone."""
    from tests.front.lives import NOW

    with clock.stopped(NOW):
        yield year


@pytest.fixture
def door(day: dict[str, str]) -> Door:
    """A browser in which the named person has logged in."""
    from taizhang.store.models import User

    def enter(name: str) -> Client:
        client = Client(headers={"accept-language": "zh-hans"})
        client.force_login(User.objects.get(username=name), backend=BACKEND)  # type: ignore[arg-type]
        return client

    return enter
