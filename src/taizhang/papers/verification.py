"""核实单：督导组核了什么、怎么核的、认定多少。The verification sheet."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from taizhang.ledger.quantity import Quantity
from taizhang.papers.facts import Account, Exhibit
from taizhang.papers.paper import Box, Paper
from taizhang.papers.words import day


@dataclass(frozen=True, slots=True)
class Finding:
    """One verification: what was claimed and open before, what was found, by whom."""

    team: str
    by: str
    second: str
    on: date
    open_before: Quantity
    found: Quantity
    method: str
    opinion: str
    evidence: tuple[Exhibit, ...] = ()


def verification_sheet(account: Account, finding: Finding, *, paper: str, journal: int) -> Paper:
    return Paper(
        kind="sheet",
        head=account.office,
        number=paper,
        beside=f"流水第 {journal:,} 号",
        title="核实单",
        rows=_rows(account, finding),
        says=("被查单位可在收到之日起 30 日内提出异议，由另一名督查人员复核。",),
        signed=finding.team,
        dated=day(finding.on),
        proof=account.proof.lines,
        signatures=tuple(name for name in (finding.by, finding.second, "被查单位") if name),
        printed=f"{day(finding.on)}",
    )


def _rows(account: Account, finding: Finding) -> tuple[tuple[Box, ...], ...]:
    left = Quantity(finding.open_before.amount - finding.found.amount, finding.found.symbol)
    figures = (
        ("单位报、未核", account.printed(finding.open_before)),
        ("本次认定", account.printed(finding.found)),
        ("其余", account.printed(left)),
        ("已核累计", account.printed(account.verified)),
    )
    rows: list[tuple[Box, ...]] = [
        (Box("事项", (f"{account.title}（{account.number}）",)),),
        (Box("牵头单位", (account.lead_unit,)), Box("核实单位", (finding.team,))),
        (Box("数额", figures=figures),),
        (Box("怎么核的", (finding.method or "—",)),),
        (Box("意见", (finding.opinion or "—",)),),
    ]
    if finding.evidence:
        lines = tuple(f"{n}. {e.line}" for n, e in enumerate(finding.evidence, 1))
        rows.append((Box("佐证", lines, marks=tuple(e.mark for e in finding.evidence)),))
    return tuple(rows)
