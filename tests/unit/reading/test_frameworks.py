"""提法的例子：名称里的数，名前、名后、其下的成员。Examples of counted names and of where their members stand."""

from __future__ import annotations

import pytest

from taizhang.reading.counted_names import counts_of
from taizhang.reading.frameworks import frameworks, unlisted
from taizhang.reading.sentences import outline
from taizhang.text.span import Span


def read(text: str) -> list[tuple[str, object, list[str]]]:
    found = frameworks(outline(text, Span(0, len(text))))
    return [(f.name, f.n, [m.name for m in f.members]) for f in found]


@pytest.mark.parametrize(
    ("name", "n"),
    [
        ("四个不摘", 4),
        ("三化三制", (3, 3)),
        ("两不愁三保障", (2, 3)),
        ("2+N", (2, "N")),
        ("1234", (1, 2, 3, 4)),
        ("一三四三", (1, 3, 4, 3)),
        ("四个一", 4),
        ("双碳", 2),
    ],
)
def test_the_counts_a_name_carries(name: str, n: object) -> None:
    counted = counts_of(name)
    assert counted is not None
    assert counted[0] == n


@pytest.mark.parametrize("name", ["一网通办", "十四五", "两会", "四梁八柱", "三年行动", "二十大", "12345", "第一议题"])
def test_names_that_count_nothing(name: str) -> None:
    assert counts_of(name) is None


def test_members_before_the_name_without_the_verb() -> None:
    assert read("大力实施强工战略、兴农战略、绿水战略“三大战略”。") == [
        ("三大战略", 3, ["强工战略", "兴农战略", "绿水战略"])
    ]


def test_an_open_list_keeps_what_is_printed() -> None:
    text = "推进路网工程、水网工程、电网工程等十大工程。"
    [one] = frameworks(outline(text, Span(0, len(text))))
    assert (one.n, len(one.members), one.open) == (10, 3, True)


def test_members_in_brackets() -> None:
    assert read("落实“三进”（人进、权进、事进）要求。") == [("三进", 3, ["人进", "权进", "事进"])]


def test_members_are_the_ordinals_below() -> None:
    text = "办好四件大事。推进“三城联创”。一是创文明城。全员动员。二是创卫生城。三是创园林城。"
    assert ("三城联创", 3, ["创文明城", "创卫生城", "创园林城"]) in read(text)


def test_a_quoted_formula_names_its_parts() -> None:
    text = "推进“擦亮一张名片，做强两大产业，办好三件大事”的“123”工作重心。"
    assert [(name, n) for name, n, _ in read(text)] == [("两大产业", 2), ("三件大事", 3), ("123", (1, 2, 3))]
    assert read(text)[2][2] == ["擦亮一张名片", "做强两大产业", "办好三件大事"]


def test_plain_nouns_need_their_members() -> None:
    assert read("壮大三大产业。") == []
    assert read("壮大铸造、化工、食品三大产业。") == [("三大产业", 3, ["铸造", "化工", "食品"])]


def test_the_dictionary_knows_what_the_text_leaves_out() -> None:
    text = "坚持“四个不摘”，推进“五水同治”。"
    known, local = frameworks(outline(text, Span(0, len(text))))
    assert unlisted(known) is not None
    assert unlisted(local) is None
