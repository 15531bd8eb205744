"""taizhang：一个命令，几件事，各在一个文件里。One command, a few jobs, each in a file of its own.

A command module has ``add(commands, lang)``: it calls ``commands.add_parser(name, lang=lang, …)`` and sets ``run``,
which takes the parsed arguments and returns the exit code. Modules import Django only inside ``run``: ``taizhang read``
never loads it. ``--help`` and ``--lang`` come with every parser.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Mapping, Sequence
from importlib import import_module
from typing import Final

from taizhang.cli.parsers import Parser
from taizhang.cli.words import Lang, say

COMMANDS: Final = (
    "taizhang.cli.read",
    "taizhang.cli.repair",
    "taizhang.cli.demo",
    "taizhang.cli.serve",
    "taizhang.cli.admin",
    "taizhang.cli.tick",
    "taizhang.cli.verify",
    "taizhang.cli.seal",
    "taizhang.cli.rebuild",
    "taizhang.cli.backup",
    "taizhang.cli.restore",
    "taizhang.cli.export",
)


def main(argv: Sequence[str] | None = None) -> int:
    """Returns the exit code: 0 done, 1 something could not be read, 2 a wrong call, 130 interrupted."""
    given = list(sys.argv[1:] if argv is None else argv)
    lang = language(given, os.environ)
    root = parser(lang, needed(given))
    if not given:
        root.print_help()
        return 2
    parsed = root.parse_args(given)
    try:
        return int(parsed.run(parsed))
    except KeyboardInterrupt:
        print(say("interrupted", lang), file=sys.stderr)
        return 130
    except BrokenPipeError:
        # 输出接着 head，先走了 the reader of our output left early
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0


def needed(argv: Sequence[str]) -> Sequence[str]:
    """The module of the command that is called, all of them where none is.

    What reads documents takes a second to load, and what keeps the service needs none of it.
    """
    called = next((word for word in argv if not word.startswith("-") and word not in {"zh", "en"}), "")
    return [module for module in COMMANDS if module.rpartition(".")[2] == called] or COMMANDS


def parser(lang: Lang, modules: Sequence[str] = COMMANDS) -> argparse.ArgumentParser:
    """The command line in one language, with these commands."""
    root = Parser(prog="taizhang", description=say("about", lang), lang=lang)
    commands = root.add_subparsers(title=say("commands", lang), metavar=say("command", lang), required=True)
    for module in modules:
        import_module(module).add(commands, lang)
    return root


def language(argv: Sequence[str], environment: Mapping[str, str]) -> Lang:
    """``--lang`` wherever it stands, else the locale; Chinese where neither asks for English."""
    for index, word in enumerate(argv):
        chosen = word.partition("=")[2] if word.startswith("--lang=") else ""
        chosen = argv[index + 1] if word == "--lang" and index + 1 < len(argv) else chosen
        if chosen in {"zh", "en"}:
            return "en" if chosen == "en" else "zh"
    locale = next((environment[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if environment.get(name)), "")
    return "en" if locale.lower().startswith("en") else "zh"
