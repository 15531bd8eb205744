"""taizhang repair：把一份文件的文字修好。Takes the text of a document and repairs it."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Any

from taizhang.cli.refusals import refusal, why
from taizhang.cli.words import Lang, say
from taizhang.formats.door import open_document
from taizhang.formats.refusals import Unreadable
from taizhang.text.explain import Explanation, explain
from taizhang.text.repair import repair

_CAUSES: dict[str, tuple[str, str]] = {
    "escape": ("转义符还原", "escape undone"),
    "space": ("异形空格换成空格", "odd space"),
    "mojibake": ("乱码还原", "mojibake undone"),
    "pinyin": ("去掉括注拼音", "bracketed pinyin removed"),
    "script": ("繁体转简体", "traditional to simplified"),
    "radical": ("部首换回汉字", "radical to character"),
    "width": ("全半角统一", "width folded"),
    "punctuation": ("标点改正", "punctuation"),
    "watermark": ("去掉水印字", "watermark removed"),
    "spacing": ("去掉多余空格", "needless space removed"),
    "line": ("断行接回", "line break joined"),
    "hole": ("此处缺字，未改", "characters missing, left alone"),
}


def add(commands: Any, lang: Lang) -> None:
    """Register ``repair``."""
    own = commands.add_parser("repair", help=say("repair_help", lang), description=say("repair_about", lang), lang=lang)
    own.add_argument("path", type=Path, metavar="PATH", help=say("path_help", lang))
    own.add_argument("--explain", action="store_true", help=say("explain_help", lang))
    own.set_defaults(run=run)


def run(given: argparse.Namespace) -> int:
    """0: repaired text on standard output; 1: the file could not be read."""
    lang: Lang = given.lang
    path: Path = given.path
    if path.is_dir():
        return _fail(say("not_a_file", lang, path=path))
    if not path.exists():
        return _fail(say("trouble", lang, path=path, why=refusal("missing", {}, lang)))
    try:
        source = open_document(path.read_bytes(), path.name)
    except OSError as error:
        return _fail(say("trouble", lang, path=path, why=refusal("unopened", {"why": error.strerror or ""}, lang)))
    except Unreadable as refused:
        return _fail(say("trouble", lang, path=path, why=why(refused, lang)))
    repaired = repair(source.text)
    if given.explain:
        _explained(explain(repaired), lang)
    else:
        sys.stdout.write(repaired.text if repaired.text.endswith("\n") else repaired.text + "\n")
    return 0


def _explained(told: list[Explanation], lang: Lang) -> None:
    print(say("explained", lang, count=len(told)) if told else say("nothing_changed", lang))
    for explanation in told:
        params = explanation.params
        cause = _CAUSES.get(explanation.code.rpartition(".")[2], (explanation.code,) * 2)[lang == "en"]
        guess = say("guess", lang) if params.get("guess") else ""
        print(f"{params.get('start'):>8}  {params.get('before', '')!s} → {params.get('after', '')!s}  {cause}{guess}")


def _fail(message: str) -> int:
    print(message, file=sys.stderr)
    return 1
