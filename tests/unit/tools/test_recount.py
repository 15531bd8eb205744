"""重算：和折账一致，断链看得出，规矩也从链里认。The recount agrees with the fold and finds what was changed."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from importlib.resources import files
from pathlib import Path

import pytest
import yaml

from taizhang.ledger import export, journal
from taizhang.ledger import requests as r
from taizhang.ledger.posting import By, Posting
from taizhang.ledger.registry import BookAdopted, UnitNamed
from taizhang.text.units import MULTIPLIERS, unit
from tests.unit.ledger import desk
from tools import recount

TASK = (files("taizhang.books") / "task.yaml").read_bytes().decode()
BOOKS = sorted(path.name for path in files("taizhang.books").iterdir() if path.name.endswith(".yaml"))


def registry() -> list[Posting]:
    adopted = BookAdopted("task", 1, hashlib.sha256(TASK.encode()).hexdigest())
    named = UnitNamed("forestry", "云汉县林业局", "县林业局", "bureau")
    at = desk.doing().postings[0].at
    by = By("system", "")
    return [Posting("book:task", 1, adopted, by, at, desk.DAY), Posting("unit:forestry", 1, named, by, at, desk.DAY)]


def exported(*accounts: desk.Account, algorithm: str = "sha256") -> list[str]:
    postings: list[Posting] = registry()
    for number, account in enumerate(accounts, 1):
        postings += [replace(posting, stream=f"entry{number}") for posting in account.postings]
    return lines_of(postings, algorithm)


def lines_of(postings: Sequence[Posting], algorithm: str = "sha256") -> list[str]:
    records = journal.chain(postings, number=0, prev=journal.GENESIS, algorithm=algorithm)
    return list(export.lines({"task": TASK}, records))


@pytest.mark.parametrize("algorithm", journal.ALGORITHMS)
def test_an_untouched_journal_holds(algorithm: str) -> None:
    out = recount.recount(exported(desk.closed(), desk.reported("2"), algorithm=algorithm))
    assert out.breaks == []
    assert out.units == {"forestry": "县林业局"}
    first, second = out.accounts["entry1"], out.accounts["entry2"]
    assert (first.state, first.claimed, first.verified) == ("closed", desk.mu("6"), desk.mu("6"))
    assert (second.state, second.claimed, second.verified) == ("doing", desk.mu("2"), None)


def test_every_cell_of_a_board() -> None:
    out = recount.recount(exported(desk.closed(), desk.reported("2"), desk.opened()))
    board = recount.board(out, date(2026, 11, 30))
    assert board["whole"]["total"] == 3
    assert board["whole"]["lights"] == {"red": 2, "amber": 0, "green": 0, "done": 1, "grey": 0}
    assert board["units"]["forestry"]["states"] == {"closed": 1, "doing": 1, "opened": 1}
    whole = board["measures"]["造林面积 亩"]["whole"]
    assert whole == {
        "accounts": 3,
        "target": "18",
        "claimed": "8",
        "verified": "6",
        "planned": "18",
        "open": "2",
        "outstanding": "12",
    }


def test_a_cancelled_account_stands_nowhere_else() -> None:
    cancelled = desk.doing().do(desk.CLERK, r.Cancel("leader", "并入省项目"))
    board = recount.board(recount.recount(exported(cancelled, desk.reported("2"))), desk.DAY)
    assert (board["ended"], board["whole"]["total"]) == (1, 1)
    assert board["measures"]["造林面积 亩"]["whole"]["accounts"] == 1


def test_a_reversal_takes_back_what_it_names() -> None:
    account = desk.reported("2")
    account.do(desk.FORESTER, r.Reverse(account.entry.version, "小数点错位"))
    assert recount.recount(exported(account)).accounts["entry1"].claimed is None


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"body": '"change":200000000', "to": '"change":900000000'}, "digest"),
        ({"drop": 5}, "gap"),
        ({"swap": 5}, "link"),
    ],
)
def test_what_was_changed_is_found(change: dict[str, object], code: str) -> None:
    lines = exported(desk.reported("2"))
    if "drop" in change:
        del lines[5]
    elif "swap" in change:
        lines[5] = lines[5].replace('"prev": "', '"prev": "0')
    else:
        written = [json.loads(line) for line in lines]
        old, new = str(change["body"]), str(change["to"])
        assert any(old in row.get("body", "") for row in written)
        lines = [json.dumps(row | {"body": row["body"].replace(old, new)} if "body" in row else row) for row in written]
    assert code in {found for _, found in recount.recount(lines).breaks}


def test_rules_the_chain_never_adopted_are_not_trusted() -> None:
    lines = exported(desk.reported("2"))
    lines[0] = json.dumps({"book": "task", "text": TASK.replace("red: -30", "red: -99")})
    assert (5 + 1, "book task") in recount.recount(lines).breaks


def test_on_the_command_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    whole, bare, folder = tmp_path / "whole.jsonl", tmp_path / "bare.jsonl", tmp_path / "books"
    lines = exported(desk.closed())
    whole.write_text("\n".join(lines), "utf-8")
    bare.write_text("\n".join(lines[1:]), "utf-8")
    folder.mkdir()
    (folder / "task.yaml").write_text(TASK, "utf-8")
    on = ["--on", "2026-11-30"]
    assert recount.main([str(whole), *on]) == 0
    assert "造林面积 亩（万亩） 县林业局  目标 6 已报 6 已核 6 还差 0" in capsys.readouterr().out
    assert recount.main([str(bare), *on]) == 2
    assert "--books" in capsys.readouterr().out
    assert recount.main([str(bare), *on, "--books", str(folder), "--as", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["board"]["whole"]["closed"] == 1
    whole.write_text("\n".join(lines[:-2] + lines[-1:]), "utf-8")
    assert recount.main([str(whole), *on]) == 1
    assert "broken: gap" in capsys.readouterr().out


@pytest.mark.parametrize("name", BOOKS)
def test_books_are_read_as_yaml_reads_them(name: str) -> None:
    text = (files("taizhang.books") / name).read_text("utf-8")
    assert recount.parse_yaml(text) == yaml.safe_load(text)


def test_yaml_it_does_not_know_is_refused() -> None:
    with pytest.raises(ValueError, match="not understood"):
        recount.parse_yaml("label: |\n  多行\n")


def test_units_are_what_the_lexicon_says() -> None:
    printed = [
        *recount.BASES,
        "亩",
        "元",
        "个",
        "户",
        *(f"{times}{name}" for times in MULTIPLIERS for name in ("亩", "元", "户", "吨")),
    ]
    for symbol in printed:
        assert recount.base(symbol) == (unit(symbol).base, unit(symbol).factor), symbol


def test_figures_are_printed_as_the_ledger_prints_them() -> None:
    for figure, symbol in [("10.3", "万亩"), ("0.0001", "亩"), ("6", "公顷"), ("17.92", "亿元"), ("-2.5", "万亩")]:
        quantity = desk.parse(figure, symbol)
        assert recount.printed(quantity.amount, symbol) == quantity.text() == figure
