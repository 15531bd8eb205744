"""导出：把读到的写成标注的样子，好打分。A reading in the shape of the gold labels, offsets into the raw text."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from taizhang.reading.findings import Framework, Item, Measure, Project
from taizhang.reading.reading import Reading
from taizhang.text.span import Span

Label = dict[str, Any]


def found(reading: Reading) -> Label:
    """All layers as plain JSON values."""
    glosses = {e.span.start: e.span.end for e in reading.repaired.edits.items if e.cause == "pinyin" and not e.new}
    labels = _Labels(reading, glosses)
    return {
        "meta": labels.meta(),
        "measures": [labels.measure(m) for m in reading.measures],
        "frameworks": [labels.framework(f) for f in reading.frameworks],
        "items": [labels.item(i) for i in reading.items],
        "projects": [labels.project(p) for p in reading.projects],
    }


def _number(value: Fraction | None) -> int | float | None:
    if value is None:
        return None
    return int(value) if value.denominator == 1 else float(value)


@dataclass(frozen=True, slots=True)
class _Labels:
    """``glosses``: where a removed pinyin gloss begins in the raw text, and where it ends."""

    reading: Reading
    glosses: dict[int, int]

    def place(self, at: Span) -> Label:
        """The raw place; pinyin behind the last character belongs to the quote as printed (gold DECISIONS)."""
        back = self.reading.repaired.edits.to_source(at)
        end = self.glosses.get(back.end, back.end)
        return {"start": back.start, "end": end, "quote": self.reading.source.text[back.start : end]}

    def quote(self, at: Span | None) -> str | None:
        return None if at is None else str(self.place(at)["quote"])

    def meta(self) -> Label:
        meta = self.reading.meta
        body = self.reading.repaired.edits.to_source(meta.body)
        return {
            "title": self.quote(meta.title),
            "published": meta.published or None,
            "outlet": self.quote(meta.outlet),
            "place": meta.place or None,
            "speaker": meta.speaker or None,
            "role": meta.role or None,
            "body": [body.start, body.end],
        }

    def measure(self, measure: Measure) -> Label:
        label = self.place(measure.at)
        label |= {"value": _number(measure.value), "unit": measure.unit, "bound": measure.bound}
        if measure.value_to is not None:
            label["value_to"] = _number(measure.value_to)
        return label

    def framework(self, framework: Framework) -> Label:
        n = list(framework.n) if isinstance(framework.n, tuple) else framework.n
        members = [self.place(member.at) for member in framework.members]
        return self.place(framework.at) | {"n": n, "members": members}

    def item(self, item: Item) -> Label:
        return self.place(item.at) | {
            "kind": item.kind,
            "modality": item.modality,
            "concrete": item.concrete,
            "verb": item.verb,
            "object": item.object,
            "deadline": item.deadline.printed if item.deadline else None,
            "actor": item.actor or None,
            "topic": item.topic,
        }

    def project(self, project: Project) -> Label:
        label = self.place(project.at) | {
            "investor": self.quote(project.investor),
            "invest_yuan": _number(project.invest_yuan),
            "capacity": self.quote(project.capacity),
            "stage": project.stage,
        }
        if project.group:
            label |= {"group": True, "count": project.count}
        return label
