"""建账：一笔或一批，编号在同一个事务里取。Open accounts, one or many; numbers are taken in the same transaction."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from dataclasses import replace
from typing import Unpack

from taizhang.books import book as book_named
from taizhang.ledger import requests as r
from taizhang.ledger.posting import Posting
from taizhang.ledger.refusal import PostingRefused
from taizhang.operations.perform import Given, ManyRefused, Outcome, judged, record
from taizhang.operations.refusal import ActRefused
from taizhang.store import journal, numbers, registry

HERE = "#"
"""A parent given as ``#2`` is the third request of the same batch."""


def open_entry(*, book: str, request: r.Open, **given: Unpack[Given]) -> Outcome:
    """Open one account; its number is made here, whatever the request says.

    Raises:
        PostingRefused: the ledger's rule, or ``open.no_unit``, ``open.no_parent``, ``open.no_book``.
    """
    try:
        return open_many(book=book, requests=[request], **given)[0]
    except ManyRefused as refused:
        raise refused.refusals[0] from refused


def open_many(*, book: str, requests: Sequence[r.Open], **given: Unpack[Given]) -> list[Outcome]:
    """Open many accounts in one transaction: all or none.

    Raises:
        ManyRefused: with every refusal, by place in ``requests``.
    """
    rules = _book(book)
    with journal.writing() as head:
        entries = [secrets.token_urlsafe(12) for _ in requests]
        serials = numbers.next_entries(rules, given["at"].year, len(requests))
        unknown = set(registry.unknown(code for request in requests for code in _units(request)))
        parents = set(journal.versions(r.parent for r in requests if r.parent and not r.parent.startswith(HERE)))
        opened: list[tuple[None, Posting]] = []
        refusals: dict[int, PostingRefused] = {}
        for place, (request, number) in enumerate(zip(requests, serials, strict=True)):
            try:
                _known(request, unknown)
                made = replace(request, number=number, parent=_parent(request.parent, place, entries, parents))
                opened.append((None, judged(entries[place], None, rules, made, given)))
            except PostingRefused as refusal:
                refusals[place] = refusal
        if refusals:
            raise ManyRefused(refusals)
        return record(opened, head)


def _book(name: str) -> str:
    try:
        return book_named(name).name
    except KeyError as error:
        raise ActRefused("open.no_book", book=name) from error


def _units(request: r.Open) -> tuple[str, ...]:
    return (request.lead_unit, *request.co_units, request.leader)


def _known(request: r.Open, unknown: set[str]) -> None:
    for code in _units(request):
        if code in unknown:
            raise ActRefused("open.no_unit", unit=code)


def _parent(given: str, place: int, entries: Sequence[str], parents: set[str]) -> str:
    if given.startswith(HERE):
        index = given.removeprefix(HERE)
        if index.isascii() and index.isdigit() and int(index) < place:
            return entries[int(index)]
        raise ActRefused("open.no_parent", parent=given)
    if given and given not in parents:
        raise ActRefused("open.no_parent", parent=given)
    return given
