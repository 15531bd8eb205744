"""照流水重算：不用台账的一行代码，只用标准库，从导出的流水算出摘要链、余额和总览的每一格。

Recount from an exported journal: standard library only, nothing of Taizhang imported. Recomputes the digest chain,
every balance, every light and every cell of the board.
Usage: python tools/recount.py JOURNAL.jsonl [--on YYYY-MM-DD] [--as text|json] [--books FOLDER]
The export (``taizhang export``) is JSON Lines. A record: number stream version kind body prev digest algorithm, where
``body`` is the canonical text the digest covers: digest = H(prev + "\\n" + body). A book: {"book": name, "text": YAML},
trusted only if the chain holds a BookAdopted with that text's SHA-256. A backup's journal has no books: name their
folder with --books. Exit 1 when anything does not hold (no figures then), 2 when a book is missing.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from calendar import monthrange
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from fractions import Fraction
from itertools import chain, pairwise
from pathlib import Path
from typing import Any

try:  # 从别处导入，或者直接运行 imported as tools.recount, or run as a script beside it
    from tools.recount_yaml import parse_yaml
except ModuleNotFoundError:
    from recount_yaml import parse_yaml  # type: ignore[no-redef,import-not-found]

Plain = dict[str, Any]
SCALE = 10_000  # 一个基本单位分成一万份 sub-units in one base unit
LIGHTS = ("red", "amber", "green", "done", "grey")
PAIRS = """Assigned assign; Accepted accept; Declined decline; Reported report; Unchanged unchanged; Submitted submit;
Returned return; Verified verify; Waived waive; Closed close; Reopened reopen; BroughtForward bring_forward;
Amended amend; Reversed reverse; Reassigned reassign; Extended extend; Cancelled cancel; Approved approve;
Refused refuse; Decomposed decompose; DutyConfirmed confirm_duty; DutyObjected object_duty; StageReached advance;
ProblemRaised raise_problem; ProblemSettled settle_problem; ExtensionAsked ask_extension; ExtensionEndorsed endorse;
ExtensionRefused refuse_extension; Suspended suspend; Resumed resume; Checked check; Sampled sample; Confirmed confirm;
Objected object; Reviewed review; Archived archive; LookedBack look_back; Merged merge; MadeStanding make_standing;
CarriedOver carry_over; Instructed instruct; Urged urge; MovedToEdition move_to_edition"""
ACTS = {kind: act for kind, _, act in (pair.strip().partition(" ") for pair in PAIRS.split(";"))}
MOVING = ("Reported", "Returned", "Verified", "BroughtForward", "Reversed")
RULES = {"amber": -10, "red": -30, "window": 10, "notice": 15, "hard": 30}
TIMES = {"百亿": 10**10, "千亿": 10**11, "万亿": 10**12, "亿": 10**8, "千万": 10**7, "百万": 10**6, "十万": 10**5}
TIMES |= {"万": 10**4, "千": 10**3}
KNOWN = """公顷 亩 15; 平方公里 亩 1500; 平方千米 亩 1500; 人民币 元 1; 公斤 吨 1/1000; 千克 吨 1/1000; 斤 吨 1/2000;
千米 公里 1; 里 公里 1/2; 米 公里 1/1000; 方 立方米 1; 平米 平方米 1; 千瓦 千瓦 1; 兆瓦 千瓦 1000; 千瓦时 千瓦时 1;
度 千瓦时 1; 兆瓦时 千瓦时 1000; ％ % 1; 个百分点 点 1; 百分点 点 1"""
BASES = {printed: (name, Fraction(factor)) for printed, name, factor in (row.split() for row in KNOWN.split(";"))}
"""The tool's own statement of what it takes one printed unit to be; a test holds it against the lexicon."""


@dataclass(slots=True)
class Account:
    """One entry while its postings are read. ``None`` balances: nothing was ever recorded (未报)."""

    fact: Plain
    state: str
    claimed: int | None = None
    verified: int | None = None
    waived: int | None = None
    moves: list[Plain] = field(default_factory=list)
    paused: list[list[date | None]] = field(default_factory=list)

    @property
    def target(self) -> Plain:
        target: Plain = self.fact["target"]
        return target

    @property
    def counts_up(self) -> bool:
        target = self.target
        return bool(target["kind"] == "amount" and target["bound"] != "le" and target["amount"] > 0)


@dataclass(slots=True)
class Recount:
    """Everything recomputed. ``breaks`` are (record number, what does not hold)."""

    books: dict[str, Plain] = field(default_factory=dict)
    adopted: dict[str, str] = field(default_factory=dict)
    units: dict[str, str] = field(default_factory=dict)
    accounts: dict[str, Account] = field(default_factory=dict)
    breaks: list[tuple[int, str]] = field(default_factory=list)
    records: int = 0
    head: str = "0" * 64


class BookMissing(LookupError):
    """The journal speaks of a book whose rules were not given; the message is its name."""


def recount(lines: Iterable[str], books: Iterable[tuple[str, str]] = ()) -> Recount:
    """Read an export once, up to a line that cannot be read; ``books`` are names and YAML texts. Raises BookMissing."""
    out, versions, texts = Recount(), dict[str, int](), dict[str, str]()
    named = (json.dumps({"book": name, "text": text}) for name, text in books)
    for line in filter(str.strip, chain(named, lines)):
        try:
            read(json.loads(line), out, versions, texts)
        except (ValueError, KeyError, TypeError, AttributeError):
            out.breaks.append((out.records + 1, "unreadable"))
            break
    out.breaks += [(out.records, f"book {name}") for name, seen in texts.items() if out.adopted.get(name) != seen]
    return out


def read(given: Plain, out: Recount, versions: dict[str, int], texts: dict[str, str]) -> None:
    if "book" in given and "number" not in given:
        name, text = given["book"], given["text"]
        texts[name], out.books[name] = hashlib.sha256(text.encode()).hexdigest(), parse_yaml(text)
        return
    out.breaks += [(given["number"], code) for code in broken(given, out, versions)]
    out.records, out.head = given["number"], given["digest"]
    versions[given["stream"]] = given["version"]
    take(out, given["stream"], json.loads(given["body"]))


def broken(given: Plain, out: Recount, versions: dict[str, int]) -> Iterator[str]:
    """What of one record does not hold: its number, link, digest, version, or body."""
    if given["number"] != out.records + 1:
        yield "gap"
    if given["prev"] != out.head:
        yield "link"
    if given["digest"] != hashlib.new(given["algorithm"], f"{given['prev']}\n{given['body']}".encode()).hexdigest():
        yield "digest"
    if given["version"] != versions.get(given["stream"], 0) + 1:
        yield "version"
    stated = json.loads(given["body"])
    if any(stated[name] != given[name] for name in ("number", "stream", "version", "kind")):
        yield "body"


def take(out: Recount, stream: str, posting: Plain) -> None:
    """Let one posting work: on the registry, or on its account."""
    fact, kind = posting["fact"], posting["kind"]
    if kind == "BookAdopted":
        out.adopted[fact["book"]] = fact["digest"]
    elif kind == "UnitNamed":
        out.units[fact["code"]] = fact["short"] or fact["name"]
    elif kind == "Opened":
        if fact["book"] not in out.books:
            raise BookMissing(fact["book"])
        out.accounts[stream] = Account(fact, fact.get("state") or out.books[fact["book"]]["start"])
    elif stream in out.accounts:
        account = out.accounts[stream]
        describe(account, kind, fact)
        move(account, kind, fact, posting)
        act = "overturn" if kind == "Reviewed" and not fact["upheld"] else ACTS[kind]
        moves = out.books[account.fact["book"]]["acts"].get(act, {}).get("moves", {})
        account.state = fact["state"] if kind == "MovedToEdition" else moves.get(account.state, account.state)


def describe(account: Account, kind: str, fact: Plain) -> None:
    if kind == "Assigned":
        account.fact |= {"lead_unit": fact["lead_unit"], "due": fact["due"]}
    elif kind == "Extended":
        account.fact["due"] = fact["after"]
    elif kind == "Amended":
        account.fact[fact["field"]] = fact["after"]
    elif kind == "Reassigned":
        account.fact[fact["role"]] = fact["after"].split() if fact["role"] == "co_units" else fact["after"]
    elif kind in ("Waived", "Reopened") or (kind == "Reversed" and fact["kind"] == "Waived"):
        account.waived = fact.get("amount") if kind == "Waived" else None


def move(account: Account, kind: str, fact: Plain, posting: Plain) -> None:
    """Move the two balances; a reversal marks the move it undoes, and the last one makes a balance 未报 again."""
    if kind == "Suspended":
        account.paused.append([day(posting["effective"]), None])
    if kind == "Resumed":
        account.paused[-1][1] = day(posting["effective"])
    claimed = fact["change"] if kind in ("Reported", "Returned") else fact.get("claimed", 0)
    verified = fact["change"] if kind == "Verified" else fact.get("verified", 0)
    if kind == "Reversed":
        for earlier in account.moves:
            earlier["undone"] |= earlier["version"] == fact["version"]
    if claimed or kind in ("Reported", "BroughtForward"):
        account.claimed = (account.claimed or 0) + claimed
    if verified or kind in ("Verified", "BroughtForward"):
        account.verified = (account.verified or 0) + verified
    if kind in MOVING:
        one = {"version": posting["version"], "claimed": claimed, "verified": verified, "undone": False}
        one |= {"kind": kind, "effective": day(posting["effective"]), "recorded": day(posting["at"][:10])}
        account.moves.append(one)
    if kind == "Reversed":
        standing = {one["kind"] for one in account.moves if not one["undone"]}
        account.claimed = account.claimed if standing & {"Reported", "BroughtForward"} else None
        account.verified = account.verified if standing & {"Verified", "BroughtForward"} else None


def day(iso: str, *, last: bool = False) -> date:
    """The first or last day of ``2026``, ``2026-09`` or ``2026-09-18``."""
    year, month, number = (*(int(part) for part in iso.split("-")), 0, 0)[:3]
    month = month or (12 if last else 1)
    return date(year, month, number or (monthrange(year, month)[1] if last else 1))


def still(account: Account, on: date) -> timedelta:
    """How long the clock stood still before a day."""
    runs = ((since, min(until or on, on)) for since, until in account.paused if since and since < on)
    return sum((until - since for since, until in runs), timedelta())


def planned(account: Account, on: date) -> Fraction:
    """What should be there by a day, in per cent: straight lines through the milestones that carry amounts."""
    on -= still(account, on)
    whole, due = account.target["amount"], day(account.fact["due"], last=True)
    knots = [(day(account.fact["start"]), Fraction(0))]
    stones = [stone for stone in account.fact["milestones"] if stone["amount"] is not None]
    knots += [(day(stone["due"], last=True), Fraction(stone["amount"] * 100, whole)) for stone in stones]
    knots += [(due, Fraction(100))] if knots[-1][0] < due else []
    if on <= knots[0][0]:
        return Fraction(0)
    for (left, low), (right, high) in pairwise(knots):
        if on <= right:
            return low + (high - low) * Fraction((on - left).days, max(1, (right - left).days))
    return knots[-1][1]


def counted(account: Account, rules: Plain, on: date) -> int:
    """Verified, and claims still inside the window in which somebody must verify them."""
    moves = [one for one in account.moves if one["effective"] <= on]
    verified, claimed = sum(one["verified"] for one in moves), sum(one["claimed"] for one in moves)
    fresh = sum(one["claimed"] for one in moves if one["claimed"] > 0 and in_window(one, rules, on))
    return int(min(claimed, max(verified, verified + min(fresh, claimed - verified))))


def in_window(one: Plain, rules: Plain, on: date) -> bool:
    return not one["undone"] and on <= one["recorded"] + timedelta(days=rules["window"])


def light(account: Account, book: Plain, on: date) -> str:
    """The colour on a day, by the rules its book states."""
    rules = RULES | book.get("lights", {})
    kind = book["states"][account.state]["account"]
    if kind in ("close", "end"):
        return "done" if kind == "close" else "grey"
    if account.paused and account.paused[-1][1] is None and account.paused[-1][0] <= on:  # type: ignore[operator]
        return "grey"
    if account.target["kind"] == "zero" and (account.claimed or account.verified):
        return "red"
    if on < day(account.fact["start"]) and account.claimed is None:
        return "grey"
    return on_curve(account, rules, on) if account.counts_up else by_the_day(account, rules, on)


def on_curve(account: Account, rules: Plain, on: date) -> str:
    done = counted(account, rules, on)
    missed = any(
        stone["hard"]
        and (stone["amount"] or 0) > done
        and on > day(stone["due"], last=True) + timedelta(days=rules["hard"])
        for stone in account.fact["milestones"]
    )
    gap = Fraction(done * 100, account.target["amount"]) - planned(account, on)
    if gap < rules["red"] or missed:
        return "red"
    return "amber" if gap < rules["amber"] else "green"


def by_the_day(account: Account, rules: Plain, on: date) -> str:
    due = day(account.fact["due"], last=True) + still(account, on)
    if covered(account, on > due) or (account.target["kind"] == "zero" and not account.claimed):
        return "green"
    delivered = any(one["claimed"] > 0 and in_window(one, rules, on) for one in account.moves)
    if on > due and not delivered:
        return "red"
    return "amber" if on > due - timedelta(days=rules["notice"]) and account.claimed is None else "green"


def covered(account: Account, ended: bool) -> bool:
    """Whether what is verified settles the target."""
    target, amount = account.target, account.verified
    if target["kind"] == "zero":
        return ended and not amount
    if amount is None:
        return False
    if target["kind"] == "rank":
        return bool(0 < amount <= target["amount"])
    percent = {"approx": 100 - int(target["tolerance"])}.get(target["bound"], 100)
    if target["bound"] == "le":
        return ended and bool(amount <= target["amount"])
    if target["bound"] == "eq":
        return bool(amount == target["amount"])
    return bool(amount * 100 >= target["amount"] * percent)


def board(out: Recount, on: date) -> Plain:
    """Every cell: accounts by light and by state, and one table for each measure; per lead unit and in all."""
    standing, ended = {}, 0
    for stream, account in out.accounts.items():
        book = out.books[account.fact["book"]]
        if book["states"][account.state]["account"] == "end":
            ended += 1
        else:
            standing[stream] = (account, light(account, book, on))
    leads = sorted({account.fact["lead_unit"] for account, _ in standing.values()})
    return {
        "whole": cells(standing.values()),
        "units": {
            lead: cells(pair for pair in standing.values() if pair[0].fact["lead_unit"] == lead) for lead in leads
        },
        "ended": ended,
        "measures": measures({stream: account for stream, (account, _) in standing.items()}, on),
    }


def cells(pairs: Iterable[tuple[Account, str]]) -> Plain:
    some = list(pairs)
    lights = Counter(colour for _, colour in some)
    return {
        "total": len(some),
        "closed": lights["done"],
        "lights": {colour: lights[colour] for colour in LIGHTS},
        "states": dict(Counter(account.state for account, _ in some)),
    }


def measures(standing: dict[str, Account], on: date) -> Plain:
    """Figures add within one measure and dimension only; an account split within its measure counts by its parts."""
    by_kind: dict[str, dict[str, Account]] = defaultdict(dict)
    for stream, account in standing.items():
        target = account.target
        if target["kind"] == "amount" and target["measure"]:
            by_kind[f"{target['measure']} {base(target['unit'])[0]}"][stream] = account
    tables = {}
    for name, accounts in sorted(by_kind.items()):
        split = {account.fact["parent"] for account in accounts.values()}
        leaves = [a for stream, a in accounts.items() if stream not in split and a.target["bound"] != "le"]
        if leaves:
            tables[name] = table(leaves, on)
    return tables


def table(accounts: list[Account], on: date) -> Plain:
    symbol = Counter(account.target["unit"] for account in accounts).most_common(1)[0][0]
    leads = sorted({account.fact["lead_unit"] for account in accounts})
    rows = {lead: sums([a for a in accounts if a.fact["lead_unit"] == lead], symbol, on) for lead in leads}
    return {"unit": symbol, "whole": sums(accounts, symbol, on), "units": rows, "curve": curve(accounts, symbol, on)}


def curve(accounts: list[Account], symbol: str, on: date) -> list[list[str | None]]:
    """Day, planned, claimed, verified: on every day something was due or recorded. Days to come have no balances."""
    wanted = [account for account in accounts if account.counts_up]
    days = {on} if wanted else set()
    for account in wanted:
        days |= {day(account.fact["start"]), day(account.fact["due"], last=True)}
        days |= {day(stone["due"], last=True) for stone in account.fact["milestones"] if stone["amount"] is not None}
        days |= {one["effective"] for one in account.moves if one["effective"] <= on}
    return [point(wanted, each, symbol, on) for each in sorted(days)]


def point(accounts: list[Account], each: date, symbol: str, on: date) -> list[str | None]:
    due = sum((planned(account, each) * account.target["amount"] / 100 for account in accounts), start=Fraction(0))
    told = [each.isoformat(), printed(int(due), symbol)]
    if each > on:
        return [*told, None, None]
    moves = [one for account in accounts for one in account.moves if one["effective"] <= each]
    return [*told, *(printed(sum(one[side] for one in moves), symbol) for side in ("claimed", "verified"))]


def sums(accounts: list[Account], symbol: str, on: date) -> Plain:
    target = sum(account.target["amount"] for account in accounts)
    claimed = sum(account.claimed or 0 for account in accounts)
    verified = sum(account.verified or 0 for account in accounts)
    due = sum(int(planned(a, on) * a.target["amount"] / 100) for a in accounts if a.counts_up)
    figures = {"target": target, "claimed": claimed, "verified": verified, "planned": due}
    figures |= {"open": max(0, claimed - verified), "outstanding": max(0, target - verified)}
    return {"accounts": len(accounts)} | {name: printed(amount, symbol) for name, amount in figures.items()}


def base(symbol: str) -> tuple[str, Fraction]:
    """A printed unit as its base and how much of it one is; a base no table knows stands for itself."""
    if symbol in BASES:
        return BASES[symbol]
    for prefix, times in TIMES.items():
        rest = symbol.removeprefix(prefix)
        if rest and rest != symbol:
            name, factor = BASES.get(rest, (rest, Fraction(1)))
            return name, factor * times
    return symbol, Fraction(1)


def printed(amount: int, symbol: str) -> str:
    """Sub-units as a plain decimal of the printed unit, exact; one that never ends is cut at six places with ``…``."""
    value = Fraction(amount, SCALE) / base(symbol)[1]
    for places in range(13):
        if (value * 10**places).denominator == 1:
            whole = str(abs(int(value * 10**places))).rjust(places + 1, "0")
            figure = whole[: len(whole) - places] + ("." + whole[len(whole) - places :] if places else "")
            return ("-" if value < 0 else "") + figure
    return f"{float(value):.6f}…"


def summary(shown: Plain) -> str:
    """What a person reads: the chain; if it holds, one line a unit, then one line a measure and unit."""
    lines = [f"流水 {shown['records']} 条，链头 {shown['head']}"]
    if shown["breaks"]:
        return "\n".join(lines + [f"第 {number} 条不对 broken: {code}" for number, code in shown["breaks"]])
    names, whole = shown["names"], shown["board"]["whole"]
    lines += ["链完整 the chain holds", f"在账 {whole['total']} 笔，已销 {whole['closed']} 笔"]
    for unit, row in shown["board"]["units"].items():
        colours = " ".join(f"{colour} {count}" for colour, count in row["lights"].items())
        lines.append(f"{names.get(unit, unit)}  {colours}  total {row['total']}")
    for name, told in shown["board"]["measures"].items():
        rows = {names.get(unit, unit): row for unit, row in told["units"].items()} | {"合计": told["whole"]}
        for unit, row in rows.items():
            figures = f"目标 {row['target']} 已报 {row['claimed']} 已核 {row['verified']} 还差 {row['outstanding']}"
            lines.append(f"{name}（{told['unit']}） {unit}  {figures}")
    return "\n".join(lines)


def main(argv: list[str]) -> int:
    parser = argparse.ArgumentParser(description="Recompute everything from an exported journal.")
    parser.add_argument("journal", type=Path)
    parser.add_argument("--on", type=date.fromisoformat, default=None, help="the day of the board (default: today)")
    parser.add_argument("--books", type=Path, help="folder of the books' YAML files, for a journal without them")
    parser.add_argument("--as", dest="form", choices=["text", "json"], default="text")
    given = parser.parse_args(argv)
    folder = sorted(given.books.glob("*.yaml")) if given.books else []
    try:
        with given.journal.open(encoding="utf-8", errors="backslashreplace") as lines:
            out = recount(lines, [(path.stem, path.read_bytes().decode()) for path in folder])
    except BookMissing as missing:
        print(f"缺“{missing}”的规矩，请用 --books 指明放台账定义的目录。Rules of {missing} missing: name --books.")
        return 2
    on = given.on or date.today()  # noqa: DTZ011, TID251  命令行在边上 an edge
    shown = {"records": out.records, "head": out.head, "breaks": out.breaks, "on": on.isoformat(), "names": out.units}
    shown["board"] = None if out.breaks else board(out, on)
    print(json.dumps(shown, ensure_ascii=False, indent=1) if given.form == "json" else summary(shown))
    return 1 if out.breaks else 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
