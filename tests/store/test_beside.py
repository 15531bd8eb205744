"""流水旁边的东西：人名、原件、登记、提醒。What stands beside the journal: names, files, the registry, reminders."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings as product

from taizhang.ledger.journal import verify
from taizhang.ledger.registry import UnitNamed
from taizhang.operations.feedback import answer_feedback, give_feedback
from taizhang.operations.housekeep import Done, housekeep
from taizhang.operations.refusal import ActRefused
from taizhang.queries.visibility import visible_entries
from taizhang.store import feedback, files, journal, outbox, persons, registry
from taizhang.store.files import FileRefused
from taizhang.store.models import EntryRow, FeedbackRow, FileRow, OutboxRow, PersonRow, User
from taizhang.store.registry import SYSTEM, RegistryRefused
from tests.store.county import AT, actor
from tests.store.test_life import LATER, opened, order, paper, reported

pytestmark = pytest.mark.usefixtures("small_county")


def test_erasing_a_person_leaves_the_chain_valid_and_no_name_behind() -> None:
    code = "lin"
    digests = [getattr(p.fact, "person", "") for p in journal.load(f"user:{code}")]
    digest = next(filter(None, digests))
    assert persons.read(digest) == "lin某"
    persons.erase_user(code, digests, at=AT)
    assert persons.read(digest) is None
    row = PersonRow.objects.get(digest=digest)
    assert (row.value, row.salt, row.erased_at) == (None, None, AT)
    user = User.objects.get(code=code)
    assert (user.name, user.is_active, str(user)) == ("", False, "lin")
    assert list(verify(journal.load_all())) == []
    assert persons.names([digest, code]) == {}
    assert not persons.erase(digest, at=AT)


def test_no_name_stands_in_the_journal_and_none_in_clear_in_the_table() -> None:
    digest = persons.keep("吴某某", at=AT)
    row = PersonRow.objects.get(digest=digest)
    assert row.value is not None
    assert "吴某某".encode() not in bytes(row.value)
    assert persons.keep("吴某某", at=AT) != digest, "salted: two of a name do not show"
    assert all("某" not in record.body for record in journal.load_all())
    assert (Path(product.HOME) / persons.KEY_FILE).stat().st_mode & 0o077 == 0


def test_a_value_that_does_not_fit_its_digest_is_not_shown() -> None:
    one, two = persons.keep("甲", at=AT), persons.keep("乙", at=AT)
    PersonRow.objects.filter(digest=one).update(value=PersonRow.objects.get(digest=two).value)
    assert persons.read(one) is None
    PersonRow.objects.filter(digest=one).update(value=b"torn")
    assert persons.read(one) is None


@pytest.fixture
def shelf(tmp_path: Path, settings: Any) -> Path:
    settings.MEDIA_ROOT = tmp_path / "files"
    return tmp_path / "files"


def test_the_same_bytes_are_stored_once(shelf: Path) -> None:
    one = files.keep([b"ab", b"c"], name="一.txt", media="text/plain", at=AT)
    two = files.keep([b"abc"], name="二.txt", media="text/plain", at=AT)
    assert one.digest == two.digest
    assert [p.name for p in shelf.rglob("*") if p.is_file()] == [one.digest]
    with files.read(one.digest) as content:
        assert content.read() == b"abc"
    assert files.find(one.digest) == one
    assert files.path(one.digest).stat().st_mode & 0o077 == 0


def test_a_refused_file_leaves_nothing(shelf: Path, settings: Any) -> None:
    settings.TAIZHANG = settings.TAIZHANG | {"upload_limit": 10}
    with pytest.raises(FileRefused, match=r"file\.too_large"):
        files.keep([b"12345", b"678901"], name="大", media="", at=AT)
    with pytest.raises(FileRefused, match=r"file\.empty"):
        files.keep([b"", b""], name="空", media="", at=AT)

    def torn() -> object:
        yield b"half"
        raise ConnectionResetError

    with pytest.raises(ConnectionResetError):
        files.keep(torn(), name="断", media="", at=AT)  # type: ignore[arg-type]
    assert [p for p in shelf.rglob("*") if p.is_file()] == []
    assert not FileRow.objects.exists()


@pytest.mark.parametrize("digest", ["", "../../etc/passwd", "A" * 64, "a" * 63, "/" * 64])
def test_what_is_no_digest_names_no_path(digest: str) -> None:
    with pytest.raises(ValueError, match="not a digest"):
        files.path(digest)


def test_damage_is_found_and_loose_files_are_swept(shelf: Path) -> None:
    used = reported().entry.evidence[0].ref
    loose = files.keep([b"loose"], name="x", media="", at=AT).digest
    (shelf / f"{files.PART}torn").write_bytes(b"half")
    assert files.damaged() == []
    files.path(loose).write_bytes(b"other")
    files.path(used).unlink()
    assert set(files.damaged()) == {loose, used}
    assert files.sweep(at=AT) == 0, "young files may still be posted"
    far = files.keep([b"again"], name="y", media="", at=AT + timedelta(days=9)).digest
    assert files.sweep(at=AT + timedelta(days=9, hours=1), older=timedelta(days=2)) == 1
    assert {used, far} == set(FileRow.objects.values_list("digest", flat=True))


def test_bytes_whose_row_was_rolled_back_are_swept(shelf: Path) -> None:
    kept = files.keep([b"kept"], name="x", media="", at=AT).digest
    lost = files.keep([b"lost"], name="y", media="", at=AT).digest
    FileRow.objects.filter(digest=lost).delete()
    today = AT.replace(year=AT.year + 5)
    assert files.sweep_strays(at=AT) == 0
    assert files.sweep_strays(at=today) == 1
    assert (files.path(kept).exists(), files.path(lost).exists()) == (True, False)


def test_feedback_keeps_the_contact_apart_and_encrypted() -> None:
    give_feedback(page="/board", words=" 表太多 ", contact="某人 138", user="lin", at=AT)
    (told,) = feedback.waiting()
    assert (told.words, told.contact, told.page, told.user) == ("表太多", "某人 138", "/board", "lin")
    assert FeedbackRow.objects.get().contact != "某人 138"
    with pytest.raises(ActRefused, match=r"feedback\.not_yours"):
        answer_feedback(id=told.id, answer="已合并", by=actor("lin"), at=LATER)
    answer_feedback(id=told.id, answer="已合并", by=actor("chen"), at=LATER)
    assert list(feedback.waiting()) == []
    with pytest.raises(ActRefused, match=r"feedback\.answered"):
        answer_feedback(id=told.id, answer="再答", by=actor("chen"), at=LATER)


def test_feedback_is_refused_when_empty_too_long_or_the_box_is_full(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(feedback, "FULL", 1)
    for words, contact, code in (
        ("  ", "", "feedback.empty"),
        ("长" * 4001, "", "text.too_long"),
        ("好", "长" * 201, "text"),
    ):
        with pytest.raises(ActRefused, match=code):
            give_feedback(page="/", words=words, contact=contact, at=AT)
    give_feedback(page="/" * 999, words="一", at=AT)
    with pytest.raises(ActRefused, match=r"feedback\.full"):
        give_feedback(page="/", words="二", at=AT)


def test_roles_count_from_their_first_to_their_last_day() -> None:
    registry.grant("cai", "team", since=date(2026, 5, 1), by=SYSTEM, at=AT)
    registry.end_role("cai", "team", until=date(2026, 6, 30), by=SYSTEM, at=AT)
    days = [date(2026, 4, 30), date(2026, 5, 1), date(2026, 6, 30), date(2026, 7, 1)]
    assert ["team" in registry.actor_named("cai", on=day).roles for day in days] == [False, True, True, False]
    assert registry.actor_named("cai", on=days[0]) == actor("cai")
    before = journal.head()
    registry.grant("cai", "handler", since=date(2026, 5, 1), by=SYSTEM, at=AT)
    assert journal.head() == before, "a role that is held is not granted twice"


def test_the_registry_refuses_what_makes_no_tree() -> None:
    def code(fact: UnitNamed) -> str:
        with pytest.raises(RegistryRefused) as refused:
            registry.name_unit(fact, by=SYSTEM, at=AT)
        return refused.value.code

    assert code(UnitNamed("new", "新局", "新局", "department", "nowhere")) == "unit.parent"
    assert code(UnitNamed("lyj", "林业局", "林业局", "department", "lyz")) == "unit.circle"
    assert code(UnitNamed("lyj", "林业局", "林业局", "department", "lyj")) == "unit.circle"
    with pytest.raises(RegistryRefused, match=r"user\.taken"):
        registry.enrol(username="lin", name="", unit="lyj", password=None, by=SYSTEM, at=AT)
    with pytest.raises(RegistryRefused, match=r"user\.unit"):
        registry.enrol(username="new", name="", unit="nowhere", password=None, by=SYSTEM, at=AT)
    with pytest.raises(RegistryRefused, match=r"role\.not_held"):
        registry.end_role("lin", "office", until=AT.date(), by=SYSTEM, at=AT)
    assert not User.objects.filter(username="new").exists()


def test_a_closed_log_in_stays_closed_through_a_rebuild() -> None:
    registry.close_user("lin", by=SYSTEM, at=AT)
    assert not User.objects.get(code="lin").is_active


def test_books_are_adopted_once() -> None:
    assert set(registry.adopt_books(by=SYSTEM, at=AT)) >= {"task"}
    assert registry.adopt_books(by=SYSTEM, at=AT) == []


def test_each_sees_what_is_theirs() -> None:
    mine, theirs = opened(), opened(lead_unit="bhz", co_units=())
    below = opened(lead_unit="lyz", co_units=())
    EntryRow.objects.filter(id=opened(lead_unit="bhz", co_units=())).update(published=True)
    open_to_all = {r.id for r in EntryRow.objects.filter(published=True)}

    def seen(name: str) -> set[str]:
        return set(visible_entries(actor(name)).values_list("id", flat=True))

    assert seen("chen") == seen("tan") == seen("li") == {mine, theirs, below} | open_to_all
    assert seen("lin") == {mine, below} | open_to_all, "a unit sees what its own units below lead"
    assert seen("cai") == {mine} | open_to_all
    assert seen("zhan") == {below} | open_to_all
    assert seen("bei") == {theirs} | open_to_all
    assert seen("gong") == seen("guan") == open_to_all


def test_reminders_are_left_once_and_again_for_a_new_colour() -> None:
    entry = opened()
    row = EntryRow.objects.get(id=entry)
    assert row.amber_on is not None
    assert row.red_on is not None
    amber = AT.replace(year=row.amber_on.year, month=row.amber_on.month, day=row.amber_on.day)
    assert housekeep(at=AT) == Done(0, 0, 0)
    assert housekeep(at=amber).reminders == 1
    assert housekeep(at=amber + timedelta(hours=5)).reminders == 0
    red = amber.replace(year=row.red_on.year, month=row.red_on.month, day=row.red_on.day)
    assert housekeep(at=red).reminders == 1
    assert [(x.kind, x.unit, x.entry) for x in OutboxRow.objects.all()] == [
        ("amber", "lyj", entry),
        ("red", "lyj", entry),
    ]
    key = OutboxRow.objects.all()[0].key
    assert (outbox.sent(key, at=LATER), outbox.sent(key, at=LATER)) == (True, False)


def test_what_comes_due_is_called_to_mind() -> None:
    entry = opened()
    due = EntryRow.objects.get(id=entry).due_last
    week = AT.replace(year=due.year, month=due.month, day=due.day) - timedelta(days=7)
    housekeep(at=week)
    assert OutboxRow.objects.filter(entry=entry, kind="due").count() == 1


def test_a_task_whose_worker_was_killed_goes_back_in_the_queue() -> None:
    from django_tasks_db.models import DBTaskResult

    common = {
        "status": "RUNNING",
        "task_path": "x.y",
        "args_kwargs": {"args": [], "kwargs": {}},
        "backend_name": "default",
    }
    DBTaskResult.objects.create(started_at=AT - timedelta(hours=1), **common)
    DBTaskResult.objects.create(started_at=AT - timedelta(minutes=1), **common)
    assert housekeep(at=AT).tasks == 1
    assert sorted(DBTaskResult.objects.values_list("status", flat=True)) == ["READY", "RUNNING"]


def test_evidence_named_again_is_not_swept_from_under_a_posting() -> None:
    first = paper()
    later = files.keep(["验收单.pdf".encode()], name="验收单.pdf", media="", at=AT + timedelta(days=5))
    assert later.digest == first.ref
    assert files.sweep(at=AT + timedelta(days=5, hours=1)) == 0
    assert order().title
