"""The chain: whole when it is whole, and every kind of harm is found."""

from __future__ import annotations

from dataclasses import replace

import pytest

from taizhang.ledger.journal import GENESIS, Record, chain, posting_of, verify
from tests.unit.ledger import desk


@pytest.fixture(params=["sha256", "sm3"])
def records(request: pytest.FixtureRequest) -> list[Record]:
    return list(chain(desk.closed().postings, number=0, prev=GENESIS, algorithm=request.param))


def test_a_whole_chain_has_no_break(records: list[Record]) -> None:
    assert list(verify(records)) == []
    assert [r.number for r in records] == list(range(1, 8))


def test_postings_come_back_as_they_were(records: list[Record]) -> None:
    assert [posting_of(r.body) for r in records] == desk.closed().postings


def codes(records: list[Record]) -> set[str]:
    return {found.code for found in verify(records)}


def test_a_changed_body_is_found(records: list[Record]) -> None:
    records[3] = replace(records[3], body=records[3].body.replace("60000", "70000"))
    assert codes(records) == {"digest"}


def test_a_body_changed_with_its_digest_breaks_the_next_link(records: list[Record]) -> None:
    forged = list(chain([posting_of(records[3].body)], number=3, prev=GENESIS, algorithm=records[3].algorithm))
    records[3] = forged[0]
    assert codes(records) == {"link"}


def test_a_missing_record_is_found(records: list[Record]) -> None:
    del records[2]
    assert {"gap", "link", "version"} <= codes(records)


def test_columns_that_belie_the_body_are_found(records: list[Record]) -> None:
    records[1] = replace(records[1], kind="Closed")
    assert codes(records) == {"body"}
