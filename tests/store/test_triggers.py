"""触发器：数据库自己拒绝改流水。Triggers: the database itself refuses to change the journal."""

from __future__ import annotations

import pytest
from django.core.management import call_command
from django.core.management.base import SystemCheckError
from django.db import DatabaseError, connection, transaction

from taizhang.store import journal, triggers
from taizhang.store.models import PostingRow
from tests.store.county import opened, posting

T = triggers.TABLE


@pytest.fixture
def one(small_county: None) -> int:
    return journal.append([posting("e1", 1, opened())], {"e1": 0})[0].number


def run(statement: str, *params: object) -> None:
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement, params)


@pytest.mark.parametrize(
    "statement",
    [
        f"UPDATE {T} SET body = 'x' WHERE number = %s",
        f"UPDATE {T} SET effective = effective WHERE number = %s",
        f"DELETE FROM {T} WHERE number = %s",
    ],
)
def test_rows_are_neither_changed_nor_deleted(one: int, statement: str) -> None:
    body = PostingRow.objects.get(number=one).body
    with pytest.raises(DatabaseError, match="append-only"):
        run(statement, one)
    assert PostingRow.objects.get(number=one).body == body


def test_the_orm_cannot_either(one: int) -> None:
    row = PostingRow.objects.get(number=one)
    row.body = "{}"
    with pytest.raises(DatabaseError), transaction.atomic():
        row.save()
    with pytest.raises(DatabaseError), transaction.atomic():
        PostingRow.objects.all().delete()


COLUMNS = "number, stream, version, kind, body, prev, digest, algorithm, recorded_at, effective"


def copied(number: str, version: str, digest: str, *, prev: str = "prev") -> str:
    """An INSERT of the row ``one`` again, with some of its columns as given."""
    return (
        f"INTO {T} ({COLUMNS}) SELECT {number}, stream, {version}, kind, '{{}}', {prev}, {digest}, algorithm,"
        f" recorded_at, effective FROM {T} WHERE number = %s"
    )


@pytest.mark.sqlite
@pytest.mark.parametrize("pragma", ["ON", "OFF"])
@pytest.mark.parametrize(
    ("number", "version", "digest"),
    [("number", "99", "'a'"), ("number + 1", "version", "'b'"), ("number + 1", "99", "digest")],
)
def test_sqlite_replace_is_closed(one: int, pragma: str, number: str, version: str, digest: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(f"PRAGMA recursive_triggers={pragma}")
    linked = "prev" if number == "number" else "digest"  # 连得上，才轮到别的理由 well linked: nothing else is wrong
    with pytest.raises(DatabaseError, match="follow"):
        run(f"INSERT OR REPLACE {copied(number, version, digest, prev=linked)}", one)
    with pytest.raises(DatabaseError):
        run(f"UPDATE OR REPLACE {T} SET number = 1 WHERE number = %s", one)
    assert PostingRow.objects.get(number=one).kind == "Opened"


@pytest.mark.postgres
def test_postgres_upsert_and_truncate_are_closed(one: int) -> None:
    with pytest.raises(DatabaseError):
        run(f"INSERT {copied('number', 'version', 'digest')} ON CONFLICT (number) DO UPDATE SET body = 'x'", one)
    with pytest.raises(DatabaseError, match="append-only"):
        run(f"TRUNCATE {T} CASCADE")


@pytest.mark.parametrize(("number", "digest"), [("number + 7", "'c'"), ("number + 1", "'d'")])
def test_a_row_that_does_not_follow_the_last_is_refused(one: int, number: str, digest: str) -> None:
    """A gap in the numbers; and a right number whose ``prev`` is not the last digest."""
    with pytest.raises(DatabaseError, match="follow"):
        run(f"INSERT {copied(number, '99', digest)}", one)


def test_missing_triggers_are_an_error_at_start_up(one: int) -> None:
    assert triggers.check(databases=["default"]) == []
    triggers.remove(connection)
    try:
        assert {e.id for e in triggers.check(databases=["default"])} == {"taizhang.E001"}
        assert "taizhang_no_update" in triggers.missing(connection)
        with pytest.raises(SystemCheckError, match=r"taizhang\.E001"):
            call_command("check", databases=["default"])
    finally:
        triggers.install(connection)
    assert triggers.missing(connection) == []


def test_migrate_puts_them_back(one: int) -> None:
    triggers.remove(connection)
    triggers.after_migrate(using="default")
    assert triggers.missing(connection) == []


@pytest.mark.sqlite
def test_a_remade_table_loses_its_triggers_and_the_check_sees_it(one: int) -> None:
    """Django on SQLite alters a table by remaking it (STACK §7)."""
    run(f"CREATE TABLE remade AS SELECT * FROM {T}")
    run(f"DROP TABLE {T}")
    run(f"ALTER TABLE remade RENAME TO {T}")
    assert triggers.missing(connection) == list(triggers.NAMES)
    triggers.after_migrate(using="default")
    assert triggers.missing(connection) == []
    with pytest.raises(DatabaseError, match="append-only"):
        run(f"DELETE FROM {T} WHERE number = %s", one)
