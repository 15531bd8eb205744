"""每列是什么：看列名，看内容，冲突时让更像的先占。

What each column is: by its name, by its cells; the better fit goes first.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from taizhang.reading.sheet_grid import Grid
from taizhang.reading.sheet_header import Header
from taizhang.reading.sheet_names import NOTHING, Guess, guess, known_fields, unit
from taizhang.reading.sheet_values import Column, Reason

_MANY = frozenset({"milestone", "co_units", "person", "phone"})
_UNITS = re.compile(r"(?:局|委|办|办公室|镇|乡|街道|中心|公司|集团|政府|部|银行|法院|检察院|站|所|队|管委会|园区)$")
_DAY = re.compile(
    r"(?:20\d\d[年./-])?\d{1,2}(?:[月/-]\d{0,2}日?)?(?:底前?|前|末)?|20\d\d年底?前?|年底前?|长期|全年|[一二三四]季度"
)
_SAMPLE = 50


def fields() -> frozenset[str]:
    """Every field a person may choose for a column."""
    return known_fields()


def columns(cells: Grid, found: Header, chosen: Mapping[int, str]) -> tuple[Column, ...]:
    """All columns with a header or a value, left to right."""
    made = {n: _named(n, found.texts.get(n, ()), found.unit) for n in range(cells.width) if _used(cells, found, n)}
    guesses = {n: _best(found.texts.get(n, ())) for n in made}
    made = _assigned(made, guesses, chosen)
    made = _by_values(cells, found, made, chosen)
    return tuple(_units_alone(made)[n] for n in sorted(made))


def _used(cells: Grid, found: Header, column: int) -> bool:
    return column in found.texts or any((row, column) in cells.at for row in range(found.bottom + 1, cells.height))


def _named(index: int, texts: tuple[str, ...], general: str) -> Column:
    own = next((said for text in reversed(texts) if (said := unit(text))), "")
    header = "/".join(text.replace("\n", "") for text in texts)
    return Column(index, header, unit=own or (general if "投资" in header or "资金" in header else ""))


def _best(texts: tuple[str, ...]) -> Guess:
    """The best reading of a header of one or more rows: the last name, or names joined either way."""
    if not texts:
        return NOTHING
    forms = [texts[-1], "".join(texts), "".join(reversed(texts)), texts[0]]
    found = [guess(form) for form in dict.fromkeys(forms)]
    # 上一行只是大类（“投资”），除非下面的名字认不出 the outer name alone counts only where the inner says nothing
    inner = max(found[: max(1, len(found) - 1)], key=lambda g: g.confidence)
    return inner if inner.confidence else found[-1]


def _assigned(made: dict[int, Column], guesses: dict[int, Guess], chosen: Mapping[int, str]) -> dict[int, Column]:
    taken = {field for n, field in chosen.items() if n in made and field not in _MANY}
    done = {
        n: replace(made[n], field=field, confidence=1.0, reason="chosen") for n, field in chosen.items() if n in made
    }
    for n in sorted(set(made) - set(done), key=lambda n: (-guesses[n].confidence, n)):
        done[n] = _placed(made[n], guesses[n], taken)
        if done[n].field not in _MANY:
            taken.add(done[n].field)
    return done


def _placed(column: Column, found: Guess, taken: set[str]) -> Column:
    if not found.field:
        return column
    if found.field not in taken:
        return replace(column, field=found.field, confidence=found.confidence, reason=found.reason, word=found.word)
    if found.other and found.other not in taken:
        lower = round(found.confidence - 0.2, 2)
        return replace(column, field=found.other, confidence=lower, reason=found.reason, word=found.word)
    return replace(column, reason="taken", word=found.word)


def _by_values(cells: Grid, found: Header, made: dict[int, Column], chosen: Mapping[int, str]) -> dict[int, Column]:
    """Columns their names do not tell, told by what stands in them."""
    taken = {column.field for column in made.values()}
    for n in sorted(made):
        if made[n].field or n in chosen or made[n].reason == "taken":
            continue
        field = _told(_values(cells, found, n))
        if field and field not in taken:
            reason: Reason = "sequence" if field == "number" else "values"
            made[n] = replace(made[n], field=field, confidence=0.5, reason=reason)
            taken.add(field)
    if not taken & {"task", "project", "target"}:
        _longest(cells, found, made, chosen)
    return made


def _told(values: list[str]) -> str:
    if len(values) < 2:
        return ""
    if values == [str(n) for n in range(1, len(values) + 1)]:
        return "number"
    if sum(bool(_UNITS.search(value)) for value in values) > 0.7 * len(values):
        return "lead_unit"
    return "due" if sum(bool(_DAY.fullmatch(value)) for value in values) > 0.7 * len(values) else ""


def _longest(cells: Grid, found: Header, made: dict[int, Column], chosen: Mapping[int, str]) -> None:
    """Without a task, project or target column, the one with the longest texts is the task."""
    free = [n for n in made if not made[n].field and n not in chosen]
    lengths = {n: sum(map(len, values)) / len(values) for n in free if (values := _values(cells, found, n))}
    best = max(lengths, key=lambda n: lengths[n], default=-1)
    if best >= 0 and lengths[best] >= 6:
        made[best] = replace(made[best], field="task", confidence=0.4, reason="longest")


def _values(cells: Grid, found: Header, column: int) -> list[str]:
    own = (cells.at.get((row, column)) for row in range(found.bottom + 1, cells.height))
    return [cell.text for cell in own if cell is not None and cell.columns == 1][:_SAMPLE]


def _units_alone(made: dict[int, Column]) -> dict[int, Column]:
    """责任单位 beside 牵头单位 means the others; alone or beside 配合单位 it is the lead (DOMAIN §2.1, T8–T10)."""
    present = {column.field for column in made.values()}
    meaning = "lead_unit" if "lead_unit" not in present else "co_units" if "co_units" not in present else "units"
    return {n: replace(c, field=meaning) if c.field == "units" and c.reason != "chosen" else c for n, c in made.items()}
