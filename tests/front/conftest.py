"""网页测试的人和单位。A cast for the tests of the web."""

from __future__ import annotations

import pytest
from django.test import Client

from tools.messages import compile_stale

compile_stale()  # 直接跑 pytest 时，译文也是新的。Also when pytest runs without make.

PASSWORD = "chun-zhong-yi-li-su-8"


@pytest.fixture
def hewj(db: None) -> object:
    """A clerk of the supervision office."""
    from taizhang.store.models import Unit, User

    office, _new = Unit.objects.get_or_create(
        code="dcs", defaults={"name": "县委督查室", "short": "督查室", "kind": "office"}
    )
    return User.objects.create_user("hewj", PASSWORD, name="贺文静", unit=office, post="科员")


@pytest.fixture
def desk(hewj: object, client: Client) -> Client:
    """A browser in which the clerk has logged in."""
    client.force_login(hewj, backend="django.contrib.auth.backends.ModelBackend")  # type: ignore[arg-type]
    return client
