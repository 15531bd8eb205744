"""Edits replay, and map both ways, whatever they are."""

from hypothesis import given
from hypothesis import strategies as st

from taizhang.text.edits import Edit, Edits
from taizhang.text.span import Span

Case = tuple[str, Edits]


@st.composite
def cases(draw: st.DrawFn) -> Case:
    """A source of characters all different, and edits of every shape: replaced, removed, inserted, bordering."""
    source = "".join(chr(0x4E00 + i) for i in range(draw(st.integers(0, 30))))
    cuts = sorted(draw(st.lists(st.integers(0, len(source)), max_size=12)))
    edits = tuple(
        Edit(Span(a, b), draw(st.text("XYZ", max_size=3)), "t") for a, b in zip(cuts[::2], cuts[1::2], strict=False)
    )
    return source, Edits(edits)


def kept(source: str, edits: Edits) -> dict[int, int]:
    """Source place of each untouched character -> its place in the repaired text (characters are all different)."""
    text = edits.apply(source)
    return {source.index(c): text.index(c) for c in text if c in source}


@given(cases(), st.data())
def test_a_repaired_run_maps_to_the_source_of_its_characters(case: Case, data: st.DataObject) -> None:
    source, edits = case
    text = edits.apply(source)
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    back = edits.to_source(Span(start, end))
    assert back.end <= len(source)
    assert bool(back) <= (start < end)
    assert {p for p in kept(source, edits) if back.start <= p < back.end} == {
        p for p, q in kept(source, edits).items() if start <= q < end
    }


@given(cases(), st.data())
def test_a_source_run_maps_to_what_became_of_it(case: Case, data: st.DataObject) -> None:
    source, edits = case
    start = data.draw(st.integers(0, len(source)))
    end = data.draw(st.integers(start, len(source)))
    there = edits.to_repaired(Span(start, end))
    assert there.end <= len(edits.apply(source))
    assert {q for p, q in kept(source, edits).items() if start <= p < end} == {
        q for q in kept(source, edits).values() if there.start <= q < there.end
    }
    for edit in edits.items:
        if start < end and edit.span and edit.span.overlaps(Span(start, end)):
            assert edit.new in edits.apply(source)[there.start : there.end]


@given(cases(), st.data())
def test_there_and_back_covers_where_one_started(case: Case, data: st.DataObject) -> None:
    source, edits = case
    edits = Edits(tuple(e for e in edits.items if e.span))
    text = edits.apply(source)
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    again = edits.to_repaired(edits.to_source(Span(start, end)))
    assert start == end or again.holds(Span(start, end))
    assert edits.to_repaired(edits.to_source(again)) == again
