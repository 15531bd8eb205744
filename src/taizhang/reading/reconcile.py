"""对账：说了几个、列了几个；分项加起来是不是总数；同一件事前后数字是否一致。

Declared counts and sums against what is listed, and the same thing told twice with different figures.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import accumulate

from taizhang.reading.findings import Framework, Item, Measure, Project
from taizhang.reading.frameworks import unlisted
from taizhang.reading.sentences import Outline
from taizhang.text.span import Span

_EXAMPLES = re.compile(r"^(.{2,60}?)等(?=\d|[一二两三四五六七八九十])")
_PARTS = re.compile("其中|包括|分别")
_COUNT = re.compile(r"[\d,.余多]+[\u4e00-\u9fff]?")
_FIGURES = re.compile(r"[\d,.]+|[一二两三四五六七八九十百千]+(?=[个项座处条])")


@dataclass(frozen=True, slots=True)
class Check:
    """One comparison. ``agrees`` is false where a clerk should look; the codes are translated by the desks.

    ``set.listed`` / ``set.open`` / ``set.fixed`` / ``set.unknown``: members of a counted name against its count (a list
    ending in 等 is open; a fixed set's members are in the dictionary; a local one's are known to nobody here);
    ``group.examples``: a counted group that names some; ``sum.count`` / ``sum.amount``: parts against their total;
    ``figure.differs``: the same words with another figure.
    """

    code: str
    at: Span
    declared: Fraction
    found: Fraction
    agrees: bool
    others: tuple[Span, ...] = ()


def reconcile(
    outline: Outline,
    frameworks: Sequence[Framework],
    items: Sequence[Item],
    projects: Sequence[Project],
    measures: Sequence[Measure],
) -> tuple[Check, ...]:
    """Every comparison the text allows, in its order."""
    checks = [
        *_sets(frameworks),
        *_examples(outline.text, projects),
        *_sums(outline, projects),
        *_twice(outline.text, items, measures),
    ]
    return tuple(sorted(checks, key=lambda check: check.at))


def _sets(frameworks: Sequence[Framework]) -> list[Check]:
    """Every mention that lists members; a name that is listed nowhere is told of once."""
    counted = [f for f in frameworks if isinstance(f.n, int)]
    listed = {f.name for f in counted if f.members}
    bare = {f.name: f for f in reversed(counted) if f.name not in listed}
    return [_set(f) for f in counted if f.members or bare.get(f.name) is f]


def _set(framework: Framework) -> Check:
    declared, found = Fraction(_size(framework)), Fraction(len(framework.members))
    places = tuple(m.at for m in framework.members)
    if framework.members:
        return Check(
            "set.open" if framework.open else "set.listed", framework.at, declared, found, declared == found, places
        )
    fixed = unlisted(framework)
    if fixed:
        return Check("set.fixed", framework.at, declared, Fraction(len(fixed[0])), True)
    return Check("set.unknown", framework.at, declared, found, agrees=False)


def _size(framework: Framework) -> int:
    return framework.n if isinstance(framework.n, int) else 0


def _examples(text: str, projects: Sequence[Project]) -> list[Check]:
    """运销楼、国税楼等8个小区: two named of eight."""
    made = []
    for project in projects:
        listed = _EXAMPLES.match(project.at.of(text)) if project.group and project.count else None
        if listed and project.count:
            named = Fraction(len(re.split("[、和]", listed.group(1))))
            declared = Fraction(project.count)
            made.append(Check("group.examples", project.at, declared, named, named == declared))
    return made


def _sums(outline: Outline, projects: Sequence[Project]) -> list[Check]:
    """A total followed in its paragraph by 其中 and its parts."""
    made: list[Check] = []
    groups = [p for p in projects if p.group and p.count]
    for paragraph in outline.paragraphs:
        inside = [p for p in groups if paragraph.at.holds(p.at)]
        cut = _PARTS.search(outline.text, inside[0].at.end, paragraph.at.end) if len(inside) > 2 else None
        if not cut or cut.start() > inside[1].at.start:
            continue
        noun = _noun(outline.text, inside[0])
        parts = [part for part in inside[1:] if noun in part.at.of(outline.text)]
        if noun and len(parts) > 1:
            made += _sum(inside[0], parts)
    return made


def _noun(text: str, project: Project) -> str:
    """What a group counts (项目 of 重点项目98个): only its own kind are its parts."""
    return _COUNT.sub("", project.at.of(text))[-2:]


def _sum(total: Project, parts: Sequence[Project]) -> list[Check]:
    parts = _first_division(total, parts)
    places = tuple(p.at for p in parts)
    count = Fraction(sum(p.count or 0 for p in parts))
    declared = Fraction(total.count or 0)
    made = [Check("sum.count", total.at, declared, count, declared == count, places)]
    amounts = [p.invest_yuan for p in parts if p.invest_yuan is not None]
    if total.invest_yuan is not None and len(amounts) == len(parts):
        amount = sum(amounts, Fraction(0))
        made.append(Check("sum.amount", total.at, total.invest_yuan, amount, total.invest_yuan == amount, places))
    return made


def _first_division(total: Project, parts: Sequence[Project]) -> Sequence[Project]:
    """A total may be divided twice (by level, then by field): the first parts that make it up are one division."""
    for size, sofar in enumerate(accumulate(p.count or 0 for p in parts), 1):
        if size > 1 and sofar == total.count:
            return parts[:size]
    return parts


def _twice(text: str, items: Sequence[Item], measures: Sequence[Measure]) -> list[Check]:
    """The same words with one figure each that is not the same."""
    seen: dict[tuple[str, str], tuple[Item, Fraction]] = {}
    made = []
    for item in items:
        if len(item.measures) != 1 or not item.concrete:
            continue
        measure = measures[item.measures[0]]
        key = (_FIGURES.sub("", item.at.of(text)), measure.unit)
        first = seen.setdefault(key, (item, measure.value))
        if len(key[0]) > 5 and first[1] != measure.value:
            made.append(Check("figure.differs", item.at, first[1], measure.value, False, (first[0].at,)))
    return made
