"""The door of the command line: language, help, wrong calls, no Django."""

from __future__ import annotations

import subprocess
import sys

import pytest

from taizhang.cli.main import COMMANDS, language, main
from taizhang.cli.refusals import refusal
from taizhang.formats.refusals import CODES


@pytest.mark.parametrize(
    ("argv", "environment", "expected"),
    [
        ([], {}, "zh"),
        ([], {"LANG": "en_GB.UTF-8"}, "en"),
        ([], {"LC_ALL": "zh_CN.UTF-8", "LANG": "en_GB.UTF-8"}, "zh"),
        (["read", "--lang", "en"], {}, "en"),
        (["--lang=zh", "read"], {"LANG": "en_US"}, "zh"),
        (["--lang"], {"LANG": "C"}, "zh"),
    ],
)
def test_the_language_is_asked_for_or_taken_from_the_locale(
    argv: list[str], environment: dict[str, str], expected: str
) -> None:
    assert language(argv, environment) == expected


@pytest.mark.parametrize("command", [name.rpartition(".")[2] for name in COMMANDS])
def test_every_command_explains_itself_in_both_languages(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    texts = []
    for lang in ("zh", "en"):
        with pytest.raises(SystemExit) as left:
            main([command, "--help", "--lang", lang])
        assert left.value.code == 0
        texts.append(capsys.readouterr().out)
    assert texts[0].startswith(f"用法：taizhang {command}")
    assert texts[1].startswith(f"usage: taizhang {command}")


def test_a_wrong_call_ends_with_two_and_says_where_to_look(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        main(["read", "a.txt", "--date", "昨天", "--lang", "zh"])
    assert left.value.code == 2
    assert "“昨天”不是日期" in capsys.readouterr().err
    assert main([]) == 2


def test_every_refusal_has_its_words_in_both_languages() -> None:
    params: dict[str, str | int] = dict.fromkeys(
        ["size", "limit", "pages", "media", "claimed", "found", "what", "sheet", "member", "why"], "x"
    )
    for code in CODES | {"missing", "unopened", "failed", "crashed"}:
        chinese, english = (refusal(code, params, lang) for lang in ("zh", "en"))
        assert chinese != english
        assert "{" not in chinese + english


def test_reading_never_loads_django() -> None:
    script = "import sys; from taizhang.cli.main import parser; parser('zh'); sys.exit('django' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", script], check=False).returncode == 0
