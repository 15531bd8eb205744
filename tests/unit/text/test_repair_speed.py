"""No text stalls repair: twice as long takes about twice the time, and even contrived text ends soon."""

import time

import pytest

from taizhang.text.repair import repair

CONTRIVED = [
    "?,a",
    "?！碧烀髡",
    "們(fā)",
    "??",
    "?!",
    "?,F(xiàn)",
    "記 者 王 ",
    "一,,",
    "縣?,",
    "?;ず蒙肪?,",
    "“",
    "<U+",
    "(fā)",
    "www.",
]


@pytest.mark.parametrize("scrap", CONTRIVED)
def test_contrived_text_ends_soon(scrap: str) -> None:
    repair("縣?,F有的")  # 先把表读进来 tables are read once
    begun = time.process_time()
    repair((scrap * 3_000)[:3_000])
    assert time.process_time() - begun < 4.0
