"""编码：字节变成文字，认不出就直说。Bytes become text; what is in no known encoding is refused."""

from __future__ import annotations

from taizhang.formats.refusals import Unreadable
from taizhang.formats.source import Note
from taizhang.text.decode import Decoded, Undecodable, decode

_TOLD = ("broken", "mixed", "twice")


def decoded(content: bytes, declared: str = "") -> Decoded:
    """The text of ``content``. Raises Unreadable(undecodable)."""
    try:
        return decode(content, declared or None)
    except Undecodable as error:
        raise Unreadable("undecodable") from error


def notes(text: Decoded) -> tuple[Note, ...]:
    """What the user should know of the decoding: ``text_broken`` (lost bytes), ``text_mixed``, ``text_twice``."""
    return tuple(Note(f"text_{code}", {"encoding": text.encoding}) for code in text.notes if code in _TOLD)
