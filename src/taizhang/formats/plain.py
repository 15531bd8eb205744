"""纯文本：摘录就是解码后的文字，一字不动。Plain text: the extraction is the decoded text itself, unchanged."""

from __future__ import annotations

import re
from dataclasses import replace

from taizhang.formats.encoding import decoded, notes
from taizhang.formats.extraction import sealed
from taizhang.formats.limits import Limits
from taizhang.formats.refusals import Unreadable
from taizhang.formats.source import Block, Source
from taizhang.text.span import Span

_LINE = re.compile(r"[^\r\n]*\S[^\r\n]*")


def read_plain(content: bytes, name: str, limits: Limits) -> Source:
    """Raises Unreadable: undecodable, empty, too_long."""
    told = decoded(content)
    text = told.text
    if not text.strip("\ufeff \t\r\n\f\v\u3000\xa0\x00"):
        raise Unreadable("empty")
    if len(text) > limits.characters:
        raise Unreadable("too_long", what="characters", limit=limits.characters)
    return replace(sealed(content, name, "txt", text), blocks=tuple(_blocks(text)), notes=notes(told))


def _blocks(text: str) -> list[Block]:
    lines = _LINE.finditer(text)
    return [Block(Span(m.start(), m.end()), place=f"第{n}段") for n, m in enumerate(lines, 1)]
