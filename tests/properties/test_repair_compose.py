"""Composed changes do at once what the steps did one after another."""

from hypothesis import given
from hypothesis import strategies as st

from taizhang.text.change import Change, apply, compose
from taizhang.text.edits import Edits


@st.composite
def changes(draw: st.DrawFn, text: str) -> list[Change]:
    cuts = sorted(draw(st.sets(st.integers(0, len(text)), max_size=12)))
    return [Change(a, b, draw(st.text("XYZ", max_size=3)), "t") for a, b in zip(cuts[::2], cuts[1::2], strict=False)]


@given(st.text("甲乙丙丁", max_size=30), st.data())
def test_three_steps_composed_replay_to_the_same_text(source: str, data: st.DataObject) -> None:
    text, done = source, list[Change]()
    for _ in range(3):
        step = data.draw(changes(text))
        text = apply(text, step)
        done = compose(source, done, step)
    assert Edits(tuple(c.edit() for c in done)).apply(source) == text
    assert all(c.end > c.start for c in done)
