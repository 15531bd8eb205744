"""Repair can say what it changed and why."""

from taizhang.text.explain import CAUSES, explain
from taizhang.text.repair import repair


def test_each_change_is_told_in_order_with_its_place() -> None:
    told = explain(repair("青禾縣發(fā)展，張三?\u00a0李四"))
    assert [(e.code, e.params["before"], e.params["after"]) for e in told] == [
        ("repair.script", "縣", "县"),
        ("repair.script", "發", "发"),
        ("repair.pinyin", "(fā)", ""),
        ("repair.script", "張", "张"),
        ("repair.hole", "?", "?"),
        ("repair.space", "\u00a0", " "),
    ]
    assert told[2].params["start"] == 4


def test_every_cause_is_listed() -> None:
    dirty = "青禾縣發(fā)展，，著力⼭⻄８．５％<U+00A0>記 者 王 川[www.example.com]縣\u200b里? 李四"
    assert {e.code.removeprefix("repair.") for e in explain(repair(dirty))} <= set(CAUSES)


def test_nothing_to_tell_of_a_clean_text() -> None:
    assert explain(repair("今年要完成生态造林3.2万亩。")) == []
