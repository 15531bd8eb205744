"""一笔账的一生：从建账到销账，每一步都走 operations。The life of an account, every step through the operations."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from taizhang.ledger import requests as r
from taizhang.ledger.dates import PartialDate
from taizhang.ledger.posting import Evidence, OnBehalf
from taizhang.ledger.quantity import parse
from taizhang.ledger.refusal import PostingRefused
from taizhang.operations.accept import accept
from taizhang.operations.assign import assign, assign_many
from taizhang.operations.bring_forward import bring_forward
from taizhang.operations.close import close
from taizhang.operations.open import open_entry, open_many
from taizhang.operations.perform import Conflict, EntryNotFound, ManyRefused, Outcome
from taizhang.operations.report import report
from taizhang.operations.submit import submit
from taizhang.operations.verify import verify
from taizhang.operations.waive import waive
from taizhang.store import files, journal, persons, rebuild
from taizhang.store.models import EntryRow, EvidenceRow, PaperRow
from tests.store.county import AT, TARGET, actor

pytestmark = pytest.mark.usefixtures("small_county")
LATER = AT + timedelta(days=1)
MU = "万亩"


def order(title: str = "完成造林12万亩", **more: object) -> r.Open:
    given: dict[str, object] = {
        "number": "",
        "title": title,
        "target": TARGET,
        "lead_unit": "lyj",
        "due": PartialDate.read("2026-11"),
        "start": PartialDate.read("2026-03"),
        "co_units": ("czj",),
        "leader": "leader1",
    }
    return r.Open(**(given | more))  # type: ignore[arg-type]


def opened(**more: object) -> str:
    return open_entry(book="task", request=order(**more), by=actor("chen"), at=AT).entry.id


def paper(name: str = "验收单.pdf") -> Evidence:
    kept = files.keep([name.encode()], name=name, media="application/pdf", at=AT)
    return Evidence("file", kept.digest, name)


def amount(figure: str) -> int:
    return parse(figure, MU).amount


def doing() -> str:
    entry = opened()
    assign(entry=entry, by=actor("chen"), at=AT)
    accept(entry=entry, by=actor("lin"), at=AT)
    return entry


def reported(figure: str = "12") -> Outcome:
    entry = doing()
    return report(entry=entry, cumulative=amount(figure), unit=MU, by=actor("lin"), at=LATER, evidence=(paper(),))


def test_from_opening_to_closing() -> None:
    entry = reported().entry.id
    submit(entry=entry, by=actor("lin"), at=LATER)
    verify(entry=entry, found=amount("12"), unit=MU, method="site", by=actor("tan"), at=LATER)
    done = close(entry=entry, by=actor("chen"), at=LATER)
    assert done.entry.state == "closed"
    row = EntryRow.objects.get(id=entry)
    assert (row.number, row.account, row.published, row.covered) == ("26-0001", "close", True, True)
    assert (row.claimed, row.verified) == (amount("12"), amount("12"))
    assert row.last_number == done.number == journal.head()[0]
    assert [str(p) for p in PaperRow.objects.filter(entry_id=entry)] == ["云督〔2026〕1号", "云销〔2026〕1号"]
    evidence = EvidenceRow.objects.get(entry_id=entry)
    assert (evidence.name, evidence.size, evidence.media) == (
        "验收单.pdf",
        len("验收单.pdf".encode()),
        "application/pdf",
    )
    assert rebuild.differences() == []


def test_it_does_not_close_before_it_is_verified_in_full() -> None:
    entry = reported("12").entry.id
    submit(entry=entry, by=actor("lin"), at=LATER)
    verify(entry=entry, found=amount("11.5"), unit=MU, method="site", by=actor("tan"), at=LATER)
    with pytest.raises(PostingRefused) as refused:
        close(entry=entry, by=actor("chen"), at=LATER)
    assert (refused.value.code, refused.value.params["figure"]) == ("need.covered", "0.5")
    assert not PaperRow.objects.filter(kind="close").exists()
    waive(entry=entry, leader="leader1", reason="地块被征用", by=actor("li"), at=LATER)
    assert close(entry=entry, by=actor("chen"), at=LATER).entry.state == "closed"


def test_numbers_run_on_by_book_and_year() -> None:
    first, second = (open_entry(book="task", request=order(), by=actor("chen"), at=AT).entry for _ in range(2))
    next_year = AT.replace(year=2027)
    late = order(start=PartialDate.read("2027-01"), due=PartialDate.read("2027"))
    third = open_entry(book="task", request=late, by=actor("chen"), at=next_year).entry
    assert [e.number for e in (first, second, third)] == ["26-0001", "26-0002", "27-0001"]
    assert len({e.id for e in (first, second, third)}) == 3
    assert min(len(e.id) for e in (first, second, third)) >= 16


def test_a_refused_opening_uses_up_no_number() -> None:
    with pytest.raises(PostingRefused, match=r"open\.no_unit"):
        opened(lead_unit="none")
    assert EntryRow.objects.get(id=opened()).number == "26-0001"


@pytest.mark.parametrize(
    ("more", "code"),
    [
        ({"lead_unit": "nobody"}, "open.no_unit"),
        ({"co_units": ("nobody",)}, "open.no_unit"),
        ({"leader": "nobody"}, "open.no_unit"),
        ({"parent": "nothing"}, "open.no_parent"),
        ({"parent": "#0"}, "open.no_parent"),
        ({"title": "长" * 501}, "text.too_long"),
        ({"target": replace(TARGET, measure="长" * 121)}, "text.too_long"),
        ({"target": replace(TARGET, amount=2**63)}, "quantity.beyond"),
        ({"title": "  "}, "need.title"),
    ],
)
def test_an_opening_is_refused(more: dict[str, object], code: str) -> None:
    with pytest.raises(PostingRefused) as refused:
        opened(**more)
    assert refused.value.code == code


def test_an_unknown_book_is_refused() -> None:
    with pytest.raises(PostingRefused, match=r"open\.no_book"):
        open_entry(book="none", request=order(), by=actor("chen"), at=AT)


def test_many_open_together_with_parts_under_a_whole() -> None:
    made = open_many(book="task", requests=[order("六大基地"), order("一号基地", parent="#0")], by=actor("chen"), at=AT)
    assert [o.entry.number for o in made] == ["26-0001", "26-0002"]
    assert made[1].entry.parent == made[0].entry.id
    assert EntryRow.objects.get(id=made[1].entry.id).parent_id == made[0].entry.id


def test_one_bad_row_of_many_opens_nothing_and_all_faults_are_told() -> None:
    before, _ = journal.head()
    with pytest.raises(ManyRefused) as refused:
        open_many(
            book="task",
            requests=[order(), order(due=None), order(), order(lead_unit="none")],
            by=actor("chen"),
            at=AT,
        )
    assert {place: e.code for place, e in refused.value.refusals.items()} == {1: "need.due", 3: "open.no_unit"}
    assert journal.head()[0] == before


def test_many_are_assigned_with_one_paper_for_each_unit() -> None:
    made = open_many(book="task", requests=[order(), order(), order(lead_unit="bhz")], by=actor("chen"), at=AT)
    assign_many(entries=[(o.entry.id, 1) for o in made], by=actor("chen"), at=AT)
    papers = [PaperRow.objects.get(entry_id=o.entry.id).number for o in made]
    assert papers == ["云督〔2026〕1号", "云督〔2026〕1号", "云督〔2026〕2号"]
    assert assign(entry=opened(), by=actor("chen"), at=AT).entry.state == "assigned"
    assert PaperRow.objects.order_by("-serial")[0].serial == 3


def test_assigning_many_stops_at_a_stale_version_and_names_refusals() -> None:
    one, two = opened(), opened()
    with pytest.raises(Conflict):
        assign_many(entries=[(one, 1), (two, 7)], by=actor("chen"), at=AT)
    assign(entry=two, by=actor("chen"), at=AT)
    with pytest.raises(ManyRefused) as refused:
        assign_many(entries=[(one, None), (two, None)], by=actor("chen"), at=AT)
    assert {place: e.code for place, e in refused.value.refusals.items()} == {1: "act.not_now"}
    assert EntryRow.objects.get(id=one).state == "opened"


def test_a_form_filled_in_against_an_older_version_is_a_conflict() -> None:
    entry = doing()
    with pytest.raises(Conflict) as caught:
        submit(entry=entry, expected=2, by=actor("lin"), at=AT)
    assert (caught.value.version, caught.value.by) == (3, "lin")


def test_handlers_see_their_own_accounts_only() -> None:
    entry = doing()
    for name in ("bei", "gong", "guan"):
        with pytest.raises(EntryNotFound):
            submit(entry=entry, by=actor(name), at=AT)
    with pytest.raises(EntryNotFound):
        submit(entry="no-such-entry", by=actor("chen"), at=AT)


def test_the_office_records_for_a_unit_with_its_paper_and_a_name_that_stays_out_of_the_journal() -> None:
    entry = opened()
    assign(entry=entry, by=actor("chen"), at=AT)
    village = OnBehalf("lyj", "赵某某")
    with pytest.raises(PostingRefused, match=r"need\.paper"):
        accept(entry=entry, by=actor("chen"), at=AT, behalf=village)
    accept(entry=entry, by=actor("chen"), at=AT, behalf=village, evidence=(paper(),))
    posting = journal.load(entry)[-1]
    assert posting.behalf is not None
    assert persons.read(posting.behalf.person) == "赵某某"
    assert all("赵某某" not in record.body for record in journal.load_all())
    with pytest.raises(PostingRefused, match=r"behalf\.not_office"):
        submit(entry=entry, by=actor("lin"), at=AT, behalf=village)


def test_who_recorded_for_a_unit_may_not_verify_it() -> None:
    entry = doing()
    both = replace(actor("chen"), roles=frozenset({"office", "team"}))
    report(entry=entry, cumulative=amount("3"), unit=MU, by=both, at=LATER, behalf=OnBehalf("lyj"), evidence=(paper(),))
    with pytest.raises(PostingRefused, match=r"act\.own_record"):
        verify(entry=entry, found=amount("3"), unit=MU, method="site", by=both, at=LATER)


def test_an_opening_balance_is_taken_in() -> None:
    entry = opened()
    made = bring_forward(
        entry=entry,
        claimed=amount("6"),
        verified=amount("5"),
        unit=MU,
        as_of=date(2026, 2, 28),
        by=actor("chen"),
        at=AT,
        evidence=(paper("年中表.xlsx"),),
    )
    row = EntryRow.objects.get(id=entry)
    assert (row.claimed, row.verified, row.version) == (amount("6"), amount("5"), made.entry.version)


@pytest.mark.parametrize(
    ("evidence", "code"),
    [
        (Evidence("file", "f" * 64, "没有的文件"), "evidence.unknown"),
        (Evidence("file", "../../etc/passwd"), "evidence.unknown"),
        (Evidence("link", "javascript:alert(1)"), "evidence.link"),
        (Evidence("paper", " "), "evidence.unknown"),
    ],
)
def test_evidence_must_be_there(evidence: Evidence, code: str) -> None:
    with pytest.raises(PostingRefused) as refused:
        report(entry=doing(), cumulative=1, unit=MU, by=actor("lin"), at=LATER, evidence=(evidence,))
    assert refused.value.code == code


def test_the_second_signer_may_be_a_name_that_stays_out_of_the_journal() -> None:
    entry = reported().entry.id
    verify(entry=entry, found=amount("2"), unit=MU, method="site", second="钱某某", by=actor("tan"), at=LATER)
    second = getattr(journal.load(entry)[-1].fact, "second", "")
    assert persons.names([second, "tan"]) == {second: "钱某某", "tan": "tan某"}
