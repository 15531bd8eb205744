#!/usr/bin/env python3
"""台账的说明页：一种台账一页，从它的 YAML 生成。A page for each book, made from its file; never written by hand.

Usage: python tools/make_book_pages.py [--check]     (--check writes nothing and fails when a page is out of date)
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

from taizhang import books
from taizhang.ledger.book import ACCOUNTS, Act, Book, Label

PAGES = Path(__file__).resolve().parent.parent / "docs" / "books"
MADE = "<!-- 由 tools/make_book_pages.py 生成，请改 YAML，不改这里。Made; change the book's file instead. -->"
ACCOUNT = {
    "open": Label("建账", "Open"),
    "deliver": Label("交账", "Deliver"),
    "verify": Label("核账", "Verify"),
    "close": Label("销账", "Close"),
    "end": Label("旁路", "Side ends"),
}
ROLE = {
    "office": Label("督查室", "office"),
    "lead": Label("牵头单位", "lead unit"),
    "co": Label("配合单位", "co-unit"),
    "team": Label("督导组", "supervision team"),
    "leader": Label("领导", "leader"),
    "reporter": Label("报过数的单位", "a unit that reported"),
    "recorder": Label("代录的人", "who recorded a claim"),
    "decider": Label("经手结论的人", "who had a hand in the conclusion"),
}
NEED = {
    "reason": Label("理由", "reason"),
    "evidence": Label("佐证", "evidence"),
    "lead_unit": Label("牵头单位", "lead unit"),
    "due": Label("时限", "due date"),
    "target": Label("目标", "target"),
    "covered": Label("已核满目标或已免余", "verified covers the target, or a waiver"),
    "claimed": Label("报过数", "a claim"),
    "paper": Label("扫描件", "scanned paper"),
    "leader": Label("批准的领导", "the leader who approves"),
    "method": Label("核实办法", "method"),
    "mandate": Label("授权依据", "mandate"),
    "asked": Label("先申请", "asked for"),
    "endorsed": Label("分管领导同意", "endorsed"),
    "second": Label("另一人签", "a second signer"),
    "last_stage": Label("走到最后阶段", "the last stage"),
}
DAYS = {"calendar": Label("天", "calendar days"), "working": Label("个工作日", "working days")}
LIMIT = {
    "extensions": Label("最多延期次数", "extensions at most"),
    "objection": Label("提异议的天数", "days to object"),
    "review": Label("复核的天数", "days to review"),
    "look_back_from": Label("销账后几天起回头看", "look back from day"),
    "look_back_to": Label("到第几天为止", "look back until day"),
    "sampled": Label("抽查百分之", "per cent drawn for a visit"),
}


def both(label: Label) -> str:
    return f"{label.zh} {label.en}"


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> list[str]:
    return [f"| {' | '.join(head)} |", f"|{'---|' * len(head)}", *(f"| {' | '.join(row)} |" for row in rows), ""]


def words(names: Iterable[str], known: dict[str, Label]) -> str:
    return "、".join(both(known[name]) for name in sorted(names, key=list(known).index))


def states(book: Book) -> list[str]:
    rows = []
    for account in ACCOUNTS:
        inside = [s for s in book.states.values() if s.account == account]
        rows += [(both(ACCOUNT[account]), both(s.label), f"`{s.name}`", _ways(book, s.name)) for s in inside]
    return table(("账 account", "状态 state", "代码 code", "往哪走 onward"), rows)


def _ways(book: Book, state: str) -> str:
    """The acts that lead away, each with the state it leads to."""
    away = [(act, act.moves[state]) for act in book.acts_from(state) if act.moves[state] != state]
    return "；".join(f"{act.label.zh}→{book.states[target].label.zh}" for act, target in away) or "—"


def acts(book: Book) -> list[str]:
    head = ("动作 act", "谁做 who", "从哪到哪 from → to", "要什么 needs", "谁不能做 who may not")
    return table(head, (_act(book, act) for act in book.acts.values()))


def _act(book: Book, act: Act) -> tuple[str, ...]:
    steps = [(book.states[a].label.zh, book.states[b].label.zh) for a, b in act.moves.items()]
    stays = "、".join(a for a, b in steps if a == b)
    moved = [f"{a}→{b}" for a, b in steps if a != b]
    way = "；".join([*moved, *([f"不动：{stays}"] if stays else [])]) or f"→{book.states[book.start].label.zh}"
    return both(act.label), words(act.roles, ROLE), way, words(act.needs, NEED), words(act.not_by, ROLE)


def clocks(book: Book) -> list[str]:
    rows = [
        (both(book.states[c.state].label), both(c.label), f"{c.days} {both(DAYS[c.calendar])}") for c in book.clocks
    ]
    return table(("进入 on coming into", "要做 due", "多久 within"), rows)


def lights(book: Book) -> list[str]:
    rules = book.lights
    return [
        f"- 实际比序时低 {-rules.amber} 个百分点转黄，低 {-rules.red} 个转红。"
        f"Amber {-rules.amber} points below plan, red {-rules.red}.",
        f"- 已报未核的数认 {rules.window} 天。A claim counts {rules.window} days before it must be verified.",
        f"- 没有序时的，到期前 {rules.notice} 天转黄。Without a curve: amber {rules.notice} days before it is due.",
        f"- 硬节点过 {rules.hard} 天转红。A hard milestone missed by {rules.hard} days is red.",
        "",
    ]


def more(book: Book) -> list[str]:
    lines: list[str] = []
    if book.stages:
        lines += ["## 阶段 Stages", "", " → ".join(both(stage.label) for stage in book.stages), ""]
    if book.fields:
        rows = [
            (both(f.label), f.type, "是 yes" if f.required else "", "、".join(f.choices), "是 yes" if f.masked else "")
            for f in book.fields
        ]
        head = ("字段 field", "类型 type", "必填 required", "可选 choices", "遮盖 masked")
        lines += ["## 字段 Fields", "", *table(head, rows)]
    return lines


def page(book: Book) -> str:
    limits = [(both(name), str(getattr(book.limits, key))) for key, name in LIMIT.items()]
    lines = [
        f"# {both(book.label)}",
        "",
        MADE,
        "",
        *(book.purpose.zh, book.purpose.en, ""),
        f"规矩第 {book.edition} 版，文件 `src/taizhang/books/{book.name}.yaml`。Edition {book.edition}.",
        "",
        *("## 状态 States", "", *states(book)),
        *("## 动作 Acts", "", *acts(book)),
        *more(book),
        *("## 时钟 Clocks", "", *clocks(book)),
        *("## 灯号 Lights", "", *lights(book)),
        *("## 限度 Limits", "", *table(("", ""), limits)),
        f"等次 grades：{'、'.join(book.grades) or '—'}",
    ]
    return "\n".join(lines) + "\n"


def pages() -> dict[Path, str]:
    """Every page with its text."""
    return {PAGES / f"{name}.md": page(book) for name, book in books.load().items()}


def stale() -> list[str]:
    """Pages that are missing, differ from their book, or have no book."""
    made = pages()
    wrong = [path for path, text in made.items() if not path.exists() or path.read_text("utf-8") != text]
    return sorted(path.name for path in [*wrong, *(set(PAGES.glob("*.md")) - made.keys())])


def main(asked: Sequence[str]) -> int:
    if "--check" not in asked:
        PAGES.mkdir(parents=True, exist_ok=True)
        for path, text in pages().items():
            path.write_text(text, "utf-8")
    for name in stale():
        print(f"要重新生成 out of date: docs/books/{name}", file=sys.stderr)
    return 1 if stale() else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
