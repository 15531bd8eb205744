"""交办单：把一笔账交给牵头单位。The assignment order that hands an account to its lead unit."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from taizhang.papers.facts import Account
from taizhang.papers.paper import Box, Paper
from taizhang.papers.words import day

BOUNDS = {"ge": "不少于", "le": "不超过", "eq": "等于", "approx": "约"}


@dataclass(frozen=True, slots=True)
class Stone:
    """A milestone as printed: by when, what, how much."""

    due: str
    title: str
    figure: str = ""

    @property
    def line(self) -> str:
        return "，".join(part for part in (self.due, self.title, self.figure) if part)


def assignment_order(
    account: Account, *, paper: str, on: date, note: str = "", milestones: tuple[Stone, ...] = (), within: str = ""
) -> Paper:
    """The order; ``within`` is how long the lead unit has to accept or to object (1 个工作日), empty when unsaid."""
    soon = f"收到本单后 {within}内" if within else "收到本单后"
    return Paper(
        kind="order",
        head=account.office,
        number=paper,
        beside=f"台账编号 {account.number}",
        title="交办单",
        addressee=f"{account.lead_unit}：",
        before=("下列事项已建账，现交你单位牵头办理。",),
        rows=_rows(account, note, milestones),
        says=(
            f"请{soon}签收；认为不属本单位职责的，写明理由和建议的责任单位退回。"
            "办理中按期报累计数，报满后交账，由督导组核实，核满方可销账。",
        ),
        signed=account.office,
        dated=day(on),
        proof=account.proof.lines,
        copies="，".join(part for part in (account.leader, *account.co_units) if part),
        printed=f"{day(on)}印发",
    )


def _rows(account: Account, note: str, milestones: tuple[Stone, ...]) -> tuple[tuple[Box, ...], ...]:
    due = day(account.due) + (f"（原定 {day(account.original_due)}）" if account.due != account.original_due else "")
    rows: list[tuple[Box, ...]] = [
        (Box("事项", (account.title,)),),
        (Box("依据", (account.said,)),),
        (Box("牵头单位", (account.lead_unit,)), Box("包联领导", (account.leader or "—",))),
        (Box("配合单位", ("、".join(account.co_units) or "—",)),),
        (
            Box("目标", (f"{BOUNDS.get(account.bound, '')} {account.printed(account.target)}".strip(),)),
            Box("时限", (due,)),
        ),
    ]
    if milestones:
        rows.append((Box("节点", tuple(stone.line for stone in milestones)),))
    if account.standard:
        rows.append((Box("完成标准", (account.standard,)),))
    if note:
        rows.append((Box("交办意见", (note,)),))
    return tuple(rows)
