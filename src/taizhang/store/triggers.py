"""触发器：数据库自己守住“只增不改”。Triggers: the database itself keeps the journal append-only.

They refuse UPDATE, DELETE and (PostgreSQL) TRUNCATE, close SQLite's ``INSERT OR REPLACE``, which fires no delete
trigger by default, and refuse a record that does not follow the last one. Django remakes SQLite tables on some
migrations and drops triggers with them, so they are put back after every ``migrate`` and checked at start-up.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from django.core.checks import CheckMessage, Error
from django.db import DEFAULT_DB_ALIAS, connections
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.utils import DatabaseError

TABLE = "store_postingrow"
NAMES: tuple[str, ...] = ("taizhang_no_update", "taizhang_no_delete", "taizhang_in_order")
PG_ONLY: tuple[str, ...] = ("taizhang_no_truncate",)
REFUSED = "taizhang: the journal is append-only"
DISORDER = "taizhang: a record must follow the last one"

_FOLLOWS = (
    f"NEW.number IS DISTINCT FROM (SELECT COALESCE(MAX(number), 0) + 1 FROM {TABLE}) "  # noqa: S608  只有本模块的常量 constants of this module only
    f"OR NEW.prev IS DISTINCT FROM COALESCE((SELECT digest FROM {TABLE} WHERE number = NEW.number - 1), "
    f"'{'0' * 64}')"
)
# 3.39 之前没有 IS DISTINCT FROM；SQLite 的 IS NOT 同义 SQLite spells it IS NOT
_TWICE = f"SELECT 1 FROM {TABLE} WHERE (stream = NEW.stream AND version = NEW.version) OR digest = NEW.digest"  # noqa: S608  只有本模块的常量 constants of this module only
_SQLITE_FOLLOWS = f"{_FOLLOWS.replace('IS DISTINCT FROM', 'IS NOT')} OR EXISTS ({_TWICE})"
_SQLITE = [
    f"CREATE TRIGGER taizhang_no_update BEFORE UPDATE ON {TABLE} BEGIN SELECT RAISE(ABORT, '{REFUSED}'); END",
    f"CREATE TRIGGER taizhang_no_delete BEFORE DELETE ON {TABLE} BEGIN SELECT RAISE(ABORT, '{REFUSED}'); END",
    f"CREATE TRIGGER taizhang_in_order BEFORE INSERT ON {TABLE} WHEN {_SQLITE_FOLLOWS} "
    f"BEGIN SELECT RAISE(ABORT, '{DISORDER}'); END",
]
_POSTGRES = [
    "CREATE OR REPLACE FUNCTION taizhang_refuse() RETURNS trigger LANGUAGE plpgsql AS "
    f"$$ BEGIN RAISE EXCEPTION '{REFUSED}'; END $$",
    "CREATE OR REPLACE FUNCTION taizhang_follow() RETURNS trigger LANGUAGE plpgsql AS "
    f"$$ BEGIN IF {_FOLLOWS} THEN RAISE EXCEPTION '{DISORDER}'; END IF; RETURN NEW; END $$",
    f"CREATE TRIGGER taizhang_no_update BEFORE UPDATE ON {TABLE} FOR EACH ROW EXECUTE FUNCTION taizhang_refuse()",
    f"CREATE TRIGGER taizhang_no_delete BEFORE DELETE ON {TABLE} FOR EACH ROW EXECUTE FUNCTION taizhang_refuse()",
    f"CREATE TRIGGER taizhang_no_truncate BEFORE TRUNCATE ON {TABLE} EXECUTE FUNCTION taizhang_refuse()",
    f"CREATE TRIGGER taizhang_in_order BEFORE INSERT ON {TABLE} FOR EACH ROW EXECUTE FUNCTION taizhang_follow()",
]


def install(connection: BaseDatabaseWrapper) -> None:
    """Put all triggers in place, replacing those that stand."""
    remove(connection)
    with connection.cursor() as cursor:
        for statement in _POSTGRES if connection.vendor == "postgresql" else _SQLITE:
            cursor.execute(statement)


def remove(connection: BaseDatabaseWrapper) -> None:
    """Take the triggers away; only a restore and the tests of tampering need it."""
    postgres = connection.vendor == "postgresql"
    with connection.cursor() as cursor:
        for name in NAMES + (PG_ONLY if postgres else ()):
            cursor.execute(f"DROP TRIGGER IF EXISTS {name}" + (f" ON {TABLE}" if postgres else ""))


@contextmanager
def lifted(connection: BaseDatabaseWrapper) -> Iterator[None]:
    """Without triggers inside; put back whatever happens."""
    remove(connection)
    try:
        yield
    finally:
        install(connection)


def missing(connection: BaseDatabaseWrapper) -> list[str]:
    """Triggers that should stand and do not, or (PostgreSQL) were disabled."""
    if connection.vendor == "postgresql":
        query = "SELECT tgname FROM pg_trigger WHERE tgrelid = to_regclass(%s) AND tgenabled <> 'D'"
        wanted = NAMES + PG_ONLY
    else:
        query = "SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = %s"
        wanted = NAMES
    with connection.cursor() as cursor:
        cursor.execute(query, [TABLE])
        standing = {row[0] for row in cursor.fetchall()}
    return [name for name in wanted if name not in standing]


def after_migrate(using: str = DEFAULT_DB_ALIAS, **_: Any) -> None:
    """Receiver of ``post_migrate``."""
    connection = connections[using]
    if TABLE in connection.introspection.table_names():
        install(connection)


def check(*, databases: Sequence[str] | None = None, **_: Any) -> list[CheckMessage]:
    """System check (database tag): an error for every trigger that is missing."""
    found: list[CheckMessage] = []
    for alias in databases or []:
        connection = connections[alias]
        try:
            gone = missing(connection) if TABLE in connection.introspection.table_names() else []
        except DatabaseError:
            gone = []
        found += [Error(f"流水的触发器不在：{name}", hint="taizhang migrate", id="taizhang.E001") for name in gone]
    return found
