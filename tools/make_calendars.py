"""从 chinesecalendar 的数据写出各年的放假安排。Write the yearly notices as YAML, from chinesecalendar's figures.

Usage: python tools/make_calendars.py [YEAR …]
新通知公布后：升级 chinesecalendar，在 NOTICES 里加文号，再运行。
After a new notice: upgrade it, add the number, run this.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import groupby
from pathlib import Path

from chinese_calendar.constants import Holiday, holidays, workdays

FOLDER = Path(__file__).resolve().parent.parent / "src" / "taizhang" / "books" / "calendars"
NOTICES = {
    2024: "国办发明电〔2023〕7号",
    2025: "国办发明电〔2024〕12号",
    2026: "国办发明电〔2025〕7号",
}
HEAD = """# 国务院办公厅关于{year}年部分节假日安排的通知（{notice}）。tools/make_calendars.py 写出，可以手改。
# The State Council's holidays of {year}; written by tools/make_calendars.py, may be edited.
year: {year}
announced: true
notice: {notice}
holidays:
"""
Run = tuple[date, date, str]
"""First day, last day, name in Chinese."""


def main(argv: list[str]) -> int:
    FOLDER.mkdir(exist_ok=True)
    for year in map(int, argv or NOTICES):
        (FOLDER / f"{year}.yaml").write_text(page(year), "utf-8")
        print(f"{year}.yaml")
    return 0


def page(year: int) -> str:
    """One year's file: a line for each holiday, as the notice has them."""
    found = list(runs(year))
    made_up: dict[int, list[date]] = {}
    for day, name in sorted(workdays.items()):
        if day.year == year:
            made_up.setdefault(_nearest(day, Holiday(name).chinese, found), []).append(day)
    lines = [_line(run, made_up.get(index, [])) for index, run in enumerate(found)]
    return HEAD.format(year=year, notice=NOTICES[year]) + "".join(lines)


def runs(year: int) -> Iterator[Run]:
    """Days off in a row, under the names of the holidays among them."""
    days = sorted(day for day in holidays if day.year == year)
    for _, grouped in groupby(enumerate(days), key=lambda pair: pair[1] - timedelta(days=pair[0])):
        block = [day for _, day in grouped]
        names = dict.fromkeys(Holiday(holidays[day]).chinese for day in block)
        yield block[0], block[-1], "、".join(names)


def _nearest(day: date, name: str, found: list[Run]) -> int:
    """The holiday a weekend is worked for: that of its name."""
    return min(range(len(found)), key=lambda n: (name not in found[n][2], abs((found[n][0] - day).days)))


def _line(run: Run, made_up: list[date]) -> str:
    first, last, name = run
    work = f", work: [{', '.join(day.isoformat() for day in made_up)}]" if made_up else ""
    return f"  - {{name: {name}, from: {first}, to: {last}{work}}}\n"


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
