"""台账文件的毛病：在哪一行，怎么改。What is wrong in a book's file: where, and the cure."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Fault:
    """``code`` names the rule; ``line`` is 1-based; ``cure`` says in Chinese and English what to do."""

    code: str
    line: int
    cure: str


class BookInvalid(Exception):
    """A book's file breaks a rule. ``faults`` lists all that were found, each with its line and cure."""

    def __init__(self, file: str, faults: tuple[Fault, ...]) -> None:
        self.file = file
        self.faults = faults
        super().__init__("\n".join(f"{file}:{f.line}: {f.cure} [{f.code}]" for f in faults))
