"""经过里每一种流水都有一句话、一个记号。Every kind of posting of an account has its sentence and its sign."""

from __future__ import annotations

import re
from datetime import date
from typing import Any, get_args

import pytest
from django.template.loader import render_to_string
from django.utils import translation

from taizhang.ledger import posting as p
from taizhang.ledger.sampling import WEIGHTS
from taizhang.queries.history import LOOKS
from taizhang.web.reasons import RISKS, risk

KINDS = [kind.__name__ for kind in get_args(p.Fact)]
TEMPLATES = ("told.html", "told_course.html")


def template(name: str) -> str:
    from django.template.loader import get_template

    return str(get_template(f"entry/{name}").template.source)  # type: ignore[attr-defined]


def test_every_kind_has_a_sign() -> None:
    assert set(LOOKS) == set(KINDS)
    assert set(LOOKS.values()) == {"v", "c", "paper", ""}


def test_every_kind_has_a_sentence() -> None:
    told = set(re.findall(r'passage\.kind == "(\w+)"', "".join(template(name) for name in TEMPLATES)))
    assert told == set(KINDS)


def test_every_reason_to_look_has_words_in_both_languages() -> None:
    assert set(RISKS) == set(WEIGHTS)
    for code in WEIGHTS:
        chinese = risk(code)
        with translation.override("en"):
            assert risk(code) != chinese


COURSE: list[tuple[p.Fact, dict[str, str], str, str]] = [
    (p.Approved("leader1"), {"approver": "副县长"}, "副县长批准", "Approved"),
    (p.Sampled("2026-03", 450, True, ("late",)), {}, "已过时限", "past its deadline"),
    (p.Reviewed(False, "数不实"), {}, "推翻认定", "overturned"),
    (p.LookedBack(True, "成活率高"), {}, "没有反弹", "holds"),
    (p.Instructed("leader1", "抓紧", date(2026, 9, 1)), {"leader": "副县长"}, "副县长，9月1日", "Instruction"),
]


@pytest.mark.parametrize(("fact", "names", "chinese", "english"), COURSE)
def test_a_sentence_in_both_languages(fact: p.Fact, names: dict[str, str], chinese: str, english: str) -> None:
    passage: dict[str, Any] = {"kind": type(fact).__name__, "fact": fact, "names": names}
    for language, words in (("zh-hans", chinese), ("en", english)):
        with translation.override(language):
            said = render_to_string("entry/told.html", {"passage": passage, "page": {}})
        assert words in re.sub(r"<[^>]+>|\s+", " ", said).replace("  ", " "), said
