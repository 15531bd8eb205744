"""读台账文件：自带的，加上本县文件夹里的。Load the books: those we ship, then the county's own folder over them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from pathlib import Path

from taizhang.books import timing
from taizhang.books.clocked import LabelShape
from taizhang.books.fault import BookInvalid
from taizhang.books.graph import faults
from taizhang.books.marked import parse
from taizhang.books.profile import Profile, profiles
from taizhang.books.shape import BookShape, FieldShape, shape
from taizhang.ledger.book import Act, Book, Field, Label, LightRules, Limits, Stage, State


def read_book(text: str, file: str, known: Mapping[str, Profile] | None = None) -> Book:
    """One book from the text of its file; ``known`` are the profiles it may name (none given: the shipped ones).

    Raises:
        BookInvalid: with every fault found, its line and its cure.
    """
    marked = parse(text, file)
    found, wrong = shape(marked)
    if found is None:
        raise BookInvalid(file, wrong)
    known = profiles() if known is None else known
    wrong = (*faults(marked, found), *timing.faults(marked, found, known))
    if wrong:
        raise BookInvalid(file, wrong)
    return _book(found, timing.timing(found, known.get(found.profile)))


def load(folder: Path | None = None) -> dict[str, Book]:
    """All books by name; a file in ``folder`` adds one, or replaces the shipped one of the same name.

    A file in ``folder/profiles`` does the same for a profile, for the shipped books that name it too.
    """
    if folder is None or not folder.is_dir():
        return dict(_shipped())
    known = profiles(folder / "profiles")
    found = dict(_shipped()) if known == profiles() else _read_shipped(known)
    for path in sorted(folder.glob("*.yaml")):
        book = read_book(path.read_text("utf-8"), path.name, known)
        found[book.name] = book
    return found


@cache
def _shipped() -> dict[str, Book]:
    return _read_shipped(profiles())


def _read_shipped(known: Mapping[str, Profile]) -> dict[str, Book]:
    here = sorted((f for f in files("taizhang.books").iterdir() if f.name.endswith(".yaml")), key=lambda f: f.name)
    books = (read_book(f.read_text("utf-8"), f.name, known) for f in here)
    return {book.name: book for book in books}


def book(name: str, folder: Path | None = None) -> Book:
    """One book; raises ``KeyError`` for a name nobody defined."""
    return load(folder)[name]


def _label(shape: LabelShape) -> Label:
    return Label(shape.zh, shape.en)


def _field(name: str, given: FieldShape) -> Field:
    return Field(name, _label(given.label), given.type, given.required, tuple(given.choices), given.masked)


def _book(found: BookShape, timed: timing.Timing) -> Book:
    return Book(
        name=found.book,
        label=_label(found.label),
        edition=found.edition,
        purpose=_label(found.purpose),
        states={n: State(n, _label(s.label), s.account) for n, s in found.states.items()},
        start=found.start,
        acts={
            n: Act(n, _label(a.label), a.moves, frozenset(a.roles), frozenset(a.needs), frozenset(a.not_by))
            for n, a in found.acts.items()
        },
        fields=tuple(_field(n, f) for n, f in found.fields.items()),
        lights=LightRules(**found.lights.model_dump()),
        clocks=timed.clocks,
        grades=tuple(found.grades),
        limits=Limits(**found.limits.model_dump()),
        proposal=found.proposal,
        profile=found.profile,
        terms=timed.terms,
        deadline=timed.deadline,
        ladder=timed.ladder,
        stages=tuple(Stage(n, _label(s)) for n, s in found.stages.items()),
    )
