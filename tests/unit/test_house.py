"""房子的规矩：路径、密钥、长短、文档字符串、翻译、模板。House rules that no other tool holds (STYLE, CONTRIBUTING)."""

from __future__ import annotations

import ast
import re
import subprocess
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from pathlib import Path
from statistics import median

import pytest

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "src" / "taizhang"
NOT_OURS = re.compile(r"(^|/)(vendor|node_modules)/|migrations/\d")
"""Vendored files and generated migrations keep their own style."""

# 棘轮：只许收紧。A ratchet: these only go down.
LONGEST_FILE = 500
LONGEST_FUNCTION = 40
NINETY_FIFTH_FUNCTION = 24
MEDIAN_FUNCTION = 7

MACHINE_PATH = re.compile(r"(?<![\w.-])/(?:home|Users)/[\w-]+/|(?<![\w./-])/(?:root|work)/[\w.]|[A-Z]:\\Users\\")
INDEX_HOST = re.compile(
    r"https?://[\w.-]*(?:pypi|pythonhosted|npmjs|npmmirror|artifactory|nexus|devpi|mirrors?)[\w.-]*\.\w+"
    r"|--(?:extra-)?index-url\b|--trusted-host\b|--find-links\b",
)
SECRET = re.compile(
    r"-----BEGIN [A-Z ]*PRIVATE KEY|\bAKIA[0-9A-Z]{16}\b|\bgh[pousr]_\w{30,}|\bsk-[A-Za-z0-9]{20,}"
    r"|(?i:(?:secret_key|api_key|token|password))\s*=\s*[\"'][\w+/=-]{24,}[\"']",
)
INLINE = re.compile(
    r"<script(?![^>]*\bsrc=)(?![^>]*type=.application/json)[^>]*>|<style\b|\sstyle=|\son[a-z]+=[\"']|javascript:"
)


@cache
def committed() -> tuple[str, ...]:
    """What git has or would take; without git (a source archive), every file outside the usual refuse."""
    asked = ["git", "-C", str(ROOT), "ls-files", "--cached", "--others", "--exclude-standard"]
    try:
        listed = subprocess.run(asked, capture_output=True, text=True, check=True).stdout.splitlines()
    except (OSError, subprocess.CalledProcessError):
        refuse = re.compile(r"(^|/)(\.venv|\.git|var|wheels|__pycache__|\.\w+_cache|\.hypothesis)/")
        listed = [p.relative_to(ROOT).as_posix() for p in ROOT.rglob("*") if p.is_file()]
        listed = [name for name in listed if not refuse.search(name)]
    return tuple(sorted(name for name in listed if (ROOT / name).is_file()))


def texts(*endings: str) -> Iterator[tuple[str, str]]:
    for name in committed():
        if name.endswith(endings) and not NOT_OURS.search(name):
            yield name, (ROOT / name).read_text("utf-8", errors="ignore")


def found(pattern: re.Pattern[str], *endings: str) -> list[str]:
    here = Path(__file__).relative_to(ROOT).as_posix()
    return [
        f"{name}:{text.count(chr(10), 0, hit.start()) + 1}: {hit.group().strip()}"
        for name, text in texts(*endings)
        for hit in pattern.finditer(text)
        if name != here and not name.startswith("tests/faults/")  # 故障就是故意写错 faults are wrong on purpose
    ]


def modules(folder: str = "src/taizhang/") -> Iterator[tuple[str, ast.Module]]:
    for name, text in texts(".py"):
        if name.startswith(folder):
            yield name, ast.parse(text)


@pytest.mark.parametrize(
    "line", ["cd /root/taizhang", "open('/home/li/x')", "/work/x", r"C:\Users\li", "https://mirrors.example.cn/simple"]
)
def test_the_patterns_see_what_they_are_for(line: str) -> None:
    assert MACHINE_PATH.search(line) or INDEX_HOST.search(line)


def test_no_committed_file_carries_a_path_of_a_machine() -> None:
    assert found(MACHINE_PATH, "") == []
    assert [name for name, text in texts("") if len(ROOT.parts) > 2 and f"{ROOT}/" in text] == []


def test_no_committed_file_names_a_package_index() -> None:
    assert found(INDEX_HOST, "") == []


def test_no_committed_file_carries_a_secret() -> None:
    assert found(SECRET, "") == []


def test_locks_hold_every_package_by_hash_and_name_no_host() -> None:
    for lock in ("requirements.txt", "requirements-dev.txt"):
        text = (ROOT / lock).read_text("utf-8")
        blocks = re.split(r"\n(?=[a-z0-9])", re.sub(r"^#.*\n", "", text, flags=re.MULTILINE))
        assert [block.split("\n")[0] for block in blocks if "--hash=sha256:" not in block] == [], lock
        assert "://" not in text, lock


def test_the_run_lock_is_part_of_the_development_lock() -> None:
    pinned = [set(re.findall(r"^[\w.-]+==[^\s;]+", (ROOT / f).read_text("utf-8"), re.MULTILINE)) for f in LOCKS]
    assert pinned[0] <= pinned[1], pinned[0] - pinned[1]


LOCKS = ("requirements.txt", "requirements-dev.txt")


def test_what_the_project_depends_on_is_locked() -> None:
    import tomllib

    wanted = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["dependencies"]
    names = {re.split(r"[<>=\[ ]", want)[0].lower() for want in wanted}
    locked = set(re.findall(r"^([\w.-]+)==", (ROOT / LOCKS[0]).read_text("utf-8"), re.MULTILINE))
    assert names <= locked, names - locked


def test_no_file_is_too_long() -> None:
    long = {name: text.count("\n") for name, text in texts(".py", ".html") if text.count("\n") > LONGEST_FILE}
    assert long == {}


def body_lines(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Lines from ``def`` to the end, without the docstring (STYLE §1 counts so)."""
    lines = (function.end_lineno or function.lineno) - function.lineno + 1
    if ast.get_docstring(function, clean=False) is not None:
        first = function.body[0]
        lines -= (first.end_lineno or first.lineno) - first.lineno + 1
    return lines


def test_functions_stay_short() -> None:
    sizes = sorted(
        (body_lines(node), f"{name}:{node.lineno} {node.name}")
        for name, tree in modules()
        for node in ast.walk(tree)
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef))
    )
    lengths = [size for size, _ in sizes]
    assert [place for place in sizes if place[0] > LONGEST_FUNCTION] == []
    assert lengths[int(len(lengths) * 0.95)] <= NINETY_FIFTH_FUNCTION, sizes[int(len(lengths) * 0.95) :]
    assert median(lengths) <= MEDIAN_FUNCTION


def test_every_module_says_why_in_chinese_first() -> None:
    silent = []
    for name, tree in modules():
        first = (ast.get_docstring(tree) or "").partition("\n")[0]
        if tree.body and not re.search(r"[\u4e00-\u9fff]", first):
            silent.append(name)
    assert silent == []


def test_every_module_postpones_annotations() -> None:
    plain = []
    for name, tree in modules():
        imported = [node.module for node in tree.body if isinstance(node, ast.ImportFrom)]
        if "__future__" not in imported and any(not is_docstring(node) for node in tree.body):
            plain.append(name)
    assert plain == []


def is_docstring(node: ast.stmt) -> bool:
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str)


GETTEXT = {"_", "gettext", "gettext_lazy", "ngettext", "ngettext_lazy", "pgettext", "pgettext_lazy", "gettext_noop"}


def untranslatable(tree: ast.AST) -> list[int]:
    """Lines where a gettext call is given something that xgettext cannot collect or that no catalogue can hold."""
    wrong = []
    for node in ast.walk(tree):
        called = getattr(node, "func", None)
        name = getattr(called, "id", getattr(called, "attr", ""))
        if isinstance(node, ast.Call) and name in GETTEXT and node.args:
            first = node.args[0]
            formatted = isinstance(first, ast.Call) and getattr(first.func, "attr", "") == "format"
            if isinstance(first, (ast.JoinedStr, ast.BinOp)) or formatted:
                wrong.append(node.lineno)
    return wrong


def test_gettext_is_given_whole_sentences() -> None:
    assert untranslatable(
        ast.parse('_(f"{a} 件"); _("%s 件" % a); gettext("{}".format(a)); _("甲" "乙"); _("甲") % a')
    ) == [
        1,
        1,
        1,
    ]
    assert {name: lines for name, tree in modules() if (lines := untranslatable(tree))} == {}


def test_templates_have_no_inline_script_or_style() -> None:
    """The content policy refuses them; the page would break in the browser only."""
    assert INLINE.search('<p style="x">')
    assert INLINE.search("<script>")
    assert not INLINE.search('<script src="x.js" defer></script>')
    assert found(INLINE, ".html") == []


def test_templates_do_not_switch_escaping_off() -> None:
    assert found(re.compile(r"\|\s*safe\b|autoescape off"), ".html") == []


def asserts(function: ast.FunctionDef) -> bool:
    for node in ast.walk(function):
        if isinstance(node, ast.Assert):
            return True
        if isinstance(node, ast.Call):
            called = node.func
            name = getattr(called, "attr", getattr(called, "id", ""))
            if name in {"raises", "warns", "fail"} or name.startswith(("assert", "expect", "check", "refuse")):
                return True
    return False


def test_every_test_asserts_something() -> None:
    idle = [
        f"{name}:{node.lineno} {node.name}"
        for name, tree in modules("tests/")
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef) and node.name.startswith("test_") and not asserts(node)
    ]
    assert idle == []


def test_a_silenced_rule_names_itself_and_says_why() -> None:
    """The reason stands after the code, or in a comment on the line above."""
    silent = re.compile(r"^(?!.*# noqa: [A-Z]+\d+(?:, ?[A-Z]+\d+)* +\S).*# noqa|# type: ignore(?!\[)")
    unsaid = []
    for name, text in texts(".py"):
        lines = ["", *text.splitlines()]
        for above, line in pairwise(lines):
            if silent.search(line) and not (above.strip().startswith("#") and ": " in line.partition("noqa")[2][:2]):
                unsaid.append(f"{name}: {line.strip()}")
    assert [place for place in unsaid if "test_house" not in place] == []


def test_every_folder_of_python_is_a_package() -> None:
    folders = {
        (ROOT / name).parent for name in committed() if name.endswith(".py") and name.startswith(("src", "tests"))
    }
    assert [f.relative_to(ROOT) for f in folders if f != ROOT / "src" and not (f / "__init__.py").exists()] == []
