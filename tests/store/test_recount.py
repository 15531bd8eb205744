"""总览上的每一格，和照导出的流水重算的一样。Every cell of the board equals what the exported journal recounts to."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from datetime import date, timedelta

import pytest

from taizhang.ledger.dates import PartialDate
from taizhang.ledger.posting import Posting, Reported, Returned, Submitted, Verified
from taizhang.ledger.quantity import parse
from taizhang.queries import board as boards
from taizhang.queries.board import Board, Row
from taizhang.queries.export import journal_lines
from taizhang.queries.filter import Filter
from taizhang.queries.measures import Measure, Sums, kinds
from taizhang.store import journal, registry
from tests.store import county
from tools import recount

pytestmark = pytest.mark.django_db
TODAY = date(2026, 7, 15)


def mu(figure: str) -> int:
    return parse(figure, "万亩").amount


def reports(stream: str, version: int, *cumulative: str) -> Iterator[Posting]:
    before = 0
    for step, figure in enumerate(cumulative):
        now = mu(figure)
        day = date(2026, 4, 10) + timedelta(days=30 * step)
        fact = Reported(now - before, now, "万亩")
        at = county.AT.replace(month=day.month, day=day.day)
        yield county.posting(stream, version + step, fact, "lin", at=at, effective=day)
        before = now


@pytest.fixture
def books_open(small_county: None) -> None:
    """Five accounts: one verified, one claimed, one silent, one with parts of its own, each with another light."""
    registry.adopt_books(by=registry.SYSTEM, at=county.AT)
    whole = {"target": county.TARGET, "due": PartialDate.read("2026-11")}
    postings = [county.posting(f"e{n}", 1, county.opened(f"26-000{n}", **whole)) for n in (1, 2, 3, 4)]
    postings.append(county.posting("e5", 1, county.opened("26-0005", parent="e4", lead_unit="bhz")))
    postings += reports("e1", 2, "3", "5.5")
    postings.append(county.posting("e1", 4, Submitted(), "lin"))
    late = {"at": county.AT.replace(month=5, day=12), "effective": date(2026, 5, 12)}
    postings.append(county.posting("e1", 5, Verified(mu("5"), mu("5"), "万亩", "现场"), "tan", **late))
    postings.append(county.posting("e1", 6, Returned("少半万亩", -mu("0.5"), "万亩"), "tan", **late))
    postings += reports("e2", 2, "1.25")
    journal.append(postings, dict.fromkeys(("e1", "e2", "e3", "e4", "e5"), 0))


def shown(on: date) -> Board:
    return boards.board(county.actor("chen"), Filter(), on=on)


def lights_and_states(row: Row) -> dict[str, object]:
    states = {state: n for state, n in row.states.items() if n}
    return {"total": row.total, "closed": row.closed, "lights": row.lights, "states": states}


def figures(row: Sums) -> dict[str, object]:
    told = ("target", "claimed", "verified", "planned", "open", "outstanding")
    return {"accounts": row.accounts} | {name: getattr(row, name).text() for name in told}


def of_measure(table: Measure) -> dict[str, object]:
    points = [
        [p.day.isoformat(), p.planned.text(), p.claimed and p.claimed.text(), p.verified and p.verified.text()]
        for p in table.points
    ]
    rows = {row.code: figures(row) for row in table.rows}
    return {"unit": table.unit, "whole": figures(table.whole), "units": rows, "curve": points}


@pytest.mark.usefixtures("books_open")
@pytest.mark.parametrize("on", [TODAY, date(2026, 5, 20), date(2026, 12, 1)])
def test_every_cell_is_recounted(on: date) -> None:
    with closing(journal_lines()) as lines:  # type: ignore[type-var]
        out = recount.recount(lines)
    again, board = recount.board(out, on), shown(on)
    assert out.breaks == []
    assert lights_and_states(board.whole) == again["whole"]
    assert {row.code: lights_and_states(row) for row in board.rows} == again["units"]
    assert board.ended == again["ended"]
    assert board.measure is not None
    assert {"造林面积 亩": of_measure(board.measure)} == again["measures"]


@pytest.mark.usefixtures("books_open")
def test_the_board_is_not_empty() -> None:
    board = shown(TODAY)
    assert board.whole.total == 5
    assert len({colour for colour, n in board.whole.lights.items() if n}) > 1
    assert [kind.measure for kind in kinds(county.actor("chen"))] == ["造林面积"]
