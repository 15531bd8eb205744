"""认单位：文件里印的单位名，是登记里的哪一个。Which registered unit a printed name means."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from taizhang.operations.proposals import Match
from taizhang.store import registry
from taizhang.text.numerals import value

_ALL_TOWNSHIPS = re.compile(
    r"(?:全县|全市|全区)?(?:各|所有|(?P<count>[一二三四五六七八九十两\d]{1,3})个?)"
    r"乡(?:镇|[（(]镇[）)])(?:人民政府|政府)?"
)


def matcher(units: Iterable[tuple[str, str, str]] | None = None, townships: Iterable[str] | None = None) -> Match:
    """A function from a printed name to units' codes; empty when no unit, or more than one, fits.

    六乡镇 and 各乡镇 mean all townships, where their number agrees. ``units`` are ``(code, name, short)``; by default
    those registered now.
    """
    known = list(units if units is not None else registry.unit_names())
    exact: dict[str, str] = {_bare(words): code for code, name, short in known for words in (name, short) if words}
    crowd = tuple(townships if townships is not None else registry.townships())

    def find(printed: str) -> tuple[str, ...]:
        together = _ALL_TOWNSHIPS.fullmatch("".join(printed.split()))
        if together:
            said = together["count"]
            return crowd if said is None or value(said) == len(crowd) else ()
        bare = _bare(printed)
        if bare in exact:
            return (exact[bare],)
        inside = {code for words, code in exact.items() if len(bare) >= 3 and (bare in words or words in bare)}
        return tuple(inside) if len(inside) == 1 else ()

    return find


def leaders() -> Callable[[str], str]:
    """From a printed name to the county's leader it means (郝思远、郝思远副县长); empty where none or several fit."""
    known = registry.leader_names()

    def find(printed: str) -> str:
        words = "".join(printed.split())
        inside = {code for code, short in known if short and short in words}
        return inside.pop() if len(inside) == 1 else ""

    return find


def _bare(words: str) -> str:
    """Without blanks and without the county before it (云汉县林业局, 县林业局 → 林业局)."""
    words = "".join(words.split())
    head, mark, rest = words.partition("县")
    return rest if mark and len(head) <= 3 and len(rest) >= 2 else words
