"""模板和样式的规矩：没有行内样式和脚本，类名不撞 Tabler。Rules for templates: nothing inline, no borrowed names."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
WEB = ROOT / "src" / "taizhang" / "web"
TEMPLATES = sorted(WEB.rglob("*.html"))
CODE = sorted(WEB.rglob("*.py"))
STATIC = WEB / "static" / "taizhang"
INLINE = re.compile(r"\sstyle\s*=|<style|\son[a-z]+\s*=\s*[\"']|javascript:|<script(?![^>]*\bsrc=)|\bhx-on", re.I)
BORROWED = re.compile(r"btn.*|form-.*|kbd|small|visually-hidden")
"""Tabler's own classes that we use as they are meant."""
TABLER = set((Path(__file__).parent / "tabler_names.txt").read_text("utf-8").split())


def names(path: Path) -> set[str]:
    """Literal class names of a template; what a tag puts in is checked where it is written."""
    found: set[str] = set()
    for value in re.findall(r'class="([^"]*)"', re.sub(r"\{#.*?#\}", "", path.read_text("utf-8"))):
        found |= set(re.sub(r"\{%.*?%\}|\{\{.*?\}\}|\{\}", " ", value).split())
    return found


@pytest.mark.parametrize("path", [*TEMPLATES, *CODE], ids=lambda p: p.relative_to(WEB).as_posix())
def test_nothing_is_inline(path: Path) -> None:
    assert not INLINE.findall(path.read_text("utf-8"))


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda p: p.relative_to(WEB).as_posix())
def test_templates_bear_no_name_of_tabler(path: Path) -> None:
    assert {name for name in names(path) & TABLER if not BORROWED.fullmatch(name)} == set()


def test_our_stylesheet_bears_no_name_of_tabler() -> None:
    css = re.sub(r"/\*.*?\*/|url\([^)]*\)", "", (STATIC / "taizhang.css").read_text("utf-8"), flags=re.S)
    own = set(re.findall(r"\.([A-Za-z][\w-]*)", css))
    assert {name for name in own & TABLER if not BORROWED.fullmatch(name)} == set()


def test_the_check_knows_a_borrowed_name(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text('<div class="{% if x %}card{% endif %} sheet steps"></div>', "utf-8")
    assert names(page) & TABLER == {"card", "steps"}


def test_the_floor_is_chromium_86() -> None:
    for sheet in STATIC.glob("*.css"):
        text = sheet.read_text("utf-8")
        for modern in ("oklch(", "color-mix(", "light-dark(", ":has(", ":is(", "@container", "aspect-ratio:"):
            assert modern not in re.sub(r"/\*.*?\*/", "", text, flags=re.S), (sheet.name, modern)


def test_the_carved_part_names_its_origin_and_licence() -> None:
    head = (STATIC / "tabler-part.css").read_text("utf-8")[:500]
    assert "Tabler 1.0.0" in head
    assert "MIT" in head
    assert "Permission is hereby granted" in (STATIC / "tabler-LICENSE.txt").read_text("utf-8")


def test_every_symbol_that_is_used_is_in_the_sprite() -> None:
    sprite = (WEB / "templates" / "parts" / "sprite.html").read_text("utf-8")
    used = {name for path in TEMPLATES for name in re.findall(r'href="#([\w-]+)"', path.read_text("utf-8"))}
    icons = {f"i-{name}" for path in TEMPLATES for name in re.findall(r'\{% icon "([\w-]+)"', path.read_text("utf-8"))}
    drawn = set(re.findall(r'<symbol id="([\w-]+)"', sprite))
    assert icons - drawn == set()
    assert {name for name in used if name.startswith(("i-", "lt-", "xiao", "logo"))} - drawn == set()


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda p: p.relative_to(WEB).as_posix())
def test_chinese_on_a_page_goes_through_translation(path: Path) -> None:
    """Samples on the components page, brand glyphs and official papers, which are Chinese, are the exceptions."""
    if path.name in {"components.html", "sprite.html", "seal.html", "paper.html"}:
        return
    bare = re.sub(r"\{%\s*blocktrans.*?\{%\s*endblocktrans\w*\s*%\}", "", path.read_text("utf-8"), flags=re.S)
    bare = re.sub(r"\{%\s*comment.*?endcomment\s*%\}|\{%.*?%\}|\{#.*?#\}|\{\{.*?\}\}", "", bare, flags=re.S)
    assert re.findall(r"[\u4e00-\u9fff][^<\n]{0,20}", bare) == []
