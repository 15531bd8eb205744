"""说明：每一处修了什么、为什么；给的是代码和参数，文字由各个台面去译。

What repair did and why, as codes and parameters; desks put them into words.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from taizhang.text.edits import Edit, Mark, Repaired

CAUSES = (
    "escape",
    "space",
    "mojibake",
    "pinyin",
    "script",
    "radical",
    "width",
    "punctuation",
    "watermark",
    "spacing",
    "line",
    "hole",
)
"""Every cause there is; ``repair.<cause>`` is its code. ``hole`` is a mark: nothing was changed."""


@dataclass(frozen=True, slots=True)
class Explanation:
    """One thing repair did, or found and left alone.

    Parameters: ``start`` and ``end`` in the source's code points, ``before`` and ``after`` as text, ``guess`` whether
    statistics chose it, ``others`` the runners-up.
    """

    code: str
    params: Mapping[str, object] = field(default_factory=dict)


def explain(repaired: Repaired) -> list[Explanation]:
    """Every edit and mark, in the order of the source."""
    told = [(e.span, _edit(repaired.source, e)) for e in repaired.edits.items]
    told += [(m.span, _mark(repaired.source, m)) for m in repaired.marks]
    return [explanation for _, explanation in sorted(told, key=lambda pair: pair[0])]


def _edit(source: str, edit: Edit) -> Explanation:
    params = {"start": edit.span.start, "end": edit.span.end, "before": edit.span.of(source), "after": edit.new}
    return Explanation(f"repair.{edit.cause}", {**params, "guess": edit.guess, "others": edit.others})


def _mark(source: str, mark: Mark) -> Explanation:
    before = mark.span.of(source)
    params = {"start": mark.span.start, "end": mark.span.end, "before": before, "after": before}
    return Explanation(f"repair.{mark.cause}", {**params, "guess": False, "others": ()})
