"""读台账文件用的那一小部分 YAML，只用标准库。The little YAML that books are written in; standard library only."""

from __future__ import annotations

from typing import Any

Plain = dict[str, Any]


def parse_yaml(text: str) -> Plain:
    """The part of YAML that books are written in: block mappings and lists, flow mappings and lists, plain scalars.

    Raises ValueError for anything else: a rule that is not understood must not be guessed.
    """
    lines: list[tuple[int, str]] = []
    for raw in text.splitlines():
        said = uncommented(raw).rstrip()
        if lines and depth(lines[-1][1]) > 0:
            lines[-1] = (lines[-1][0], f"{lines[-1][1]} {said.strip()}")
        elif said.strip():
            lines.append((len(said) - len(said.lstrip()), said.strip()))
    found = block(lines)
    if not isinstance(found, dict) or lines:
        raise ValueError(f"a book is one mapping; left over: {lines[:1]}")
    return found


def uncommented(line: str) -> str:
    quote = ""
    for at, sign in enumerate(line):
        if quote:
            quote = "" if sign == quote else quote
        elif sign in "'\"":
            quote = sign
        elif sign == "#" and (at == 0 or line[at - 1].isspace()):
            return line[:at]
    return line


def depth(said: str) -> int:
    return sum(said.count(sign) for sign in "{[") - sum(said.count(sign) for sign in "}]")


def block(lines: list[tuple[int, str]]) -> Any:
    """Consume the lines of one indented block."""
    indent = lines[0][0]
    listed: list[Any] = []
    mapped: Plain = {}
    while lines and lines[0][0] == indent:
        said = lines.pop(0)[1]
        if said.startswith("- "):
            listed.append(flow(said[2:].strip()))
            continue
        key, colon, rest = said.partition(":")
        if not colon or rest.strip() in ("|", ">", "|-", ">-"):
            raise ValueError(f"not understood: {said}")
        nested = not rest.strip() and bool(lines) and lines[0][0] > indent
        mapped[str(scalar(key))] = block(lines) if nested else flow(rest.strip())
    return listed or mapped


def flow(said: str) -> Any:
    """``{a: b, c: [d, e]}`` or a scalar."""
    if not said.startswith(("{", "[")):
        return scalar(said)
    parts = split(said[1:-1])
    if said[0] == "[":
        return [flow(part) for part in parts]
    pairs = (part.partition(":") for part in parts)
    return {str(scalar(key)): flow(value.strip()) for key, _, value in pairs}


def split(inside: str) -> list[str]:
    """Cut at commas that stand in no bracket and no quotes."""
    parts, level, quote = [""], 0, ""
    for sign in inside:
        quote = "" if sign == quote else quote or (sign if sign in "'\"" else "")
        level += (sign in "{[") - (sign in "}]")
        if sign == "," and not level and not quote:
            parts.append("")
        else:
            parts[-1] += sign
    return [part.strip() for part in parts if part.strip()]


def scalar(said: str) -> Any:
    said = said.strip()
    if said[:1] in ("'", '"') and said[-1:] == said[:1]:
        return said[1:-1]
    if said in ("", "~", "null"):
        return None
    if said in ("true", "false"):
        return said == "true"
    return int(said) if said.lstrip("-").isdigit() else said
