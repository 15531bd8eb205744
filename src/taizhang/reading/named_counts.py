"""提法里的数不是量：“四件大事”是名字，“四大产业集群”又是名字又是量。

The count in a framework's name is no amount, but an unquoted N大 + noun is both (GUIDE "Measures").
"""

from __future__ import annotations

import re

from taizhang.reading.findings import Framework, Measure
from taizhang.text.span import Span

_SET = "大"
_WITHIN = 60
_OPENED = re.compile(r"[“‘「『](?=[^”’」』。！？\n]*$)")
_CLOSED = re.compile(r"[^“‘「『。！？\n]*[”’」』]")
_SPOKEN = "：:，,说"


def apart(text: str, measures: tuple[Measure, ...], frameworks: tuple[Framework, ...]) -> tuple[Measure, ...]:
    """The measures without those that only count a framework's name. Both are in the order of the text."""
    kept: list[Measure] = []
    after = 0
    for measure in measures:
        while after < len(frameworks) and frameworks[after].at.end <= measure.at.start:
            after += 1
        named = after < len(frameworks) and frameworks[after].at.start < measure.at.end
        if not named or (measure.unit == _SET and not _slogan(text, measure.at)):
            kept.append(measure)
    return tuple(kept)


def _slogan(text: str, at: Span) -> bool:
    """Whether the run stands in quotation marks that hold a slogan (“做强两大产业,办好四件大事”), not speech."""
    opened = _OPENED.search(text, max(0, at.start - _WITHIN), at.start)
    if opened is None or text[opened.start() - 1 : opened.start()] in _SPOKEN:
        return False
    return bool(_CLOSED.match(text, at.end, at.end + _WITHIN))
