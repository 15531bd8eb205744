"""有人动了手脚：链断处说得出，整库重写瞒不过另存的封账。Tampering is found, and a kept seal tells of a rewrite."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest
from django.db import connection

from taizhang.ledger.journal import GENESIS, canonical, digest
from taizhang.operations.assign import assign
from taizhang.operations.refusal import ActRefused
from taizhang.operations.seal import seal
from taizhang.store import inspect, journal, triggers
from taizhang.store.inspect import Kept
from taizhang.store.models import HeadRow, PostingRow
from tests.store.county import AT, PEOPLE, actor
from tests.store.test_life import opened


@pytest.fixture
def records(small_county: None) -> int:
    """Some entries; the number of the last record."""
    for _ in range(3):
        assign(entry=opened(), by=actor("chen"), at=AT)
    return journal.head()[0]


def tamper(change: Callable[[], object]) -> None:
    """As somebody with the run of the database would."""
    with triggers.lifted(connection):
        change()


def body(number: int, **more: object) -> str:
    plain = json.loads(PostingRow.objects.get(number=number).body)
    plain["fact"] |= more
    return canonical(plain)


def rows(number: int) -> object:
    return PostingRow.objects.filter(number=number)


@pytest.mark.parametrize(
    ("change", "codes"),
    [
        (lambda n: PostingRow.objects.filter(number=n).update(body=body(n, note="改")), {"digest"}),
        (lambda n: PostingRow.objects.filter(number=n - 1).delete(), {"gap", "link", "version"}),
        (lambda n: PostingRow.objects.filter(number=n).update(version=7), {"version", "body"}),
        (lambda n: PostingRow.objects.filter(number=n).update(stream="other"), {"version", "body"}),
        (lambda n: PostingRow.objects.filter(number=n).update(prev="0" * 64), {"link", "digest"}),
    ],
    ids=["body", "deleted", "version", "stream", "prev"],
)
def test_a_broken_chain_is_found_where_it_breaks(
    records: int, change: Callable[[int], object], codes: set[str]
) -> None:
    tamper(lambda: change(records))
    report = inspect.inspect()
    assert not report.sound
    assert {b.code for b in report.breaks} == codes
    assert {b.number for b in report.breaks} <= {records, records - 1}


def rewrite(after: int) -> None:
    """Change one posting and chain everything behind it anew: a chain without a fault."""
    prev = PostingRow.objects.get(number=after).digest if after else GENESIS
    for row in PostingRow.objects.filter(number__gt=after).order_by("number"):
        text = row.body.replace("造林", "种草")
        mine = digest(row.algorithm, prev, text)
        PostingRow.objects.filter(number=row.number).update(body=text, prev=prev, digest=mine)
        prev = mine
    HeadRow.objects.update(digest=prev)


def test_a_rewritten_journal_is_told_only_by_a_seal_kept_elsewhere(records: int) -> None:
    kept = Kept(*journal.head())
    tamper(lambda: rewrite(records - 6))
    assert inspect.inspect(chain_only=True).sound
    report = inspect.inspect((kept,), chain_only=True)
    assert (report.breaks, report.kept, report.sound) == ([], [(kept, False)], False)


def test_a_journal_cut_short_is_told_only_by_a_seal_kept_elsewhere(records: int) -> None:
    kept = Kept(*journal.head())
    tamper(lambda: PostingRow.objects.filter(number=records).delete())
    assert inspect.inspect(chain_only=True).sound
    assert not inspect.inspect((kept,), chain_only=True).sound


def test_seals_in_the_journal_are_held_against_what_precedes_them(records: int) -> None:
    fact = seal(by=actor("chen"), at=AT)
    assert (fact.number, fact.head, fact.entries) == (records, journal.load_all(records - 1).__next__().digest, 3)
    assign(entry=opened(), by=actor("chen"), at=AT)
    second = seal(by=actor("guan"), at=AT)
    assert (second.entries, second.root != fact.root) == (4, True)
    report = inspect.inspect((Kept(fact.number, fact.head[:16]),))
    assert (report.sound, report.seals, report.broken_seals) == (True, 2, [])


def test_a_rewrite_that_forgets_the_seal_is_found(records: int) -> None:
    seal(by=actor("chen"), at=AT)
    tamper(lambda: rewrite(records - 6))
    assert inspect.inspect(chain_only=True).broken_seals == [records + 1]


@pytest.mark.parametrize("person", [name for name, (_, role) in PEOPLE.items() if role not in ("office", "admin")])
def test_sealing_is_for_the_office_and_the_administrator(records: int, person: str) -> None:
    with pytest.raises(ActRefused, match=r"seal\.not_yours"):
        seal(by=actor(person), at=AT)
    assert journal.head()[0] == records


def test_missing_triggers_make_a_report_unsound(records: int) -> None:
    triggers.remove(connection)
    try:
        report = inspect.inspect(chain_only=True)
    finally:
        triggers.install(connection)
    assert (report.sound, set(report.triggers) >= set(triggers.NAMES)) == (False, True)


@pytest.mark.parametrize("written", ["", "12", "12:", "x:" + "a" * 64, "12:abc", "12:" + "g" * 20, "-1:" + "a" * 20])
def test_what_is_no_seal(written: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011  任何消息都可以 any message will do
        Kept.read(written)


def test_a_seal_is_read_as_printed() -> None:
    assert Kept.read(f" 12:{'AB' * 32}\n") == Kept(12, "ab" * 32)
