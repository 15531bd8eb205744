"""代码变成名字：单位和人。Codes become names: units and persons, all in two queries."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from taizhang.store.models import Unit
from taizhang.store.persons import names as stored_names

PSEUDONYM = 64
"""Characters of the digest a posting carries for a person who does not log in."""


@dataclass(frozen=True, slots=True)
class UnitName:
    """A unit as pages print it."""

    code: str
    name: str
    short: str
    kind: str
    order: int


@dataclass(frozen=True, slots=True)
class Names:
    """Every unit, and the persons asked for. Unknown codes stand for themselves: history outlives the registry."""

    units: dict[str, UnitName]
    persons: dict[str, str]

    def unit(self, code: str) -> str:
        found = self.units.get(code)
        return found.short or found.name if found else code

    def full(self, code: str) -> str:
        found = self.units.get(code)
        return found.name if found else code

    def person(self, code: str) -> str:
        """A name; a user without one keeps the code, an erased name is empty."""
        return self.persons.get(code, "" if len(code) == PSEUDONYM else code)

    def several(self, codes: Iterable[str]) -> tuple[str, ...]:
        return tuple(self.unit(code) for code in codes)


def names(persons: Iterable[str] = ()) -> Names:
    """One query for the units, and one for users if any persons are asked for."""
    rows = Unit.objects.order_by("order", "code").values_list("code", "name", "short", "kind", "order")
    units = {row[0]: UnitName(*row) for row in rows}
    wanted = {code for code in persons if code}
    return Names(units, stored_names(wanted) if wanted else {})


def of_kind(known: Names, *kinds: str) -> tuple[UnitName, ...]:
    """Units to choose from, in the registry's order."""
    return tuple(unit for unit in known.units.values() if not kinds or unit.kind in kinds)
