"""README 和手册说的都是真的：命令、选项、印出来的话、账号、图。What README and manual show is so."""

from __future__ import annotations

import re
import shlex
import struct
from pathlib import Path

import pytest
import yaml

from taizhang.cli.main import COMMANDS, main, parser
from tests.unit.test_docs import ROOT, quoted

READMES = (ROOT / "README.md", ROOT / "README.zh-CN.md")
COUNTY = ROOT / "src" / "taizhang" / "cli" / "demonstration" / "county.yaml"
CALL = r"taizhang ((?:--lang \w+ )?[a-z]+(?: [^#\n]*)?)$"


def calls() -> list[tuple[str, list[str]]]:
    """(document, words after ``taizhang``) for every call written in a document."""
    return [(where, shlex.split(said.split("#")[0])) for where, said in quoted(rf"(?m){CALL}") if "：" not in said]


def command_of(words: list[str]) -> str:
    return words[2] if words[0] == "--lang" else words[0]


def test_commands_in_documents_exist_with_their_options() -> None:
    known = {name.rpartition(".")[2] for name in COMMANDS}
    written = calls()
    assert len(written) > 10
    wrong = [(where, words) for where, words in written if command_of(words) not in known]
    assert wrong == []
    for where, words in written:
        shown = parser("en", [f"taizhang.cli.{command_of(words)}"])
        options = [word for word in words if word.startswith("--") and word != "--lang"]
        said = next(iter(shown._subparsers._group_actions[0].choices.values())).format_help()  # type: ignore[union-attr,index]
        assert [option for option in options if option not in said] == [], where


def shown_calls(readme: Path) -> list[tuple[str, list[str]]]:
    """Calls after ``$`` with the lines printed below them; … stands for what is left out."""
    blocks = re.findall(
        r"^\$ \.venv/bin/taizhang (.*)\n((?:(?!\$ |```).*\n)*)", readme.read_text("utf-8"), re.MULTILINE
    )
    return [(call, [line.strip() for line in below.splitlines() if line.strip(" …")]) for call, below in blocks]


@pytest.mark.parametrize("readme", READMES, ids=lambda path: path.name)
def test_what_the_readme_prints_is_printed(
    readme: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    monkeypatch.setenv("LANG", "zh_CN.UTF-8")
    monkeypatch.delenv("LC_ALL", raising=False)
    shown = shown_calls(readme)
    assert len(shown) == 2
    for call, lines in shown:
        assert main(shlex.split(call)) == 0
        printed = [" ".join(line.split()) for line in capsys.readouterr().out.splitlines()]
        assert len(lines) >= 1
        assert [line for line in lines if not any(" ".join(line.split()) in said for said in printed)] == [], call


@pytest.mark.parametrize("readme", READMES, ids=lambda path: path.name)
def test_its_log_ins_are_those_of_the_demonstration(readme: Path) -> None:
    county = yaml.safe_load(COUNTY.read_text("utf-8"))
    text = readme.read_text("utf-8")
    named = re.findall(r"^\| `(\w+)` \|", text, re.MULTILINE)
    assert named
    assert set(named) <= {person["username"] for person in county["people"]}
    assert f"`{county['password']}`" in text


def test_both_readmes_show_the_same_pictures_wide_and_small() -> None:
    pictures = [re.findall(r"!\[[^\]]+\]\(([^)]+)\)", readme.read_text("utf-8")) for readme in READMES]
    assert pictures[0] == pictures[1] != []
    for name in pictures[0]:
        png = (ROOT / name).read_bytes()
        assert struct.unpack(">I", png[16:20])[0] == 1440, name
        assert len(png) < 300_000, name
