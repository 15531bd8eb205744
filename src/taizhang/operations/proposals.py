"""拟立：从读到的东西里挑出值得立账的。From a reading to drafts worth a clerk's time.

Reading and ledger are siblings and meet here: a reading proposes, a person opens. Every finding becomes a draft or
stays a highlight; a direction without anything to check, and what is done already, are drafts set aside with a reason,
so that nothing is lost and a clerk may still take them up.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import replace
from fractions import Fraction
from typing import Any

from taizhang.ledger.quantity import NotAQuantity, Quantity, of
from taizhang.reading.findings import Deadline, Framework, Item, Measure, Project
from taizhang.reading.reading import Reading
from taizhang.reading.tree import set_of
from taizhang.store.drafts import Draft
from taizhang.text.span import Span

TITLE = 60
"""A title longer than this many characters is cut at a clause."""
_EDGES = "，,。；;：:、 　\n\t"
Match = Callable[[str], tuple[str, ...]]
"""From words as printed (县林业局, 六乡镇) to the codes of the units meant; empty where that is unclear."""


def proposals(reading: Reading, *, units_of: Match) -> list[Draft]:
    """All drafts of a reading in the order of the text."""
    taken: list[tuple[Span, Draft]] = [(f.at, _framework(reading, f)) for f in reading.frameworks]
    projects = list(reading.projects)
    sets = set_of(reading.tree, reading.frameworks, reading.items)
    for index, item in enumerate(reading.items):
        project = next((p for p in projects if p.at.overlaps(item.at)), None)
        draft = _item(reading, item, project, units_of)
        taken.append((item.at, replace(draft, parent=str(sets[index])) if index in sets else draft))
        projects = [p for p in projects if not p.at.overlaps(item.at)]
    taken += [(p.at, _project(reading, p)) for p in projects]
    held = [at for at, draft in taken if draft.kind != "framework"]
    loose = (m for m in reading.measures if m.role == "target" and not any(at.overlaps(m.at) for at in held))
    taken += [(m.at, _target(reading, m)) for m in loose]
    ordered = sorted(taken, key=lambda pair: (pair[0].start, -pair[0].end))
    return _numbered(_with_parents(reading, ordered))


def _with_parents(reading: Reading, ordered: list[tuple[Span, Draft]]) -> list[Draft]:
    """The number of a framework becomes the place of its draft."""
    place = {at: str(order) for order, (at, draft) in enumerate(ordered) if draft.kind == "framework"}
    drafts = [draft for _, draft in ordered]
    return [replace(d, parent=place[reading.frameworks[int(d.parent)].at]) if d.parent else d for d in drafts]


ASIDE = "aside"
"""The sort of drafts that the reading itself set aside."""


def _numbered(drafts: Iterable[Draft]) -> list[Draft]:
    """诺1, 诺2, 项1 …: each sort counts for itself, and what the reading set aside is 句1, 句2 whatever its kind."""
    counts: Counter[str] = Counter()
    numbered = []
    for order, draft in enumerate(drafts):
        sort = ASIDE if draft.state == "discarded" and draft.kind != "framework" else draft.kind
        counts[sort] += 1
        payload = {**draft.payload, "sort": sort, "ordinal": counts[sort]}
        numbered.append(replace(draft, order=order, payload=payload))
    return numbered


def _placed(reading: Reading, at: Span, kind: str, title: str) -> Draft:
    anchor = reading.anchor(at)
    return Draft(
        kind=kind,
        title=title,
        start=at.start,
        end=at.end,
        source_start=anchor.span.start,
        source_end=anchor.span.end,
        place=anchor.place,
        quote=anchor.quote,
    )


def _title(reading: Reading, at: Span) -> str:
    words = " ".join(at.of(reading.text).split()).strip(_EDGES)
    if len(words) <= TITLE:
        return words
    cut = max(words.rfind(mark, 0, TITLE) for mark in "，,；;、")
    return words[: cut if cut > TITLE // 2 else TITLE].strip(_EDGES)


def _item(reading: Reading, item: Item, project: Project | None, units_of: Match) -> Draft:
    draft = _placed(reading, item.at, "project" if item.kind == "project" else "item", _title(reading, item.at))
    draft = _with_target(reading, draft, item)
    due, why = _due(item.deadline)
    lead, co = _answering(item.owners, units_of)
    payload = {
        "kind": item.kind,
        "modality": item.modality,
        "topic": item.topic,
        "verb": item.verb,
        "object": item.object,
        "actor": item.actor,
        "owners": list(item.owners),
        "deadline": item.deadline.printed if item.deadline else "",
        "why": why,
        **(_of_project(reading, project) if project else {}),
    }
    aside = _set_aside(item)
    return replace(
        draft,
        due=due,
        lead_unit=lead,
        co_units=co,
        stretch=item.stretch,
        payload=payload,
        state="discarded" if aside else "pending",
        reason=aside,
    )


def _answering(owners: tuple[str, ...], units_of: Match) -> tuple[str, tuple[str, ...]]:
    """The first owner leads, if it is one unit; the others help."""
    first = units_of(owners[0]) if owners else ()
    lead = first[0] if len(first) == 1 else ""
    named = dict.fromkeys(code for owner in owners for code in units_of(owner))
    return lead, tuple(code for code in named if code != lead)


def _set_aside(item: Item) -> str:
    """Why an item is not proposed for an account: done already, or nothing anyone could check."""
    if item.modality == "done" or item.kind == "result":
        return "done"
    return "" if item.concrete else "vague"


def _due(deadline: Deadline | None) -> tuple[str, list[str]]:
    """A partial date and the questions it leaves."""
    if deadline is None:
        return "", ["due_missing"]
    if deadline.question or deadline.until is None:
        return "", ["due_question"]
    return str(deadline.until), ["due_inferred"] if deadline.basis in ("inferred", "festival") else []


_WANTED = ("target", "count", "growth", "rank", "result")
"""Roles of a measure that may say how much is to be done, the likeliest first; 新增600个 is read as a result."""
_NONE_MAY = re.compile(r"(?:不|零|杜绝|防止)(?:得|再)?(?:发生|出现)|零(?:事故|上访|返贫|火灾|死亡|伤亡)")
_NO_CASE: dict[str, Any] = {"target_kind": "zero", "bound": "eq", "amount": 0, "unit": "起"}
SHARE = ("%", "％", "个百分点", "百分点")


def _with_target(reading: Reading, draft: Draft, item: Item) -> Draft:
    """The first measure that says how much is to be done; none makes a deliverable."""
    inside = [reading.measures[index] for index in item.measures]
    inside = inside or [m for m in reading.measures if item.at.holds(m.at)]
    wanted = (m for m in inside if m.role in _WANTED and not _picks_out(reading.text, m))
    ranked = sorted(wanted, key=lambda m: (_WANTED.index(m.role), not _counts_things(reading.text, m)))
    for measure in ranked:
        quantity = quantity_of(measure)
        if quantity is not None:
            named = _measure_name(reading, item.at, measure)
            return replace(draft, **target_fields(measure, quantity), measure=named)
    return replace(draft, **_NO_CASE) if _NONE_MAY.search(item.at.of(reading.text)) else draft


_THINGS = re.compile(r"(?:的|规模)?(?:重大|重点|工业|产业|转型|招商)?(?:项目|企业|工程|单位|园区|订单|产品)")


def _picks_out(text: str, measure: Measure) -> bool:
    """亿元以上项目, 10万吨铝合金铸造项目's like: the measure says which things, not how many."""
    return measure.bound in ("ge", "le") and _THINGS.match(text, measure.at.end) is not None


def _counts_things(text: str, measure: Measure) -> bool:
    """等8个项目: of several figures this is the number of things."""
    return measure.bound == "eq" and _THINGS.match(text, measure.at.end) is not None


def target_fields(measure: Measure, quantity: Quantity) -> dict[str, Any]:
    """The target columns of a draft."""
    bound = "ge" if measure.bound == "eq" else measure.bound
    kind = "rank" if measure.role == "rank" else "rate" if quantity.symbol in SHARE else "amount"
    return {"target_kind": kind, "bound": bound, "amount": quantity.amount, "unit": quantity.symbol}


def quantity_of(measure: Measure) -> Quantity | None:
    """In the unit as printed (10.3 万亩, not 103000 亩); ``None`` where the ledger cannot hold it."""
    scales = {"": 1, "百": 100, "千": 1000, "万": 10**4, "百万": 10**6, "千万": 10**7, "亿": 10**8, "万亿": 10**12}
    scale = measure.scale if measure.scale in scales else ""
    try:
        return of(Fraction(measure.value) / scales[scale], scale + measure.unit)
    except NotAQuantity:
        return None


_FIGURES = re.compile(r"[\d０-９.,，%％一二三四五六七八九十百千万亿两余多约近以上下内超过达到完成力争不低于个]+")


def _measure_name(reading: Reading, at: Span, measure: Measure) -> str:
    """口径: the clause without its figure, as a first suggestion (再造林 → 造林 is the clerk's to mend)."""
    words = reading.text[at.start : measure.at.start] + reading.text[measure.at.end : at.end]
    return "".join(_FIGURES.split(words)).strip(_EDGES + "“”‘’（）()")[:20]


def _project(reading: Reading, project: Project) -> Draft:
    draft = _placed(reading, project.at, "project", _title(reading, project.at))
    done = project.stage in ("completed", "producing") and not project.group
    payload = {"kind": "project", "modality": "planned", "why": ["due_missing"], **_of_project(reading, project)}
    return replace(draft, payload=payload, state="discarded" if done else "pending", reason="done" if done else "")


def _of_project(reading: Reading, project: Project) -> dict[str, object]:
    words = {"investor": project.investor, "capacity": project.capacity}
    return {
        "stage": project.stage,
        "invest_yuan": str(project.invest_yuan) if project.invest_yuan is not None else "",
        "group": project.group,
        "count": project.count,
        **{name: span.of(reading.text) if span else "" for name, span in words.items()},
    }


def _target(reading: Reading, measure: Measure) -> Draft:
    sentence = _sentence(reading.text, measure.at)
    draft = _placed(reading, measure.at, "target", _title(reading, sentence))
    quantity = quantity_of(measure)
    fields = target_fields(measure, quantity) if quantity else {}
    named = _measure_name(reading, sentence, measure)
    return replace(draft, **fields, measure=named, payload={"kind": "target", "why": ["due_missing"]})


def _sentence(text: str, at: Span) -> Span:
    """The clause around a place, for a title."""
    start = max(text.rfind(mark, max(0, at.start - 40), at.start) for mark in "，。；,;\n") + 1
    ends = [found for mark in "，。；,;\n" if (found := text.find(mark, at.end, at.end + 40)) >= 0]
    return Span(max(start, at.start - 40, 0), min(ends, default=min(len(text), at.end + 20)))


def _framework(reading: Reading, framework: Framework) -> Draft:
    counts = framework.n if isinstance(framework.n, tuple) else (framework.n,)
    payload = {
        "n": list(counts),
        "members": [{"start": m.at.start, "end": m.at.end, "name": m.name} for m in framework.members],
        "open": framework.open,
    }
    draft = _placed(reading, framework.at, "framework", framework.name)
    return replace(draft, state="discarded", reason="framework", payload=payload)
