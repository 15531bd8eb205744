"""故事的准备：段落模块里的断言也要说得清。Assertions in the stretches of a story explain themselves too."""

from __future__ import annotations

import pytest

for stretch in ("person", "opening", "delivering", "closing", "counting"):
    pytest.register_assert_rewrite(f"tests.stories.{stretch}")
