"""列名认字段：先全等，再包含，再看月份季度。What a column name means: equal first, then contained, then a period."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache

from taizhang.reading.lexicon import table
from taizhang.reading.sheet_values import Reason
from taizhang.text.hanzi import simplify

_UNIT = re.compile(r"[(\[【](?:单位[:：])?(万元|亿元|元|万美元|亩|万亩|公里|平方米|%|户|人|个|分)[)\]】]")
_BRACKETED = re.compile(r"[(\[【][^)\]】]*[)\]】]")
_YEAR = re.compile(r"(?:20)?\d\d年度?|[xX×]{2,4}年度?|本年度?|全年")
_PERIOD = re.compile(
    r"(?:\d{1,2}|[一二三四五六七八九十]{1,2})月(?:份|底|末|底前)?(?:目标|计划|进度|节点|工作目标|完成投资)?"
    r"|第?[一二三四1-4]季度(?:末)?(?:目标|计划|进度|节点|工作目标)?|(?:[上下]半年|年[底末终])(?:目标|计划|进度|节点)?|\d{1,2}[-—~至]\d{1,2}月(?:份)?"
)
_LONGEST = 24


@dataclass(frozen=True, slots=True)
class Guess:
    """What a header may mean; ``other`` is the field to take where the first is taken."""

    field: str
    confidence: float
    reason: Reason
    word: str
    other: str = ""


NOTHING = Guess("", 0.0, "unknown", "")


@cache
def _words() -> dict[str, tuple[str, str]]:
    """Each column name with its field and the second choice."""
    rows = ((row[0].split(), row[1], row[2] if len(row) > 2 else "") for row in table("columns"))
    return {bare(word): (field, other) for words, field, other in rows for word in words}


@cache
def known_fields() -> frozenset[str]:
    """Every field a column can be taken for."""
    return frozenset(row[1] for row in table("columns")) | {"milestone", "lead_unit"}


def bare(header: str) -> str:
    """A header without spaces, brackets, width and script: what is compared.

    >>> bare("總投資\\n（萬元）")
    '总投资'
    """
    flat = re.sub(r"[\s*＊:：、]", "", simplify(unicodedata.normalize("NFKC", header)))
    return _BRACKETED.sub("", flat) or flat


def unit(header: str) -> str:
    """The unit a header declares, simplified; empty where it declares none."""
    flat = re.sub(r"\s", "", simplify(unicodedata.normalize("NFKC", header)))
    inside = _UNIT.search(flat)
    said = inside or re.search(r"单位[:：](\w{1,4})", flat)
    return said.group(1) if said else ""


def guess(header: str) -> Guess:
    """The best meaning of one header text."""
    name = bare(header)
    if not name or len(name) > _LONGEST:
        return NOTHING
    if _PERIOD.fullmatch(_YEAR.sub("", name)):
        return Guess("milestone", 0.9, "period", name)
    for form, confidence in ((name, 1.0), (_YEAR.sub("", name), 0.95)):
        if form in _words():
            field, other = _words()[form]
            return Guess(field, confidence, "exact", form, other)
    inside = max((word for word in _words() if len(word) > 1 and word in name), key=len, default="")
    if not inside:
        return NOTHING
    field, other = _words()[inside]
    return Guess(field, round(0.4 + 0.5 * len(inside) / len(name), 2), "contains", inside, other)
