"""计划里的时间：年内、上半年、6月底前、“十四五”期间、即日起、尽快。

Planning time against the document's own date; a partial date stays partial (SEED_TABLE F.8, F.11).
"""

from __future__ import annotations

import re
from functools import cache

from taizhang.reading.clock import Clock
from taizhang.reading.deadline_words import RULES, When, shape
from taizhang.reading.findings import Deadline, Meta
from taizhang.text.span import Span


def clock(meta: Meta) -> Clock:
    """The document's now: its date, else the year its text implies."""
    month, day = (int(part) for part in (meta.published[5:7] or "0", meta.published[8:10] or "0"))
    known = meta.year_basis == "published"
    return Clock(meta.year, month if known else 0, day if known else 0, "document" if known else "inferred")


@cache
def _pattern() -> re.Pattern[str]:
    rules = "|".join(f"(?P<{name}>{rule.pattern})" for name, rule in RULES.items())
    return re.compile(f"(?=[{_BEGINNING}])(?:{rules})")


# 时间词只从这些字起头；先看一眼，免得处处试 time words begin with these; a glance spares trying everywhere
_BEGINNING = (
    r"\d〇○零一二两三四五六七八九十“‘今本当明后去上下前次来到至截自从年全"
    r"月岁未接即立马尽及早近择适短不限按如元新春清劳端教中国汛主雨采供取秋开入半"
)


def deadlines(text: str, body: Span, now: Clock) -> tuple[Deadline, ...]:
    """All planning time of the body, in order, without overlaps."""
    return tuple(_deadline(hit, now) for hit in _pattern().finditer(text, body.start, body.end) if hit.group())


def _deadline(hit: re.Match[str], now: Clock) -> Deadline:
    name = hit.lastgroup or ""
    words = shape(hit.group())
    when: When = RULES[name].read(words, now)
    lost = when.until is None and when.since is None
    return Deadline(
        Span(*hit.span()),
        hit.group(),
        when.until,
        when.since,
        when.question or lost,
        "none" if lost else when.basis or now.basis_of(words),
    )
