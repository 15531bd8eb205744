"""密级：标了绝密、机密、秘密的不收，标了内部的提醒。Secrecy marks: what must not be taken in at all, and what to mind.

GB/T 9704—2012 §7.2.2 puts the mark alone at the head of the first page, with ★ and a term (机密★1年). Words inside a
sentence (商业秘密, 保守国家秘密) are no marks. DOMAIN §4.2: classified matters are strictly excluded.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from taizhang.text.span import Span

Level = Literal["classified", "internal"]

_WORD = r"(?:绝[ 　]{0,3}密|机[ 　]{0,3}密|秘[ 　]{0,3}密|絕[ 　]{0,3}密|機[ 　]{0,3}密)"
_CLASSIFIED = re.compile(
    rf"{_WORD}[ 　]{{0,3}}[★☆✩✪]"
    rf"|密[ 　]?[级級][ 　]{{0,3}}[:：][ 　]{{0,3}}{_WORD}"
    rf"|^[ 　\t]{{0,20}}[（(【\[]?{_WORD}[）)】\]]?[ 　\t]{{0,20}}$",
    re.MULTILINE,
)
_INTERNAL = re.compile(
    r"密[ 　]?级[ 　]{0,3}[:：][ 　]{0,3}内部"
    r"|^[ 　\t]{0,20}[（(【\[]?(?:工作秘密|内部(?:资料|文件|材料|使用|参考|明电)?)"
    r"(?:[ 　，,、·]{0,4}(?:注意保存|妥善保管|请勿外传|不得外传|严禁外传|不予公开))?[）)】\]]?[ 　\t]{0,20}$",
    re.MULTILINE,
)


@dataclass(frozen=True, slots=True)
class Mark:
    """A secrecy mark as printed. ``classified``: nothing may be kept; ``internal``: warn."""

    level: Level
    at: Span
    printed: str


def mark(text: str) -> Mark | None:
    """The gravest mark a text carries, or ``None``.

    >>> mark("机密★1年\\n关于……").level
    'classified'
    >>> mark("依法保护商业秘密。") is None
    True
    """
    levels: tuple[tuple[Level, re.Pattern[str]], ...] = (("classified", _CLASSIFIED), ("internal", _INTERNAL))
    for level, pattern in levels:
        found = pattern.search(text)
        if found:
            return Mark(level, Span(*found.span()), found.group().strip())
    return None
