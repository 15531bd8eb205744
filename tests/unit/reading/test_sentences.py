"""断句的例子：标题、一是、括号、引号、数里的逗号。Examples of cutting: headings, ordinals, brackets, figures."""

from __future__ import annotations

from taizhang.reading.sentences import outline
from taizhang.text.span import Span


def cut(text: str) -> list[list[str]]:
    made = outline(text, Span(0, len(text)))
    return [[clause.at.of(text) for clause in sentence.clauses] for sentence in made.sentences()]


def test_clauses_leave_quoted_names_brackets_and_figures_whole() -> None:
    text = "落实“甲，乙”制度（牵头单位：县局，县委），新增1,500户。"
    assert cut(text) == [["落实“甲，乙”制度（牵头单位：县局，县委）", "新增1,500户"]]


def test_speech_is_walked_through() -> None:
    assert cut("他说：“我们要建厂。还要修路。”随后视察。") == [["他说", "“我们要建厂"], ["还要修路"], ["随后视察"]]


def test_an_ordinal_begins_a_sentence_after_any_mark() -> None:
    text = "抓好两件事：一是修路，十里长；二是建桥。"
    sentences = list(outline(text, Span(0, len(text))).sentences())
    assert [s.ordinal for s in sentences] == [0, 1, 2]
    assert sentences[2].runs_on


def test_headings_by_level_and_run_in() -> None:
    text = "一、总体要求\n（一）坚持改革开放。\n要办好实事，推进建设。\n1.修路。年内修通，年底验收。"
    paragraphs = outline(text, Span(0, len(text))).paragraphs
    assert [(p.level, p.title.of(text) if p.title else None) for p in paragraphs] == [
        (1, "总体要求"),
        (2, "坚持改革开放。"),
        (0, None),
        (3, "修路"),
    ]


def test_numbered_paragraphs_whose_line_breaks_were_lost() -> None:
    text = "一、工业。抓项目，上产能。（一）招商。引进企业，建好园区。"
    assert [p.level for p in outline(text, Span(0, len(text))).paragraphs] == [1, 2]


def test_asides_are_kept_apart() -> None:
    text = "建设水厂（完成时限：年底）。"
    [sentence] = outline(text, Span(0, len(text))).sentences()
    assert [aside.of(text) for aside in sentence.asides] == ["完成时限：年底"]
