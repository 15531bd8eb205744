"""流水：序号连续、比较再换、接成一条链。The journal: gap-free, compare-and-swap, one chain."""

from __future__ import annotations

import pytest

from taizhang.ledger import posting as p
from taizhang.ledger.journal import GENESIS, verify
from taizhang.store import journal
from taizhang.store.models import EntryRow, HeadRow, PostingRow
from tests.store.county import AT, FILE, opened, posting

pytestmark = pytest.mark.usefixtures("small_county")


def test_numbers_follow_without_gaps_and_the_chain_holds() -> None:
    before, _ = journal.head()
    journal.append([posting("e1", 1, opened()), posting("e1", 2, p.Assigned("督1", opened().due, "lyj"))], {"e1": 0})
    journal.append([posting("e2", 1, opened("26-0002"))], {"e2": 0})
    records = list(journal.load_all())
    assert [r.number for r in records] == list(range(1, before + 4))
    assert list(verify(records)) == []
    assert records[0].prev == GENESIS
    assert journal.head() == (before + 3, records[-1].digest)
    assert HeadRow.objects.get().digest == records[-1].digest


def test_what_was_recorded_reads_back_as_it_was() -> None:
    given = [
        posting("e1", 1, opened(), evidence=(FILE,)),
        posting("e1", 2, p.Assigned("督1", opened().due, "lyj", "急")),
    ]
    journal.append(given, {"e1": 0})
    assert journal.load("e1") == given
    assert [record.version for record, _ in journal.history("e1")] == [1, 2]


def test_a_stale_version_is_a_conflict_and_records_nothing() -> None:
    journal.append([posting("e1", 1, opened())], {"e1": 0})
    number, _ = journal.head()
    with pytest.raises(journal.Conflict) as caught:
        journal.append([posting("e1", 1, opened("26-0009"))], {"e1": 0})
    assert (caught.value.version, caught.value.by, caught.value.at) == (1, "chen", AT)
    assert journal.head()[0] == number
    assert EntryRow.objects.count() == 1


def test_one_conflict_in_a_batch_records_none_of_it() -> None:
    journal.append([posting("e1", 1, opened())], {"e1": 0})
    number, _ = journal.head()
    with pytest.raises(journal.Conflict):
        journal.append([posting("e2", 1, opened("26-0002")), posting("e1", 1, opened())], {"e2": 0, "e1": 0})
    assert journal.head()[0] == number
    assert not EntryRow.objects.filter(id="e2").exists()


@pytest.mark.parametrize("version", [1, 3])
def test_versions_must_follow(version: int) -> None:
    journal.append([posting("e1", 1, opened())], {"e1": 0})
    with pytest.raises(ValueError, match="follow"):
        journal.append([posting("e1", version, p.Accepted())], {"e1": 1})


def test_a_stream_needs_an_expected_version() -> None:
    with pytest.raises(ValueError, match="expected"):
        journal.append([posting("e1", 1, opened())], {})


def test_a_lost_head_row_is_found_again_from_the_journal() -> None:
    HeadRow.objects.all().delete()
    journal.append([posting("e1", 1, opened())], {"e1": 0})
    assert list(verify(journal.load_all())) == []
    assert HeadRow.objects.get().number == PostingRow.objects.count()


def test_sm3_may_follow_sha256_in_one_chain(settings: object) -> None:
    journal.append([posting("e1", 1, opened())], {"e1": 0})
    settings.TAIZHANG = settings.TAIZHANG | {"digest": "sm3"}  # type: ignore[attr-defined]
    journal.append([posting("e1", 2, p.Assigned("督1", opened().due, "lyj"))], {"e1": 1})
    assert [r.algorithm for r in journal.load_all()][-2:] == ["sha256", "sm3"]
    assert list(verify(journal.load_all())) == []
