"""树：文件 → 标题 → 提法的成员 → 事项 → 量，建账时上下级一并带出。

The tree of a document: headings, counted sets and their members, items and amounts, each under what it stands under.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from taizhang.reading.findings import Framework, Item, Measure
from taizhang.reading.sentences import Outline
from taizhang.text.span import Span

NodeKind = Literal["document", "heading", "member", "item", "measure"]
_ORDINAL_DEPTH = 5


@dataclass(frozen=True, slots=True)
class Node:
    """One place of the tree. ``index``: which framework, item or measure it is, -1 for headings and the document."""

    kind: NodeKind
    at: Span
    label: str
    index: int = -1
    children: tuple[Node, ...] = ()

    def walk(self) -> Iterator[Node]:
        """This node and all below it, in the order of the text."""
        yield self
        for child in self.children:
            yield from child.walk()


@dataclass(slots=True)
class _Open:
    """A node under way: ``depth`` 0 is the document, 1–4 numbered headings, 5 一是."""

    depth: int
    kind: NodeKind
    at: Span
    label: str
    index: int
    children: list[Node]

    def closed(self) -> Node:
        return Node(self.kind, self.at, self.label, self.index, tuple(self.children))


def tree(outline: Outline, frameworks: Sequence[Framework], items: Sequence[Item], measures: Sequence[Measure]) -> Node:
    """Put every item under the nearest heading before it; a heading that is a member of a set says so (``member``)."""
    text = outline.text
    path = [_Open(0, "document", Span(0, len(text)), "", -1, [])]
    marks: list[tuple[int, int, Span]] = sorted(_headings(outline), key=lambda mark: mark[1])
    owner = _members(text, frameworks)
    place = 0
    for index, item in enumerate(items):
        while place < len(marks) and marks[place][1] <= item.at.start:
            _open(text, path, marks[place], owner)
            place += 1
        path[-1].children.append(_item_node(text, index, item, measures))
    for mark in marks[place:]:
        _open(text, path, mark, owner)
    return _close(path, 0)


def parents(root: Node) -> dict[int, tuple[str, ...]]:
    """For each item, the labels of the headings above it, outermost first."""
    made: dict[int, tuple[str, ...]] = {}

    def visit(node: Node, above: tuple[str, ...]) -> None:
        for child in node.children:
            if child.kind == "item":
                made[child.index] = above
            else:
                visit(child, (*above, child.label))

    visit(root, ())
    return made


def set_of(root: Node, frameworks: Sequence[Framework], items: Sequence[Item]) -> dict[int, int]:
    """For each item that belongs to a counted set, the framework: the innermost heading that is a member of one or
    names one above it, else the member that the item itself is."""
    named = {(f.at.start, f.at.end): i for i, f in enumerate(frameworks)}
    made = {
        index: owner
        for owner, framework in enumerate(frameworks)
        for member in framework.members
        for index in _standing_in(items, member.at)
    }

    def visit(node: Node, owner: int) -> None:
        for child in node.children:
            if child.kind == "item":
                if owner >= 0:
                    made[child.index] = owner
            elif child.kind == "member":
                visit(child, child.index)
            else:
                here = [i for (start, end), i in named.items() if child.at.start <= start and end <= child.at.end]
                visit(child, here[-1] if here else owner)

    visit(root, -1)
    return made


def _standing_in(items: Sequence[Item], at: Span) -> Iterator[int]:
    """The items that overlap a run, by half of the run or more."""
    first = max(0, bisect_left(items, at.start, key=lambda item: item.at.start) - 1)
    for index in range(first, len(items)):
        if items[index].at.start >= at.end:
            break
        if 2 * (min(items[index].at.end, at.end) - max(items[index].at.start, at.start)) >= len(at):
            yield index


def _headings(outline: Outline) -> Iterator[tuple[int, int, Span]]:
    for paragraph in outline.paragraphs:
        if paragraph.title:
            yield paragraph.level or _ORDINAL_DEPTH - 1, paragraph.title.start, paragraph.title
        for sentence in paragraph.sentences:
            if sentence.heading and sentence.ordinal:
                yield _ORDINAL_DEPTH, sentence.at.start, sentence.at


def _members(text: str, frameworks: Sequence[Framework]) -> dict[str, int]:
    """Member, marks and blanks aside → the framework that lists it."""
    return {_key(m.at.of(text)): i for i, f in enumerate(frameworks) for m in f.members}


def _key(words: str) -> str:
    return re.sub(r"[\W_]+", "", words)


def _open(text: str, path: list[_Open], mark: tuple[int, int, Span], owner: dict[str, int]) -> None:
    depth, _, at = mark
    _close(path, depth)
    label = at.of(text).rstrip("。；;：: ")
    first = re.split("[，,。；：:]", label)[0]
    index = owner.get(_key(label), owner.get(_key(first), -1))
    path.append(_Open(depth, "member" if index >= 0 else "heading", at, label, index, []))


def _close(path: list[_Open], depth: int) -> Node:
    """Close what stands as deep as ``depth`` or deeper; the document itself last."""
    while len(path) > 1 and path[-1].depth >= depth:
        done = path.pop().closed()
        path[-1].children.append(done)
    return path[0].closed()


def _item_node(text: str, index: int, item: Item, measures: Sequence[Measure]) -> Node:
    amounts = tuple(Node("measure", measures[i].at, measures[i].at.of(text), i) for i in item.measures)
    return Node("item", item.at, item.at.of(text), index, amounts)
