"""责任、日期、文字的变动。How duties, dates and words change."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from taizhang.ledger import posting as p
from taizhang.ledger.account import Entry
from taizhang.ledger.effects.apply import apply
from taizhang.ledger.posting import Posting


@apply.register
def _(fact: p.Assigned, entry: Entry, _posting: Posting) -> Entry:
    return replace(entry, lead_unit=fact.lead_unit, due=fact.due)


@apply.register
def _(fact: p.Amended, entry: Entry, _posting: Posting) -> Entry:
    changed: dict[str, Any] = {fact.field: fact.after}
    return replace(entry, **changed)


@apply.register
def _(fact: p.Reassigned, entry: Entry, _posting: Posting) -> Entry:
    several = fact.role == "co_units"
    changed: dict[str, Any] = {fact.role: tuple(fact.after.split()) if several else fact.after}
    return replace(entry, **changed)


@apply.register
def _(fact: p.Extended, entry: Entry, _posting: Posting) -> Entry:
    course = replace(entry.course, ask=None)
    return replace(entry, due=fact.after, extensions=entry.extensions + 1, course=course)


@apply.register
def _(fact: p.DutyConfirmed, entry: Entry, _posting: Posting) -> Entry:
    objected = entry.objected_units - {fact.unit}
    return replace(entry, confirmed_units=entry.confirmed_units | {fact.unit}, objected_units=objected)


@apply.register
def _(fact: p.DutyObjected, entry: Entry, _posting: Posting) -> Entry:
    confirmed = entry.confirmed_units - {fact.unit}
    return replace(entry, objected_units=entry.objected_units | {fact.unit}, confirmed_units=confirmed)


@apply.register
def _(fact: p.Decomposed, entry: Entry, _posting: Posting) -> Entry:
    return replace(entry, difference=fact.difference)


@apply.register
def _(fact: p.MovedToEdition, entry: Entry, _posting: Posting) -> Entry:
    return replace(entry, edition=fact.after)
