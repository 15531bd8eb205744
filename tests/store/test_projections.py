"""投影等于把流水从头折一遍：随便怎么办事都一样。A projection equals the fold, whatever people do."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.db import connection, transaction
from django.db.models import AutoField, Model
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from taizhang.books import book
from taizhang.ledger.light import LightDates, colour_on, light
from taizhang.ledger.posting import OnBehalf
from taizhang.ledger.refusal import PostingRefused
from taizhang.operations.accept import accept
from taizhang.operations.amend import amend
from taizhang.operations.assign import assign
from taizhang.operations.close import close
from taizhang.operations.open import open_entry
from taizhang.operations.perform import EntryNotFound, Given, Outcome
from taizhang.operations.reassign import reassign
from taizhang.operations.reopen import reopen
from taizhang.operations.report import report
from taizhang.operations.return_ import return_
from taizhang.operations.reverse import reverse
from taizhang.operations.submit import submit
from taizhang.operations.verify import verify
from taizhang.operations.waive import waive
from taizhang.store import journal, rebuild
from taizhang.store.models import EntryRow, EntryUnitRow, EvidenceRow, PaperRow, Role, Unit
from tests.store.county import AT, actor
from tests.store.test_life import MU, amount, opened, order, paper

pytestmark = pytest.mark.usefixtures("small_county")
ACTS: dict[str, Callable[[str, int, Given], Outcome]] = {
    "open": lambda e, n, g: open_entry(book="task", request=order(), **g),
    "assign": lambda e, n, g: assign(entry=e, **g),
    "accept": lambda e, n, g: accept(entry=e, **g),
    "report": lambda e, n, g: report(entry=e, cumulative=n * amount("1"), unit=MU, **g),
    "submit": lambda e, n, g: submit(entry=e, **g),
    "return": lambda e, n, g: return_(entry=e, reason="补", takes_back=n * amount("0.5"), unit=MU, **g),
    "verify": lambda e, n, g: verify(entry=e, found=n * amount("1"), unit=MU, method="site", **g),
    "waive": lambda e, n, g: waive(entry=e, leader="leader1", reason="征地", **g),
    "close": lambda e, n, g: close(entry=e, **g),
    "reopen": lambda e, n, g: reopen(entry=e, reason="反弹", **g),
    "amend": lambda e, n, g: amend(entry=e, field="topic", after=f"专题{n}", reason="归类", **g),
    "reassign": lambda e, n, g: reassign(entry=e, role="co_units", after=["bhz", "czj bhz"][n % 2], reason="调", **g),
    "reverse": lambda e, n, g: reverse(entry=e, version=n, reason="错", **g),
}
WAY = ["assign", "accept", "report", "submit", "verify", "close"]
steps = st.lists(
    st.tuples(st.sampled_from([*ACTS, *WAY, *WAY]), st.integers(1, 12), st.integers(0, 2), st.integers(0, 5)),
    min_size=4,
    max_size=25,
)
RIGHT = {"accept": "lin", "report": "lin", "submit": "lin", "verify": "tan", "return": "tan", "waive": "li"}


def live(taken: list[tuple[str, int, int, int]]) -> None:
    """Do it all, days apart; what is refused is refused."""
    entries, at, proof = [opened(), opened()], AT, paper()
    for act, figure, which, days in taken:
        at += timedelta(days=days)
        circumstance: Given = {"by": actor(RIGHT.get(act, "chen")), "at": at, "evidence": (proof,)}
        if act == "accept" and figure % 3 == 0:
            circumstance |= {"by": actor("chen"), "behalf": OnBehalf("lyj", "孙某")}
        try:
            made = ACTS[act](entries[which % len(entries)], figure, circumstance)
        except (PostingRefused, EntryNotFound):
            continue
        if act == "open":
            entries.append(made.entry.id)


def columns(table: type[Model]) -> list[str]:
    """All but the ids the database gives."""
    return [f.attname for f in table._meta.concrete_fields if not isinstance(f, AutoField)]


def tables() -> list[list[tuple[object, ...]]]:
    kept = (EntryRow, EntryUnitRow, EvidenceRow, PaperRow, Unit, Role)
    return [sorted(table.objects.values_list(*columns(table)), key=repr) for table in kept]


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps)
def test_a_rebuild_gives_the_tables_as_they_live(taken: list[tuple[str, int, int, int]]) -> None:
    with transaction.atomic():
        live(taken)
        assert rebuild.differences() == []
        before = tables()
        entries = rebuild.rebuild()
        assert entries == EntryRow.objects.count() >= 2
        assert tables() == before
        transaction.set_rollback(True)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps, st.integers(0, 400))
def test_the_stored_days_give_the_colour_of_the_rules(taken: list[tuple[str, int, int, int]], days: int) -> None:
    """Light dates are stored, colours never; on any later day both ways agree."""
    with transaction.atomic():
        live(taken)
        for row in EntryRow.objects.all():
            on = row.updated.astimezone(AT.tzinfo).date() + timedelta(days=days)
            stored = LightDates(row.green_on, row.amber_on, row.red_on, row.fixed or None)  # type: ignore[arg-type]
            entry = journal.entries([row.id])[row.id]
            assert colour_on(stored, on) == light(book(row.book), entry, on).colour, (row.id, on)
        transaction.set_rollback(True)


def test_a_row_changed_behind_the_journal_is_found_and_set_right() -> None:
    entry = opened()
    EntryRow.objects.filter(id=entry).update(verified=10**12, title="别的")
    EntryUnitRow.objects.filter(entry_id=entry, role="co").delete()
    PaperRow.objects.create(entry_id=entry, version=9, kind="close", number="假〔2026〕1号", on=date(2026, 3, 2))
    found = {(d.table, d.columns) for d in rebuild.differences()}
    assert ("entry", ("title", "verified")) in found
    assert {table for table, _ in found} == {"entry", "unit", "paper"}
    rebuild.rebuild()
    assert rebuild.differences() == []
    assert EntryRow.objects.get(id=entry).verified is None


def test_a_lost_row_is_found() -> None:
    entry = opened()
    EntryUnitRow.objects.filter(entry_id=entry).delete()
    EntryRow.objects.filter(id=entry).delete()
    assert ("entry", entry) in {(d.table, d.key) for d in rebuild.differences()}


def test_one_posting_costs_few_queries(django_assert_max_num_queries: Callable[[int], object]) -> None:
    entry = opened()
    proof = paper()
    assign(entry=entry, by=actor("chen"), at=AT)
    accept(entry=entry, by=actor("lin"), at=AT)
    with django_assert_max_num_queries(12):  # type: ignore[attr-defined]
        report(entry=entry, cumulative=1, unit=MU, by=actor("lin"), at=AT, evidence=(proof,))
    assert connection.in_atomic_block
