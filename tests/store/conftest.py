"""库的测试共用的准备。What the store's tests share."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.store.homes import Home, home


@pytest.fixture
def small_county(db: None) -> None:
    """Units and people; nothing opened yet."""
    from tests.store import county  # Django 此时才备好 Django is ready only by now

    county.settle()


@pytest.fixture(scope="session")
def settled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Home]:
    """A home with the small county in it, to be copied."""
    with home(tmp_path_factory.mktemp("settled") / "home") as mine:
        mine.script("settle")
        yield mine
