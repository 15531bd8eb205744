"""补不了的洞：原来的不间断空格、²、•、生僻字成了问号；只标出，不填。真问号不标。

Holes: what a code page could not hold became a question mark. Marked, never filled; a real question is left alone.
"""

from __future__ import annotations

import re

from taizhang.text.hanzi import HAN
from taizhang.text.span import Span

_HOLE = re.compile(r"[?？\ufffd](?:[ \u3000]*[?？\ufffd])*")
_ASKING = re.compile(
    "[吗嗎呢谁誰哪怎何几幾么麼吧嘛]|什[么麼]|多少|是否|能否|可否|有[无無没沒]|难道|難道|(.)不\\1|为啥|爲啥|咋|[吗吧呢啊]$"
)
_CLAUSE = re.compile("[。！!；;\\n?？]")
_BACK = 80  # 往前看这么多字找疑问词 how far back a question word may stand


def marks(text: str) -> list[Span]:
    """The runs of question marks that no question explains."""
    if not set("?？\ufffd") & set(text):
        return []
    return [Span(m.start(), m.end()) for m in _HOLE.finditer(text) if _is_hole(text, m)]


def is_asking(text: str, at: int) -> bool:
    """Whether the clause that ends at ``at`` asks something."""
    return _ASKING.search(_clause(text, at)) is not None


def _clause(text: str, at: int) -> str:
    return _CLAUSE.split(text[max(0, at - _BACK) : at])[-1]


def _is_hole(text: str, hit: re.Match[str]) -> bool:
    if "\ufffd" in hit[0]:
        return True
    clause = _clause(text, hit.start())
    if _ASKING.search(clause) or "http" in clause:
        return False
    after = text[hit.end() : hit.end() + 1]
    if after in ("", "\n", "”", "’", "」", "』", "）", ")", "》", '"'):
        # 句末的问号，前面又有话，宁可当真问号 at the end of a sentence a question mark is believed
        return not clause.strip() or len(hit[0]) > 3
    return _stands_in_text(clause, hit[0], after)


def _stands_in_text(clause: str, run: str, after: str) -> bool:
    last = clause[-1:]
    inside = re.match(rf"[{HAN}0-9A-Za-z \u3000（(“、，,]", after) is not None
    return inside and (not last or " " in run or after in " \u3000" or run != "？" or last.isascii() or len(run) > 1)
