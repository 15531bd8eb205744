"""The page of each book says what its file says."""

from __future__ import annotations

from tests.unit.books.shelf import SHELF
from tools import make_book_pages


def test_pages_are_up_to_date() -> None:
    assert make_book_pages.stale() == []


def test_a_page_names_every_state_act_clock_and_stage() -> None:
    for book in SHELF.values():
        text = make_book_pages.page(book)
        labels = [one.label.zh for one in (*book.states.values(), *book.acts.values(), *book.clocks, *book.stages)]
        assert [label for label in labels if label not in text] == []
