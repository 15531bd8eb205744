"""带行号的 YAML：报错要能指到行。YAML that remembers its lines, so that an error can point at one."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import yaml

from taizhang.books.fault import BookInvalid, Fault

Path = tuple[str | int, ...]
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""The safe loader written in C where PyYAML has it: eight times as fast, and every start reads every book."""


@dataclass(slots=True)
class Marked:
    """A parsed file: its plain value and the line of every node, by path."""

    value: Any
    lines: dict[Path, int] = field(default_factory=dict)

    def line(self, *path: str | int) -> int:
        """The line of a node, or of the nearest node above it."""
        while path and path not in self.lines:
            path = path[:-1]
        return self.lines.get(path, 1)


def parse(text: str, file: str) -> Marked:
    """Parse one YAML document with the safe loader; duplicate keys and broken YAML raise :class:`BookInvalid`."""
    try:
        node = yaml.compose(text, Loader=LOADER)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        cure = f"YAML 写法不对：{error.problem}。请检查缩进和引号。Broken YAML: check indents and quotes."
        raise BookInvalid(file, (Fault("yaml", line, cure),)) from error
    marked = Marked(None)
    marked.value = _walk(node, (), marked, file)
    return marked


def _walk(node: yaml.Node | None, path: Path, marked: Marked, file: str) -> Any:
    if node is None:
        return None
    marked.lines[path] = node.start_mark.line + 1
    if isinstance(node, yaml.MappingNode):
        return _mapping(node, path, marked, file)
    if isinstance(node, yaml.SequenceNode):
        return [_walk(item, (*path, index), marked, file) for index, item in enumerate(node.value)]
    return yaml.constructor.SafeConstructor().construct_object(node)


def _mapping(node: yaml.MappingNode, path: Path, marked: Marked, file: str) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key_node, value_node in node.value:
        key = str(key_node.value)
        if key in found:
            cure = f"“{key}”写了两次，请删去一处。The key stands twice; remove one."
            raise BookInvalid(file, (Fault("duplicate", key_node.start_mark.line + 1, cure),))
        found[key] = _walk(value_node, (*path, key), marked, file)
        marked.lines[(*path, key)] = key_node.start_mark.line + 1
    return found
