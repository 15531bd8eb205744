"""意义：在量和时间词之上，读出提法、事项和项目。

The layers of meaning together: amounts and planning time are given, frameworks, items and projects come out.
"""

from __future__ import annotations

from dataclasses import dataclass

from taizhang.reading.commitments import Commitments
from taizhang.reading.findings import Deadline, Framework, Item, Measure, Project
from taizhang.reading.frameworks import frameworks
from taizhang.reading.named_counts import apart
from taizhang.reading.sentences import Outline, outline
from taizhang.text.span import Span


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a body says: its outline, counted names, items and projects, all in the order of the text."""

    outline: Outline
    measures: tuple[Measure, ...]
    frameworks: tuple[Framework, ...]
    items: tuple[Item, ...]
    projects: tuple[Project, ...]


def meaning(
    text: str,
    body: Span,
    measures: tuple[Measure, ...] = (),
    deadlines: tuple[Deadline, ...] = (),
    *,
    title: Span | None = None,
    chapter: Span | None = None,
) -> Meaning:
    """Read the layers that stand on amounts and planning time.

    ``title`` tells the field where the text does not; ``chapter`` is the heading above a body that is only a chapter.
    """
    cut = outline(text, body)
    sets = frameworks(cut)
    amounts = apart(text, measures, sets)
    found = Commitments(cut, amounts, deadlines, sets, title, chapter).read()
    return Meaning(cut, amounts, sets, tuple(found.items), tuple(found.projects))
