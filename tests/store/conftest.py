"""库的测试共用的准备。What the store's tests share."""

from __future__ import annotations

import pytest


@pytest.fixture
def small_county(db: None) -> None:
    """Units and people; nothing opened yet."""
    from tests.store import county  # Django 此时才备好 Django is ready only by now

    county.settle()
