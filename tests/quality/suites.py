"""公开题库里与我们同义的题：读出来，和答案比。The public cases whose meaning is ours, read and compared.

JioNLP (Apache-2.0) and Recognizers-Text (MIT) stand in the development material, not here. A case is judged by
value and unit; spans differ by design (GUIDE: bound words belong to an amount).
"""

from __future__ import annotations

import ast
import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone
from fractions import Fraction
from pathlib import Path
from typing import Any

from taizhang.reading.clock import Clock
from taizhang.reading.deadlines import deadlines
from taizhang.reading.findings import PartialDate
from taizhang.reading.measures import measures
from taizhang.text.numerals import NotANumeral, numeral, value
from taizhang.text.repair import repair
from taizhang.text.span import Span

_CHINA = timezone(timedelta(hours=8))
_CURRENCIES = {"日币": "日元", "港币": "港元", "台币": "新台币", "美圆": "美元", "人民币": "元"}


@dataclass(frozen=True, slots=True)
class Case:
    suite: str
    text: str
    expected: object
    found: object

    @property
    def right(self) -> bool:
        return self.expected == self.found


def cases(suites: Path) -> Iterator[Case]:
    """Every case of the suites that speaks of money, percentages, numbers or times."""
    jio = json.loads((suites / "jionlp_cases.json").read_text("utf-8"))
    for case in jio:
        reader = _JIO.get(case["func"])
        if reader is not None and "ret_future" not in case["kwargs"]:  # 没有的一种读法 a mode we do not have
            yield reader(case)
    for name, recognizer in _RECOGNIZERS.items():
        for case in json.loads((suites / "recognizers" / f"{name}.json").read_text("utf-8-sig")):
            yield recognizer(case)


def _amounts(text: str, kinds: str = "") -> list[tuple[Fraction, Fraction | None, str]]:
    plain = repair(text).text
    found = measures(plain, Span(0, len(plain)))
    units = [(m.value, m.value_to, _CURRENCIES.get(m.unit, m.unit)) for m in found]
    return [one for one in units if not kinds or one[2].endswith(tuple(kinds.split()))]


_MONEY = "元 欧元 英镑 法郎 卢布 泰铢 新台币 日元 美分 卢比 角 分"


def _money(case: dict[str, Any]) -> Case:
    told = case["expected"]["num"]
    figures = [Fraction(n) for n in told] if isinstance(told, list) else [Fraction(told)]
    found = _amounts(case["args"][0], _MONEY)[:1]
    mine = [f for f in found[0][:2] if f is not None] if found else []
    if mine and len(figures) > len(mine):  # 3000多：我们记“约”，不编上限 we say about, and invent no upper end
        figures = figures[:1]
    return Case("money", case["args"][0], (figures, case["expected"]["case"]), (mine, found[0][2] if found else ""))


def _money_found(case: dict[str, Any]) -> Case:
    told = len(case["expected"])
    return Case("money found", case["args"][0], told, len(_amounts(case["args"][0], _MONEY)))


def _time(case: dict[str, Any]) -> Case:
    base = _base(case["kwargs"].get("time_base"))
    text = case["args"][0]
    found = deadlines(text, Span(0, len(text)), Clock(base.year, base.month, base.day))
    until = found[0].until if len(found) == 1 else None
    told = case["expected"]["time"]
    end = told[1][:10] if isinstance(told, list) and isinstance(told[1], str) else ""
    return Case("time", text, end, _last_day(until) if until else "")


def _base(told: object) -> datetime:
    """The case's own now; the suite writes some as text, and leaves parts out as -1."""
    if isinstance(told, str):
        told = ast.literal_eval(told) if told[:1] in "[{" else datetime.fromisoformat(told).timestamp()
    if isinstance(told, list):
        return datetime(*(max(part, 1) for part in told[:3]), tzinfo=_CHINA)
    if isinstance(told, dict):
        parts = (int(told.get(part, 1) or 1) for part in ("year", "month", "day"))
        return datetime(*parts, tzinfo=_CHINA)
    return (
        datetime.fromtimestamp(told, _CHINA) if isinstance(told, int | float) else datetime(2021, 6, 14, tzinfo=_CHINA)
    )


def _last_day(when: PartialDate) -> str:
    if when.day:
        return str(when)
    year, month = (when.year, when.month + 1) if 0 < when.month < 12 else (when.year + 1, 1)
    return (date(year, month, 1) - timedelta(days=1)).isoformat()


def _currency(case: dict[str, Any]) -> Case:
    told = [Fraction(r["Resolution"]["value"]) for r in case["Results"] if r["Resolution"].get("value")]
    return Case("currency", case["Input"], told, [v for v, _, _ in _amounts(case["Input"], _MONEY)])


_RATES = {"%": Fraction(1), "‰": Fraction(1, 10), "‱": Fraction(1, 100), "个百分点": Fraction(1), "成": Fraction(10)}


def _percent(case: dict[str, Any]) -> Case:
    told = [Fraction(r["Resolution"]["value"].rstrip("%")) for r in case["Results"]]
    found = [v * _RATES[unit] for v, _, unit in _amounts(case["Input"]) if unit in _RATES]
    return Case("percent", case["Input"], told, found)


def _number(case: dict[str, Any]) -> Case:
    results = case["Results"]
    text = results[0]["Text"] if len(results) == 1 else ""
    told = Fraction(results[0]["Resolution"]["value"]) if text else Fraction(0)
    try:
        mine = _figure(text) if text else Fraction(0)
    except NotANumeral:
        mine = Fraction(-1)
    near = abs(mine - told) <= abs(told) / 10**12
    return Case("number", text or case["Input"], told, told if near else mine)


def _figure(text: str) -> Fraction:
    try:
        return value(text)
    except NotANumeral:
        return numeral(text).value


_JIO = {"parse_money": _money, "extract_money": _money_found, "parse_time": _time}
_RECOGNIZERS = {"CurrencyModel": _currency, "PercentModel": _percent, "NumberModel": _number}
