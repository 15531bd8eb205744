"""Edits replay and map back."""

from hypothesis import given
from hypothesis import strategies as st

from taizhang.text.edits import Edit, Edits
from taizhang.text.span import Span


def test_an_end_that_touches_an_edit_leaves_it_out() -> None:
    source = "發(fā)展工業"
    edits = Edits((Edit(Span(0, 5), "发", "pinyin"), Edit(Span(7, 8), "业", "script")))
    assert edits.apply(source) == "发展工业"
    assert edits.to_source(Span(0, 1)) == Span(0, 5)
    assert edits.to_source(Span(1, 3)) == Span(5, 7)
    assert edits.to_source(Span(1, 4)) == Span(5, 8)
    assert edits.to_source(Span(0, 4)).of(source) == source


def test_a_removed_run_belongs_to_neither_neighbour() -> None:
    source = "流失（shī）十万亩"
    edits = Edits((Edit(Span(2, 7), "", "pinyin"),))
    assert edits.apply(source) == "流失十万亩"
    assert edits.to_source(Span(0, 2)).of(source) == "流失"
    assert edits.to_source(Span(2, 5)).of(source) == "十万亩"
    assert edits.to_source(Span(0, 5)).of(source) == source


@st.composite
def sources_with_edits(draw: st.DrawFn) -> tuple[str, Edits]:
    source = draw(st.text("甲乙丙丁abc", max_size=40))
    cuts = sorted(draw(st.lists(st.integers(0, len(source)), max_size=10)))
    pairs = [(a, b) for a, b in zip(cuts[::2], cuts[1::2], strict=False)]
    return source, Edits(tuple(Edit(Span(a, b), draw(st.text("XYZ", max_size=3)), "t") for a, b in pairs if a < b))


@given(sources_with_edits(), st.data())
def test_every_run_outside_the_edits_maps_to_itself(case: tuple[str, Edits], data: st.DataObject) -> None:
    source, edits = case
    text = edits.apply(source)
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    back = edits.to_source(Span(start, end))
    assert back.end <= len(source)
    inside = edits.within(back)
    shifted = Edits(tuple(Edit(Span(e.span.start - back.start, e.span.end - back.start), e.new, "t") for e in inside))
    assert text[start:end] in shifted.apply(back.of(source))
