"""译文不用 gettext 也编得对。Catalogues compiled without gettext say what gettext would say."""

from __future__ import annotations

import io
import os
from gettext import GNUTranslations
from pathlib import Path

import pytest

from tools.messages import BadCatalogue, compile_stale, compiled

CATALOGUE = """
msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\\n"
"Plural-Forms: nplurals=2; plural=n != 1;\\n"

#: somewhere
msgid "建账"
msgstr "open"

msgctxt "verb"
msgid "核账"
msgstr ""
"ver"
"ify"

#, fuzzy
msgid "销账"
msgstr "cloze"

msgid "%d 笔"
msgid_plural "%d 笔"
msgstr[0] "%d entry"
msgstr[1] "%d \\"entries\\""

#~ msgid "旧的"
#~ msgstr "old"
"""


def test_plain_context_plural_and_fuzzy_messages() -> None:
    said = GNUTranslations(io.BytesIO(compiled(CATALOGUE.splitlines())))
    assert said.gettext("建账") == "open"
    assert said.pgettext("verb", "核账") == "verify"
    assert said.gettext("销账") == "销账"
    assert said.gettext("旧的") == "旧的"
    assert [said.ngettext("%d 笔", "%d 笔", n) for n in (1, 3)] == ["%d entry", '%d "entries"']


def test_a_line_that_cannot_be_read_is_named() -> None:
    with pytest.raises(BadCatalogue, match=r"en\.po:2"):
        compiled(['msgid "建账"', "<<<<<<< ours"], "en.po")


def test_only_what_is_older_than_its_source_is_compiled(tmp_path: Path) -> None:
    folder = tmp_path / "en" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    source = folder / "django.po"
    source.write_text(CATALOGUE, "utf-8")
    assert compile_stale(tmp_path) == [folder / "django.mo"]
    assert compile_stale(tmp_path) == []
    later = (folder / "django.mo").stat().st_mtime + 5
    os.utime(source, (later, later))
    assert compile_stale(tmp_path) == [folder / "django.mo"]
