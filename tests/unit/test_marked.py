"""The marked text says what the text says, and its marks nest."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from taizhang.queries.marked import Mark, Token, paragraphs
from taizhang.text.edits import Edit, Edits
from taizhang.text.span import Span

SOURCE = "第一条 再造林10.3萬畝，總投資３億元。\n\n二、重点工作\n完（wán）成就業2100人"


def edit(old: str, new: str, cause: str = "script") -> Edit:
    at = SOURCE.index(old)
    return Edit(Span(at, at + len(old)), new, cause)


EDITS = Edits((edit("萬", "万"), edit("畝", "亩"), edit("總", "总"), edit("資", "资"), edit("（wán）", "", "pinyin")))
TEXT = EDITS.apply(SOURCE)


def said(tokens: tuple[Token, ...]) -> str:
    return "".join(token.text for token in tokens)


def shape(tokens: tuple[Token, ...]) -> str:
    return "".join({"open": "[", "close": "]", "fix": "*", "text": "."}[token.kind] for token in tokens)


def test_a_repair_inside_a_finding_is_shown_once_and_whole() -> None:
    at = TEXT.index("再造林")
    mark = Mark(Span(at, at + 9), "d1", "c", "诺1")
    first = paragraphs(SOURCE, TEXT, EDITS, [mark], Span(0, len(TEXT)))[0]
    assert said(first.tokens) == TEXT.splitlines()[0]
    assert shape(first.tokens).startswith(".[.*]")
    assert next(t.old for t in first.tokens if t.kind == "fix") == "萬畝"


def test_headings_and_numbers() -> None:
    found = paragraphs(SOURCE, TEXT, EDITS, [], Span(0, len(TEXT)))
    assert [(p.number, p.heading) for p in found] == [(1, False), (2, True), (3, False)]


@given(st.lists(st.tuples(st.integers(0, len(TEXT)), st.integers(1, 20)), max_size=8))
def test_marks_always_nest_and_no_word_is_lost(places: list[tuple[int, int]]) -> None:
    marks = [
        Mark(Span(start, min(len(TEXT), start + size)), str(i), "c", "")
        for i, (start, size) in enumerate(places)
        if start < len(TEXT)
    ]
    for paragraph, line in zip(
        paragraphs(SOURCE, TEXT, EDITS, marks, Span(0, len(TEXT))), filter(None, TEXT.split("\n")), strict=True
    ):
        assert said(paragraph.tokens) == line.strip(" 　")
        stack: list[str] = []
        for token in paragraph.tokens:
            if token.kind == "open" and token.mark:
                stack.append(token.mark.id)
            if token.kind == "close" and token.mark:
                assert stack.pop() == token.mark.id
        assert not stack
