"""拒绝的话：账本的每条规矩都有一句中文、一句英文。Every rule of the ledger has its sentence, in both languages."""

from __future__ import annotations

import re
from fractions import Fraction
from pathlib import Path

import pytest
from django.utils import translation

from taizhang.books.load import book
from taizhang.ledger import light as ledger_light
from taizhang.ledger import quantity as ledger_quantity
from taizhang.ledger.light import Light
from taizhang.ledger.refusal import CODES
from taizhang.operations.refusal import CODES as OPERATION_CODES
from taizhang.web.reasons import RULES, arithmetic, why
from taizhang.web.refusals import SENTENCES, sentence

PARAMS: dict[str, str | int] = {
    "grades": "优秀、良好",
    "edition": 2,
    "days": 30,
    "problem": 1,
    "method": "现场",
    "stage": "signed",
    "act": "verify",
    "state": "doing",
    "roles": "office team",
    "unit": "万亩",
    "other": "公里",
    "user": "u1",
    "last": 64_200 * 10_000,
    "open": 6_200 * 10_000,
    "figure": "4.5",
    "date": "2026-09-20",
    "due": "2026-11",
    "start": "2027",
    "title": "整地",
    "version": 3,
    "limit": 2,
    "field": "title",
    "written": "明天",
    "parent": "26-0001",
    "book": "task",
    "ref": "ftp://x",
}
QUANTITY_CODES = re.findall(r'NotAQuantity\("([\w.]+)"', Path(str(ledger_quantity.__file__)).read_text("utf-8"))


@pytest.mark.parametrize("code", sorted(CODES | OPERATION_CODES | set(QUANTITY_CODES) | {"date.unreadable"}))
def test_every_rule_has_a_sentence_in_both_languages(code: str) -> None:
    with translation.override("zh-hans"):
        chinese = sentence(code, PARAMS)
    with translation.override("en"):
        english = sentence(code, PARAMS)
    assert code in SENTENCES
    assert chinese != english
    assert "%(" not in chinese + english


def test_amounts_dates_and_names_are_spoken() -> None:
    words = sentence("report.backwards", {"last": 64_200 * 10_000, "unit": "万亩"})
    assert words.startswith("比上次的 6.42 万亩 少")
    assert sentence("act.own_claim", {"unit": "lyj"}, names={"lyj": "县林业局"}).startswith("谁报的，谁不核：县林业局")
    assert "督查室、督导组" in sentence("act.not_yours", {"act": "close", "roles": "office team"})


def test_a_book_names_acts_and_states() -> None:
    assert "“办理中”" in sentence("act.not_now", {"act": "close", "state": "doing"}, book=book("task"))


def test_a_code_without_a_sentence_can_be_told_to_the_office() -> None:
    assert "no.such" in sentence("no.such", {"anything": 1})


def test_every_rule_of_the_lights_has_its_reason() -> None:
    source = Path(str(ledger_light.__file__)).read_text("utf-8")
    rules = set(re.findall(r'Light\("\w+", "(\w+)"', source)) | {"hard_milestone", "behind", "reached", "no_breach"}
    assert rules <= set(RULES)
    assert why(Light("red", "overdue")) == "过了时限，还没有核实办成。"


def test_the_sum_of_a_light_adds_up_on_paper() -> None:
    shown = arithmetic(Light("amber", "lagging", "verified", Fraction(580, 1030) * 100, Fraction(70)))
    assert shown == "按已核计：56.3% − 70.0% = −13.7 点"
    odd = arithmetic(Light("amber", "lagging", "claimed", Fraction("10.04"), Fraction("20.06")))
    assert odd == "按已报计：10.04% − 20.06% = −10.02 点"
    assert arithmetic(Light("done", "closed")) == ""
