"""位置：半开区间，以源文的码点计。Places in a text: half-open, in code points of that text."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open run ``[start, end)`` of code points.

    >>> Span(2, 4).of("今年造林")
    '造林'
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"not a span: [{self.start}, {self.end})")

    def of(self, text: str) -> str:
        return text[self.start : self.end]

    def __len__(self) -> int:
        return self.end - self.start

    def overlaps(self, other: Span) -> bool:
        return self.start < other.end and other.start < self.end

    def holds(self, other: Span) -> bool:
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True)
class Anchor:
    """Where a figure stands: the file, its stored extraction, the span in it and the words found there.

    ``file`` and ``extraction`` are SHA-256 hex digests; ``quote`` is ``extraction_text[span]`` exactly; ``place``
    says it for people (``第3页``, ``表1 B4``) and may be empty. DESIGN, "Anchors".
    """

    file: str
    extraction: str
    span: Span
    quote: str
    place: str = ""

    def holds(self, extraction_text: str) -> bool:
        """Whether the stored extraction still says what the anchor quotes."""
        return self.span.of(extraction_text) == self.quote
