"""分页：按序号翻，或按键翻。Paging: by number for lists a person counts, by key for journals that only grow."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Generic, TypeVar

if TYPE_CHECKING:
    from django.http import HttpRequest

T = TypeVar("T")
SIZE: Final = 50
"""Rows a page."""


@dataclass(frozen=True, slots=True)
class Page(Generic[T]):
    """One page of a counted list; ``number`` starts at 1."""

    rows: Sequence[T]
    number: int
    total: int
    size: int = SIZE

    @property
    def last(self) -> int:
        return max(1, -(-self.total // self.size))

    @property
    def first_row(self) -> int:
        return min(self.total, (self.number - 1) * self.size + 1)

    @property
    def last_row(self) -> int:
        return min(self.total, self.number * self.size)

    @property
    def previous(self) -> int | None:
        return self.number - 1 if self.number > 1 else None

    @property
    def next(self) -> int | None:
        return self.number + 1 if self.number < self.last else None

    @property
    def near(self) -> list[int | None]:
        """Page numbers to offer: both ends and the neighbours, ``None`` where some are left out."""
        shown = sorted({1, self.last, *range(max(1, self.number - 2), min(self.last, self.number + 2) + 1)})
        pairs: list[int | None] = []
        for before, number in zip([0, *shown], shown, strict=False):
            pairs += [None, number] if number - before > 1 else [number]
        return pairs


@dataclass(frozen=True, slots=True)
class Window(Generic[T]):
    """One page of an endless list; the keys are what ``?after=`` and ``?before=`` take, empty at an end."""

    rows: Sequence[T]
    older: str = ""
    newer: str = ""


def page_number(request: HttpRequest) -> int:
    """From ``?page=``; nonsense is the first page."""
    given = request.GET.get("page", "1")
    return max(1, int(given)) if given.isascii() and given.isdigit() and len(given) < 7 else 1


def page_of(rows: Sequence[T], number: int, size: int = SIZE) -> Page[T]:
    """Cuts a list already in memory; a number past the end is the last page."""
    last = max(1, -(-len(rows) // size))
    number = min(number, last)
    return Page(rows[(number - 1) * size : number * size], number, len(rows), size)
