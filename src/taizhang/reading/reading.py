"""读后：一份文件连同读到的一切，以及回到原件的路。

A document with everything read in it, and the way from each finding back to the stored extraction.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field

from taizhang.formats.source import Source
from taizhang.reading.coverage import Coverage
from taizhang.reading.findings import Deadline, Framework, Item, Measure, Meta, Project
from taizhang.reading.reconcile import Check
from taizhang.reading.tree import Node
from taizhang.text.edits import Repaired
from taizhang.text.span import Anchor, Span


@dataclass(frozen=True, slots=True)
class Reading:
    """What ``read`` returns. Every ``at`` is a span of ``repaired.text``; ``anchor`` leads back to the extraction.

    ``tree``: where each item stands; ``checks``: declared counts and sums against what is listed; ``coverage``: the
    clauses of obligation that no finding stands for, each with its reason.
    """

    source: Source
    repaired: Repaired
    meta: Meta
    measures: tuple[Measure, ...] = ()
    deadlines: tuple[Deadline, ...] = ()
    frameworks: tuple[Framework, ...] = ()
    items: tuple[Item, ...] = ()
    projects: tuple[Project, ...] = ()
    tree: Node = field(default_factory=lambda: Node("document", Span(0, 0), ""))
    checks: tuple[Check, ...] = ()
    coverage: Coverage = field(default_factory=lambda: Coverage(0, 0, ()))

    @property
    def text(self) -> str:
        return self.repaired.text

    def anchor(self, at: Span) -> Anchor:
        """Where a finding stands in the stored extraction, with the words found there and the place people say."""
        back = self.repaired.edits.to_source(at)
        source = self.source
        return Anchor(source.digest, source.extraction, back, back.of(source.text), self._place(back.start))

    def _place(self, offset: int) -> str:
        blocks = self.source.blocks
        index = bisect_right(blocks, offset, key=lambda block: block.span.start) - 1
        return blocks[index].place if index >= 0 and offset < blocks[index].span.end else ""
