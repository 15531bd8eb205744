"""这一遍跑的就是它说的那种数据库。The run is on the database it names."""

from __future__ import annotations

import pytest
from django.db import connection


@pytest.mark.django_db
def test_the_connection_is_to_the_database_this_run_names(database: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
        assert cursor.fetchone() == (1,)
    assert connection.vendor == database


@pytest.mark.postgres
def test_tests_of_postgresql_run_on_it_only(database: str) -> None:
    assert database == "postgresql"


@pytest.mark.sqlite
def test_tests_of_sqlite_run_on_it_only(database: str) -> None:
    assert database == "sqlite"
