"""英文译文：一句不少，编得出来。The English catalogue: complete, compiled, and used."""

from __future__ import annotations

from django.utils import translation
from django.utils.translation import gettext

from tools import collect_messages as collect


def test_every_message_has_english() -> None:
    catalogue = collect.merged(collect.existing(), collect.collected())
    assert collect.missing(catalogue) == [], "make messages, then translate"


def test_the_catalogue_is_as_make_messages_writes_it() -> None:
    catalogue = collect.merged(collect.existing(), collect.collected())
    assert collect.CATALOGUE.read_bytes() == collect.written(catalogue), "make messages"


def test_english_keeps_the_places_of_the_chinese_sentence() -> None:
    import re

    for message in collect.existing():
        if message.id and message.context != "date" and isinstance(message.id, str):
            places = [sorted(re.findall(r"%\((\w+)\)[sd]", str(text))) for text in (message.id, message.string)]
            assert places[0] == places[1], message.id


def test_english_is_used() -> None:
    with translation.override("en"):
        assert gettext("投诉建议") == "Complaints and suggestions"
    with translation.override("zh-hans"):
        assert gettext("投诉建议") == "投诉建议"


def test_collecting_sees_code_and_templates() -> None:
    code = 'x = _("一") + pgettext("short", "二") + _(name)'
    page = '{% translate "三" %}{% blocktranslate with n=x|f %}四 {{ n }}{% endblocktranslate %}{{ y|default:_("五") }}'
    page += '{% blocktranslate count n=k %}六{% plural %}七{% endblocktranslate %}{% translate "八)" context "c" %}'
    assert list(collect.in_python(code)) == [(None, "一"), ("short", "二")]
    found = set(collect.in_template(page))
    assert found == {(None, "三"), (None, "四 %(n)s"), (None, "五"), (None, ("六", "七")), ("c", "八)")}
