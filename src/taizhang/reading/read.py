"""读：唯一的门。The one door: a source goes in, a reading comes out; no clock, no disk."""

from __future__ import annotations

from datetime import date

from taizhang.formats.source import Source
from taizhang.reading.coverage import coverage
from taizhang.reading.deadlines import clock, deadlines
from taizhang.reading.document import masthead
from taizhang.reading.meaning import meaning
from taizhang.reading.measures import measures
from taizhang.reading.reading import Reading
from taizhang.reading.reconcile import reconcile
from taizhang.reading.tree import tree
from taizhang.text.repair import repair


def read(source: Source, *, today: date | None = None) -> Reading:
    """Everything the document says. ``today`` is the day of intake, used only where it names no year at all."""
    repaired = repair(source.text)
    meta = masthead(source, repaired.text, today)
    text, body = repaired.text, meta.body
    amounts, times = measures(text, body), deadlines(text, body, clock(meta))
    said = meaning(text, body, amounts, times, title=meta.title, chapter=meta.chapter)
    return Reading(
        source,
        repaired,
        meta,
        said.measures,
        times,
        said.frameworks,
        said.items,
        said.projects,
        tree(said.outline, said.frameworks, said.items, said.measures),
        reconcile(said.outline, said.frameworks, said.items, said.projects, said.measures),
        coverage(said.outline, said.items, said.frameworks),
    )
