"""Each book, walked: opened, done, verified by others, closed; and no state in it is a trap."""

from __future__ import annotations

import pytest

from taizhang import books
from taizhang.ledger import requests as r
from taizhang.ledger.book import Book
from taizhang.ledger.refusal import PostingRefused
from tests.unit.books.shelf import FIRST_EIGHT, LATER_SIX, SHELF, drafts, onward, opened
from tests.unit.ledger import desk

EVERY = pytest.mark.parametrize("name", sorted(SHELF))


def walked(book: Book, until: str) -> desk.Account:
    account = opened(book)
    for _ in range(30):
        if account.entry.state == until:
            return account
        by, request = onward(book, account.entry)
        account.do(by, request, evidence=(desk.PHOTO,))
    raise AssertionError(f"{book.name} never came to {until}")


def test_the_first_eight_are_shipped_and_the_later_six_are_not() -> None:
    assert books.load().keys() == FIRST_EIGHT
    assert drafts().keys() == LATER_SIX


@EVERY
def test_an_account_goes_from_its_start_to_closed(name: str) -> None:
    account = walked(SHELF[name], "closed")
    kinds = [posting.kind for posting in account.postings]
    assert kinds.index("Verified") < kinds.index("Closed")
    verifier = next(x.by.unit for x in account.postings if x.kind == "Verified")
    assert verifier not in {x.by.unit for x in account.postings if x.kind == "Reported"}


@EVERY
def test_no_state_is_a_trap(name: str) -> None:
    book = SHELF[name]
    home = {n for n, s in book.states.items() if s.account == "close"}
    for _ in book.states:
        home |= {source for act in book.acts.values() for source, target in act.moves.items() if target in home}
    assert {n for n, s in book.states.items() if s.account != "end"} <= home


@EVERY
def test_nothing_is_closed_that_nobody_verified(name: str) -> None:
    account = walked(SHELF[name], "submitted")
    with pytest.raises(PostingRefused, match=r"need\.covered"):
        account.do(desk.CLERK, r.Close("1"))


@EVERY
def test_the_unit_that_reported_never_verifies(name: str) -> None:
    book = SHELF[name]
    account = walked(book, "submitted")
    if "verify" not in book.acts or "submitted" not in book.acts["verify"].moves:
        account.do(desk.CLERK, r.Check("材料齐全"))
    inside = r.Actor("inside", "forestry", frozenset({"handler", "team"}))
    visit = r.Verify(account.entry.target.amount, account.entry.target.unit, "现场", second="other")
    with pytest.raises(PostingRefused, match=r"act\.own_claim"):
        account.do(inside, visit, evidence=(desk.PHOTO,))


@EVERY
def test_everything_is_named_in_both_languages(name: str) -> None:
    book = SHELF[name]
    named = [book.label, book.purpose, *(one.label for kind in (book.states, book.acts) for one in kind.values())]
    named += [one.label for one in (*book.fields, *book.clocks, *book.stages)]
    assert all(any("\u4e00" <= c <= "\u9fff" for c in label.zh) for label in named)
    assert all(label.en.isascii() for label in named)


@EVERY
def test_a_meeting_is_the_mandate_and_a_leader_the_instruction(name: str) -> None:
    """What a book wants before anything is opened in it is asked for."""
    book = SHELF[name]
    wanted = book.acts["open"].needs
    given: dict[str, object] = {"mandate": "", "leader": ""}
    if wanted:
        with pytest.raises(PostingRefused, match=f"need.{min(wanted)}"):
            opened(book, **given)
    else:
        assert opened(book, **given).entry.book == name


@pytest.mark.parametrize("name", ["household", "dispute", "rating", "points", "enterprise"])
def test_persons_are_shown_in_part_only(name: str) -> None:
    persons = [field for field in SHELF[name].fields if field.type == "person"]
    assert persons
    assert all(field.masked for field in persons)


def test_a_yearly_figure_is_not_extended() -> None:
    assert SHELF["indicator"].limits.extensions == 0
    assert "extend" not in SHELF["indicator"].acts


@pytest.mark.parametrize("name", ["investment", "project"])
def test_stages_stand_in_order_and_the_last_one_closes(name: str) -> None:
    book = SHELF[name]
    account = walked(book, "closed")
    assert [one.stage for one in account.entry.course.stages] == [stage.name for stage in book.stages]
    assert "last_stage" in book.acts["close"].needs
