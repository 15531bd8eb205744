"""怪文：没有标点的长串、只有标点、不配对的引号、空的序数。Odd input: nothing breaks, every span stays inside."""

from __future__ import annotations

import random

import pytest

from taizhang.reading.coverage import coverage
from taizhang.reading.meaning import meaning
from taizhang.reading.measures import measures
from taizhang.reading.reconcile import reconcile
from taizhang.reading.tree import tree
from taizhang.text.span import Span

ODD = [
    "、",
    "的",
    "一",
    "项目",
    "“",
    "”",
    "（",
    "建设",
    "，",
    "。",
    "\n",
    "一是",
    "三个一",
    "等8个项目",
    "第一，",
    "：",
    "其中",
    "以",
    "“三”",
]
LETTERS = "建设项目工程、，。“”（）一二三个大等的将要县市1234亿元推进加快\n：；"


def assert_whole(text: str) -> None:
    body = Span(0, len(text))
    amounts = measures(text, body)
    said = meaning(text, body, amounts)
    for found in (*said.frameworks, *said.items, *said.projects):
        assert body.holds(found.at)
    root = tree(said.outline, said.frameworks, said.items, amounts)
    assert sum(node.kind == "item" for node in root.walk()) == len(said.items)
    reconcile(said.outline, said.frameworks, said.items, said.projects, amounts)
    covered = coverage(said.outline, said.items, said.frameworks)
    assert covered.obliging == covered.taken + len(covered.left)


@pytest.mark.parametrize("unit", ODD)
def test_runs_of_one_thing(unit: str) -> None:
    assert_whole(unit * 400)


@pytest.mark.parametrize("seed", range(20))
def test_random_letters_of_plans(seed: int) -> None:
    chosen = random.Random(seed)
    assert_whole("".join(chosen.choice(LETTERS) for _ in range(600)))


def test_nothing() -> None:
    assert_whole("")
