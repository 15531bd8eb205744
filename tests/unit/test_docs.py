"""文档说的都在：命令、文件、链接、词汇表里的名字、依赖的许可证。What the documents name exists."""

from __future__ import annotations

import ast
import re
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "src" / "taizhang"
DOCUMENTS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
FREE = re.compile(r"MIT|BSD|Apache|MPL|PSF|ISC|0BSD|OFL|CC0|Unlicense")


def quoted(pattern: str) -> list[tuple[str, str]]:
    """(document, match) for what stands in back quotes or code blocks."""
    found = []
    for path in DOCUMENTS:
        text = path.read_text("utf-8")
        code = "\n".join(re.findall(r"```.*?\n(.*?)```", text, re.DOTALL) + re.findall(r"`([^`\n]+)`", text))
        found += [(path.name, match) for match in re.findall(pattern, code, re.MULTILINE)]
    return found


def test_make_commands_in_documents_exist() -> None:
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    named = quoted(r"^(?:.*[\s=])?make ((?!-)[a-z-]+)")
    assert [(where, name) for where, name in named if name not in targets] == []


def test_every_make_target_explains_itself_in_chinese() -> None:
    makefile = (ROOT / "Makefile").read_text("utf-8")
    targets = re.findall(r"^([a-z-]+):[^#\n]*(?:## (.*))?$", makefile, re.MULTILINE)
    assert [name for name, said in targets if not re.search("[\u4e00-\u9fff]", said)] == []


def test_files_in_documents_exist() -> None:
    named = quoted(r"(?<![\w/.])((?:src|tests|tools|docs|benchmarks|samples|\.ci)/[\w./-]*\w)")
    assert [(where, name) for where, name in named if not (ROOT / name).exists()] == []


def test_links_between_documents_lead_somewhere() -> None:
    links = [
        (path, link)
        for path in DOCUMENTS
        for link in re.findall(r"\]\((?!https?:|#|mailto:)([^)#\s]+)", path.read_text("utf-8"))
    ]
    assert links
    assert [(path.name, link) for path, link in links if not (path.parent / link).exists()] == []


@cache
def names_in(module: str) -> frozenset[str]:
    """Top-level names of a module and ``Class.member`` for what its classes declare."""
    path = SOURCE / (module.replace(".", "/") + ".py")
    if not path.exists():
        return frozenset()
    names: set[str] = set()
    for node in ast.parse(path.read_text("utf-8")).body:
        names |= declared(node)
        if isinstance(node, ast.ClassDef):
            names |= {f"{node.name}.{name}" for inner in node.body for name in declared(inner)}
    return frozenset(names)


def declared(node: ast.stmt) -> set[str]:
    if isinstance(node, (ast.ClassDef, ast.FunctionDef)):
        return {node.name}
    targets = node.targets if isinstance(node, ast.Assign) else [node.target] if isinstance(node, ast.AnnAssign) else []
    return {target.id for target in targets if isinstance(target, ast.Name)}


def exists(dotted: str) -> bool:
    parts = dotted.split(".")
    return any(".".join(parts[cut:]) in names_in(".".join(parts[:cut])) for cut in range(1, len(parts)))


def test_names_in_the_glossary_exist() -> None:
    text = (ROOT / "docs" / "glossary.md").read_text("utf-8")
    named = re.findall(r"`((?:text|formats|reading|ledger|books|papers|store|queries|operations)\.[\w.]+)`", text)
    assert len(named) > 40
    assert [name for name in named if not exists(name)] == []
    assert not exists("ledger.entry.Ticket")


def test_every_package_we_ship_on_has_a_free_licence_on_record() -> None:
    recorded = dict(
        re.findall(r"^\| ([\w.-]+) \| ([^|]+) \|", (ROOT / "THIRD_PARTY.md").read_text("utf-8"), re.MULTILINE)
    )
    locked = re.findall(r"^([\w.-]+)==", (ROOT / "requirements.txt").read_text("utf-8"), re.MULTILINE)
    assert [name for name in locked if not FREE.search(recorded.get(name, ""))] == []


def test_decisions_are_numbered_without_gaps() -> None:
    records = sorted(path.name for path in (ROOT / "docs" / "adr").glob("[0-9]*.md"))
    assert [int(name[:4]) for name in records] == list(range(1, len(records) + 1))
    for name in records:
        text = (ROOT / "docs" / "adr" / name).read_text("utf-8")
        assert re.search(r"^状态 Status: ", text, re.MULTILINE), name
