"""命令行的语法分析，说用户的语言。Argument parsers that speak the user's language."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable
from typing import Any, NoReturn

from taizhang.cli.words import Lang, say


class Parser(argparse.ArgumentParser):
    """Headings and usage errors in ``lang``; ``--help`` and ``--lang`` come with it."""

    def __init__(self, *, lang: Lang = "zh", **rest: Any) -> None:
        super().__init__(**rest, add_help=False, formatter_class=_formatter(lang))
        self.lang: Lang = lang
        self._positionals.title = say("arguments", lang)
        self._optionals.title = say("options", lang)
        self.add_argument("-h", "--help", action="help", help=say("help", lang))
        self.add_argument("--lang", choices=["zh", "en"], default=lang, help=say("help_lang", lang))

    def error(self, message: str) -> NoReturn:
        """A wrong call ends with 2, as the shell expects."""
        self.print_usage(sys.stderr)
        self.exit(2, say("wrong_call", self.lang, why=message, prog=self.prog) + "\n")


def _formatter(lang: Lang) -> type[argparse.HelpFormatter]:
    class Formatter(argparse.RawDescriptionHelpFormatter):
        def add_usage(
            self,
            usage: str | None,
            actions: Iterable[argparse.Action],
            groups: Iterable[Any],
            prefix: str | None = None,
        ) -> None:
            super().add_usage(usage, actions, groups, say("usage", lang) if prefix is None else prefix)

    return Formatter
