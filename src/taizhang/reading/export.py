"""导出：把读到的写成标注的样子，好打分。A reading in the shape of the gold labels, offsets into the raw text."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from taizhang.reading.findings import Framework, Item, Measure, Project
from taizhang.reading.reading import Reading
from taizhang.text.span import Span

Label = dict[str, Any]


def found(reading: Reading) -> Label:
    """All layers as plain JSON values."""
    return {
        "meta": _meta(reading),
        "measures": [_measure(reading, m) for m in reading.measures],
        "frameworks": [_framework(reading, f) for f in reading.frameworks],
        "items": [_item(reading, i) for i in reading.items],
        "projects": [_project(reading, p) for p in reading.projects],
    }


def _place(reading: Reading, at: Span) -> Label:
    back = reading.repaired.edits.to_source(at)
    return {"start": back.start, "end": back.end, "quote": back.of(reading.source.text)}


def _quote(reading: Reading, at: Span | None) -> str | None:
    return None if at is None else str(_place(reading, at)["quote"])


def _number(value: Fraction | None) -> int | float | None:
    if value is None:
        return None
    return int(value) if value.denominator == 1 else float(value)


def _meta(reading: Reading) -> Label:
    meta = reading.meta
    body = reading.repaired.edits.to_source(meta.body)
    return {
        "title": _quote(reading, meta.title),
        "published": meta.published or None,
        "outlet": _quote(reading, meta.outlet),
        "place": meta.place or None,
        "speaker": meta.speaker or None,
        "role": meta.role or None,
        "body": [body.start, body.end],
    }


def _measure(reading: Reading, measure: Measure) -> Label:
    label = _place(reading, measure.at)
    label |= {"value": _number(measure.value), "unit": measure.unit, "bound": measure.bound}
    if measure.value_to is not None:
        label["value_to"] = _number(measure.value_to)
    return label


def _framework(reading: Reading, framework: Framework) -> Label:
    n = list(framework.n) if isinstance(framework.n, tuple) else framework.n
    members = [_place(reading, member.at) for member in framework.members]
    return _place(reading, framework.at) | {"n": n, "members": members}


def _item(reading: Reading, item: Item) -> Label:
    return _place(reading, item.at) | {
        "kind": item.kind,
        "modality": item.modality,
        "concrete": item.concrete,
        "verb": item.verb,
        "object": item.object,
        "deadline": item.deadline.printed if item.deadline else None,
        "actor": item.actor or None,
        "topic": item.topic,
    }


def _project(reading: Reading, project: Project) -> Label:
    label = _place(reading, project.at) | {
        "investor": _quote(reading, project.investor),
        "invest_yuan": _number(project.invest_yuan),
        "capacity": _quote(reading, project.capacity),
        "stage": project.stage,
    }
    if project.group:
        label |= {"group": True, "count": project.count}
    return label
