"""One door in, anchors out."""

import hashlib

from taizhang.formats.source import Block, Source
from taizhang.reading.export import found
from taizhang.reading.read import read
from taizhang.reading.tree import parents
from taizhang.text.span import Span


def plain(text: str, *blocks: Block) -> Source:
    digest = hashlib.sha256(text.encode()).hexdigest()
    return Source("样本.txt", "txt", digest, digest, text, blocks)


def test_an_anchor_quotes_the_extraction_and_names_the_place() -> None:
    source = plain("甲乡造林。\n乙乡修路。", Block(Span(0, 5), place="第1段"), Block(Span(6, 11), place="第2段"))
    anchor = read(source).anchor(Span(6, 8))
    assert (anchor.quote, anchor.place, anchor.file) == ("乙乡", "第2段", source.digest)
    assert anchor.holds(source.text)


def test_an_empty_document_reads_as_nothing() -> None:
    label = found(read(plain("")))
    assert label["meta"]["body"] == [0, 0]
    assert label["measures"] == label["items"] == []


def test_a_reading_carries_its_tree_its_checks_and_what_was_not_taken_up() -> None:
    reading = read(plain("今年重点工作安排\n一、农业\n要完成造林5万亩，不断提高治理水平。坚持“五转”思路。"))
    assert parents(reading.tree)[0] == ("农业",)
    assert [(check.code, check.agrees) for check in reading.checks] == [("set.unknown", False)]
    assert reading.coverage.obliging == reading.coverage.taken + len(reading.coverage.left)
    assert "direction" in {left.reason for left in reading.coverage.left}
