"""销号证明：一笔账怎样核满、谁认定、凭什么销。The closing slip, the proof that an account was settled."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from taizhang.ledger.quantity import Quantity
from taizhang.papers.facts import Account, Signed
from taizhang.papers.paper import Box, Paper, SealMark
from taizhang.papers.words import day, margin, stamp, tail


@dataclass(frozen=True, slots=True)
class Waiver:
    """免余额: who let the rest go, and why."""

    leader: str
    reason: str
    amount: Quantity


@dataclass(frozen=True, slots=True)
class Closing:
    """What the closing adds to the account. ``alone`` says that one person acted where two should have."""

    certificate: str
    on: date
    journal: int
    digest: str
    verified: tuple[str, ...]
    signed: tuple[Signed, ...]
    grade: str = ""
    note: str = ""
    extensions: int = 0
    waiver: Waiver | None = None
    alone: bool = False


def closing_slip(account: Account, closing: Closing) -> Paper:
    return Paper(
        kind="slip",
        head=account.office,
        number=closing.certificate,
        beside=f"流水第 {closing.journal:,} 号",
        title="销号证明",
        rows=_rows(account, closing),
        says=(_says(closing),),
        signed=account.office,
        dated=day(closing.on),
        seal=SealMark(stamp(closing.on), tail(closing.digest)),
        proof=account.proof.lines,
        copies="，".join(part for part in (account.leader, account.lead_unit, *account.co_units) if part),
        printed=f"{day(closing.on)}印发",
    )


def _says(closing: Closing) -> str:
    how = "本账已核数满足目标" if closing.waiver is None else "本账余额已经领导批准免去"
    return f"{how}，准予销号。此后回头看发现反弹的，另记重开，不改本证明。"


def _rows(account: Account, closing: Closing) -> tuple[tuple[Box, ...], ...]:
    unit = account.target.symbol
    waived = account.printed(closing.waiver.amount if closing.waiver else Quantity(0, unit))
    figures = (
        ("目标", account.printed(account.target)),
        ("单位已报", account.printed(account.claimed)),
        ("督导已核", account.printed(account.verified)),
        ("免余", waived),
    )
    late = margin(account.original_due.last, closing.on)
    rows: list[tuple[Box, ...]] = [
        (Box("事项", (f"{account.title}（{account.number}）",)),),
        (Box("依据", (account.said,)),),
        (Box("牵头单位", (account.lead_unit,)), Box("包联领导", (account.leader or "—",))),
        (Box("原定时限", (day(account.original_due),)), Box("销号日期", (f"{day(closing.on)}，{late}",))),
        (Box("数额", figures=figures),),
        (Box("核实", (*closing.verified, _extended(account, closing))),),
    ]
    if closing.waiver:
        rows.append((Box("免余", (f"{closing.waiver.leader}批准：{closing.waiver.reason}",)),))
    if closing.grade or closing.note:
        rows.append((Box("等次", (closing.grade or "—",)), Box("说明", (closing.note or "—",))))
    lines = tuple(f"{n}. {e.line}" for n, e in enumerate(account.evidence, 1)) or ("—",)
    rows.append((Box("佐证", lines, marks=tuple(e.mark for e in account.evidence)),))
    rows.append((Box("经办", (_signed(closing),)),))
    return tuple(rows)


def _extended(account: Account, closing: Closing) -> str:
    if not closing.extensions:
        return "办理过程未延期。"
    return f"办理过程延期 {closing.extensions} 次，现行时限 {day(account.due)}。"


def _signed(closing: Closing) -> str:
    acts = "；".join(f"{s.what} {s.who}，{s.on.month}月{s.on.day}日" for s in closing.signed)
    two = "双人规则：未执行，一人核实。" if closing.alone else "双人规则：已执行。"
    return f"{acts}。{two}" if acts else two
