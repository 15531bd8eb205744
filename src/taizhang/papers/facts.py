"""各种纸共用的一笔账的要素。What every paper needs to know of an account."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from taizhang.ledger.dates import PartialDate
from taizhang.ledger.quantity import Quantity
from taizhang.papers.words import amount, short


@dataclass(frozen=True, slots=True)
class Proof:
    """Where the account stands in the journal, so that a paper can be checked against it."""

    version: int
    journal: int
    digest: str
    algorithm: str

    @property
    def lines(self) -> tuple[str, ...]:
        return (
            f"本账 {self.version} 条流水 · 流水第 {self.journal:,} 号 · 摘要 {self.algorithm}:{short(self.digest)}",
            "验证 taizhang verify（重算全部流水摘要，与上面一行比对）",
        )


@dataclass(frozen=True, slots=True)
class Exhibit:
    """One piece of evidence as a paper lists it."""

    title: str
    kind: str
    ref: str

    @property
    def line(self) -> str:
        return self.title or self.ref

    @property
    def mark(self) -> str:
        return short(self.ref) if self.kind == "file" else (self.ref if self.title else "")


@dataclass(frozen=True, slots=True)
class Account:
    """The account as it stands on the day of the paper; names are those printed, not codes."""

    number: str
    title: str
    office: str
    lead_unit: str
    co_units: tuple[str, ...]
    leader: str
    due: PartialDate
    original_due: PartialDate
    target: Quantity
    bound: str
    claimed: Quantity | None
    verified: Quantity | None
    proof: Proof
    basis: str = ""
    quote: str = ""
    place: str = ""
    standard: str = ""
    evidence: tuple[Exhibit, ...] = ()

    @property
    def places(self) -> int:
        """Decimals of the target hold for the whole row of figures."""
        return len(self.target.text().rstrip("…").partition(".")[2])

    def printed(self, quantity: Quantity | None) -> str:
        return amount(quantity.within(self.target.symbol) if quantity else None, self.places)

    @property
    def said(self) -> str:
        """《…》第11段：“…”: the document, the place, and its words."""
        words = f"：“{self.quote}”" if self.quote else ""
        return f"{self.basis}{'，' + self.place if self.place else ''}{words}" or "—"


@dataclass(frozen=True, slots=True)
class Signed:
    """Somebody's act on the way, as it stands in the approval row."""

    what: str
    who: str
    on: date
