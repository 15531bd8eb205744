"""认单位：文件里印的单位名，是登记里的哪一个。Which registered unit a printed name means."""

from __future__ import annotations

from collections.abc import Iterable

from taizhang.operations.proposals import Match
from taizhang.store import registry


def matcher(units: Iterable[tuple[str, str, str]] | None = None) -> Match:
    """A function from a printed name to a unit's code; empty when no unit, or more than one, fits.

    ``units`` are ``(code, name, short)``; by default those registered now.
    """
    known = list(units if units is not None else registry.unit_names())
    exact: dict[str, str] = {_bare(words): code for code, name, short in known for words in (name, short) if words}

    def find(printed: str) -> str:
        bare = _bare(printed)
        if bare in exact:
            return exact[bare]
        inside = {code for words, code in exact.items() if len(bare) >= 3 and (bare in words or words in bare)}
        return inside.pop() if len(inside) == 1 else ""

    return find


def leaders() -> Match:
    """The same for the county's leaders, by their names (郝思远、郝思远副县长)."""
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
