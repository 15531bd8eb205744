"""示范县的这一年：从建账走到今天，和真的一样一步步记。The demonstration year, posted step by step like a real one."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from fractions import Fraction
from typing import Any

from taizhang.ledger.posting import Evidence, OnBehalf
from taizhang.ledger.quantity import SCALE, Quantity, of
from taizhang.ledger.requests import Actor
from taizhang.operations import (
    accept,
    assign,
    bring_forward,
    close,
    decline,
    report,
    submit,
    unchanged,
    verify,
    waive,
)
from taizhang.store import files
from taizhang.store.clock import ZONE
from taizhang.store.journal import entries

Act = Callable[[datetime], object]
STEP = timedelta(days=28)
"""Between two reports."""
LAST = timedelta(days=7)
"""Since the last one."""


@dataclass(frozen=True, slots=True)
class Step:
    """Something that happened on a day; ``order`` keeps a day's steps in their sequence."""

    on: date
    order: int
    act: Act


@dataclass(frozen=True, slots=True)
class Account:
    """One line of the story with its opened entry. ``people`` finds the log-in of a unit."""

    entry: str
    line: dict[str, Any]
    opened: date
    due: date
    today: date
    people: Callable[[str], Actor]

    @property
    def quantity(self) -> Quantity | None:
        if "figure" not in self.line:
            return None
        return of(Fraction(self.line["figure"]), self.line["unit"])


def steps(account: Account) -> Iterator[Step]:
    """The steps of one account up to today."""
    life = life_of(account)
    begun = account.opened
    if life == "opened":
        return
    yield Step(begun + timedelta(days=1), 1, lambda at: assign.assign(entry=account.entry, by=clerk(account), at=at))
    if life == "declined":
        yield Step(begun + timedelta(days=2), 2, lambda at: _declined(account, at))
    if life in ("assigned", "declined"):
        return
    yield Step(begun + timedelta(days=2), 2, lambda at: accept.accept(entry=account.entry, by=lead(account), at=at))
    if life == "quiet":
        return
    yield from _delivery(account)
    if life in ("closed", "waived"):
        yield from _closing(account)


SETTLED = timedelta(days=21)
"""What was due longer ago than this is closed, unless it lagged."""
LAGGED = -10
"""Points behind plan beyond which it did."""


def life_of(account: Account) -> str:
    """Its life in the story; a year that is over has closed what was nearly there."""
    line = account.line
    nearly = line.get("verified", 0) >= LAGGED and line.get("kind") != "zero"
    over = account.due < account.today - SETTLED
    return "closed" if over and nearly and line["life"] in ("doing", "forward") else str(line["life"])


def clerk(account: Account) -> Actor:
    return account.people("duban")


def lead(account: Account) -> Actor:
    return account.people(account.line["lead"])


def team(account: Account) -> Actor:
    return account.people("dudao")


def _declined(account: Account, at: datetime) -> object:
    reason = "城区管网属住建部门职责，建议由县住建局牵头，我局配合。"
    return decline.decline(entry=account.entry, reason=reason, proposes="zhujian", by=lead(account), at=at)


def _delivery(account: Account) -> Iterator[Step]:
    """Reports every four weeks, each verified a few days later as far as the story says."""
    line, whole = account.line, account.quantity
    if life_of(account) in ("closed", "waived", "submitted") or whole is None or line.get("kind") == "zero":
        yield from _at_the_end(account)
        return
    days = [account.today - LAST - STEP * n for n in range(14)]
    past = sorted(day for day in days if day > account.opened + STEP / 2)
    share = planned(account)
    for n, day in enumerate(past, start=1):
        ramp = Fraction(n, len(past))
        claimed = _rounded(whole, _bounded(share(day) + line["claimed"] * ramp))
        verified = min(claimed, _rounded(whole, _bounded(share(day) + line["verified"] * ramp)))
        if life_of(account) == "forward" and n == 1:
            yield Step(day, 3, _forward(account, claimed, verified, day))
            continue
        yield Step(day, 3, _report(account, claimed))
        yield Step(day + timedelta(days=5), 4, _verify_up_to(account, verified))


def planned(account: Account) -> Callable[[date], Fraction]:
    """Per cent of the way between opening and due date."""
    whole = max(1, (account.due - account.opened).days)
    return lambda day: Fraction(min(whole, (day - account.opened).days) * 100, whole)


def _bounded(share: Fraction) -> Fraction:
    return max(Fraction(0), min(Fraction(100), share))


def _rounded(whole: Quantity, share: Fraction) -> int:
    """As an office would write it: hundredths of the printed unit where that is 万 or 亿, else whole ones."""
    unit = int(whole.unit.factor * SCALE)
    grain = max(1, unit // 100) if whole.unit.factor > 1 else unit
    return int(whole.amount * share / 100) // grain * grain


def _report(account: Account, amount: int) -> Act:
    line = account.line
    unit = line.get("unit", "件")

    def act(at: datetime) -> object:
        standing = entries([account.entry])[account.entry].claimed.amount
        if standing is not None and amount <= standing:
            return unchanged.unchanged(entry=account.entry, by=lead(account), at=at)
        paper = _paper(f"{line['title']}进展表", at)
        return report.report(
            entry=account.entry, cumulative=amount, unit=unit, by=lead(account), at=at, evidence=[paper]
        )

    return act


def _paper(title: str, at: datetime) -> Evidence:
    """A small text file, in place of what an office would scan."""
    words = f"{title}\n{at:%Y年%m月%d日}\n（示范县的佐证，内容是虚构的。）\n"
    kept = files.keep([words.encode()], name=f"{title}.txt", media="text/plain", at=at)
    return Evidence("file", kept.digest, f"{title}.txt")


def _verify_up_to(account: Account, amount: int) -> Act:
    def act(at: datetime) -> object:
        entry = entries([account.entry])[account.entry]
        found = min(amount, entry.claimed.amount or 0) - (entry.verified.amount or 0)
        if found <= 0:
            return None
        unit = account.line.get("unit", "件")
        return verify.verify(entry=account.entry, found=found, unit=unit, method="现场", by=team(account), at=at)

    return act


def _forward(account: Account, claimed: int, verified: int, day: date) -> Act:
    def act(at: datetime) -> object:
        return bring_forward.bring_forward(
            entry=account.entry,
            claimed=claimed,
            verified=verified,
            unit=account.line["unit"],
            as_of=day,
            verified_by="督导一组",
            by=clerk(account),
            at=at,
            evidence=[_paper("上半年台账（纸质）扫描件", at)],
        )

    return act


def _at_the_end(account: Account) -> Iterator[Step]:
    """Deliverables and finished accounts: one or two reports, then 交账."""
    whole = account.quantity
    if life_of(account) == "doing":
        return
    full = whole.amount if whole else SCALE
    short = full * 4 // 5 if life_of(account) == "waived" else full
    end = _end(account)
    if whole:
        half, middle = short // 2 // SCALE * SCALE, account.opened + (end - account.opened) / 2
        yield Step(middle, 3, _report(account, half))
        yield Step(middle + timedelta(days=5), 4, _verify_up_to(account, half))
    yield Step(end, 3, _report(account, short))
    yield Step(end + timedelta(days=1), 4, lambda at: submit.submit(entry=account.entry, by=lead(account), at=at))
    if life_of(account) != "submitted":
        yield Step(end + timedelta(days=5), 5, _verify_up_to(account, short))


def _end(account: Account) -> date:
    """When the unit delivers: what waits for verification does so since this week."""
    if life_of(account) == "submitted":
        return account.today - timedelta(days=4)
    return min(account.due, account.today) - timedelta(days=24)


def _closing(account: Account) -> Iterator[Step]:
    end = _end(account)
    if life_of(account) == "waived":
        yield Step(end + timedelta(days=7), 6, lambda at: _waived(account, at))
    yield Step(
        end + timedelta(days=8), 7, lambda at: close.close(entry=account.entry, grade="良好", by=clerk(account), at=at)
    )


def _waived(account: Account, at: datetime) -> object:
    """A leader's decision on paper, recorded by the office."""
    leader = account.line["leader"]
    return waive.waive(
        entry=account.entry,
        leader=leader,
        reason="其中一座库区移民未完成，经县政府常务会议同意，转入明年实施。",
        by=clerk(account),
        at=at,
        behalf=OnBehalf(leader, leader, "leader"),
        evidence=[_paper("领导批示（扫描件）", at)],
    )


def moment(step: Step) -> datetime:
    """Office hours, Beijing time."""
    return datetime.combine(step.on, time(8 + step.order, (step.on.day * 7 + step.order * 11) % 60), ZONE)
