"""一张公文纸：红头、文号、表格、落款、印记，都是平常的值。A printed paper as plain values.

The layout follows GB/T 9704-2012 (党政机关公文格式): issuing office in red, document number, red rule, title, body,
signature with date, copies. Papers are Chinese whatever the reader's language: they are official documents.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Box:
    """One labelled box of the form; ``figures`` are (name, printed amount) pairs set large, instead of lines."""

    label: str
    lines: tuple[str, ...] = ()
    figures: tuple[tuple[str, str], ...] = ()
    marks: tuple[str, ...] = ()
    """Digests, one a line, printed in a fixed-width face after the line of the same number."""

    @property
    def marked(self) -> tuple[tuple[str, str], ...]:
        padded = self.marks + ("",) * (len(self.lines) - len(self.marks))
        return tuple(zip(self.lines, padded, strict=False))


@dataclass(frozen=True, slots=True)
class SealMark:
    """The closing seal: the day as it is cut (2026.09.17) and the tail of the digest."""

    day: str
    tail: str


@dataclass(frozen=True, slots=True)
class Paper:
    """A whole paper. ``rows`` hold one wide box or two narrow ones; ``proof`` lines stand small at the foot."""

    kind: str
    head: str
    number: str
    beside: str
    title: str
    rows: tuple[tuple[Box, ...], ...]
    addressee: str = ""
    before: tuple[str, ...] = ()
    says: tuple[str, ...] = ()
    signed: str = ""
    dated: str = ""
    seal: SealMark | None = None
    proof: tuple[str, ...] = ()
    copies: str = ""
    """抄送 whom, without the word; see ``copied``."""
    printed: str = ""
    signatures: tuple[str, ...] = ()
    """Who still has to sign by hand, one box each."""

    @property
    def copied(self) -> str:
        """抄送：郝思远副县长，县财政局。"""
        return f"抄送：{self.copies}。" if self.copies else ""
