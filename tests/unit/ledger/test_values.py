"""Quantities, partial dates and targets."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from taizhang.ledger.dates import NotADate, PartialDate
from taizhang.ledger.quantity import SCALE, NotAQuantity, Quantity, of, parse
from taizhang.ledger.target import Balance, Target, covers, outstanding


@pytest.mark.parametrize(
    ("figure", "symbol", "amount", "shown"),
    [
        ("10.3", "万亩", 103_000 * SCALE, "10.3"),
        ("143", "亿元", 14_300_000_000 * SCALE, "143"),
        ("14300000000.1234", "元", 143_000_000_001_234, "14300000000.1234"),
        ("1,286", "户", 1286 * SCALE, "1286"),
        ("２５", "个", 25 * SCALE, "25"),
        ("100", "公顷", 1500 * SCALE, "100"),
        ("8.5", "%", 85_000, "8.5"),
    ],
)
def test_exact(figure: str, symbol: str, amount: int, shown: str) -> None:
    found = parse(figure, symbol)
    assert (found.amount, found.text()) == (amount, shown)


@pytest.mark.parametrize(
    ("figure", "symbol", "code"),
    [
        ("", "亩", "quantity.unreadable"),
        ("很多", "亩", "quantity.unreadable"),
        ("nan", "亩", "quantity.unreadable"),
        ("1e99", "亩", "quantity.unreadable"),
        ("1e9", "亩", "quantity.unreadable"),
        ("1_000", "亩", "quantity.unreadable"),
        ("0.00001", "元", "quantity.inexact"),
        ("99999999", "万亿元", "quantity.too_large"),
        ("3", " ", "quantity.no_unit"),
    ],
)
def test_refused(figure: str, symbol: str, code: str) -> None:
    with pytest.raises(NotAQuantity) as refused:
        parse(figure, symbol)
    assert refused.value.code == code


def test_conversions_are_exact_or_refused() -> None:
    assert parse("1", "平方公里").within("亩").text() == "1500"
    assert parse("5000", "万元").within("亿元").text() == "0.5"
    with pytest.raises(NotAQuantity):
        parse("1", "亩").within("平方米")
    with pytest.raises(NotAQuantity):
        parse("1", "户").within("人")


@given(st.integers(-(10**8), 10**8), st.sampled_from(["亩", "万亩", "元", "亿元", "公顷", "个", "万吨"]))
def test_a_figure_survives_its_printing(amount: int, symbol: str) -> None:
    found = of(Fraction(amount, 100), symbol)
    assert parse(found.text(), symbol) == found


@pytest.mark.parametrize(
    ("iso", "first", "last"),
    [
        ("2026", date(2026, 1, 1), date(2026, 12, 31)),
        ("2026-02", date(2026, 2, 1), date(2026, 2, 28)),
        ("2028-02", date(2028, 2, 1), date(2028, 2, 29)),
        ("2026-09-18", date(2026, 9, 18), date(2026, 9, 18)),
    ],
)
def test_partial_dates_mean_their_last_day(iso: str, first: date, last: date) -> None:
    found = PartialDate.read(iso)
    assert (found.first, found.last, found.iso) == (first, last, iso)


@pytest.mark.parametrize("written", ["", "26-1-1", "2026-13", "2026-02-30", "明年", "2026-9-1"])
def test_what_is_no_date(written: str) -> None:
    with pytest.raises(NotADate):
        PartialDate.read(written)


def amount(figure: str) -> int:
    return parse(figure, "个").amount


@pytest.mark.parametrize(
    ("kind", "bound", "wanted", "have", "ended", "settled"),
    [
        ("amount", "ge", "10", "10", False, True),
        ("amount", "ge", "10", "9.9999", True, False),
        ("amount", "ge", "10", None, True, False),
        ("amount", "le", "10", "9", False, False),
        ("amount", "le", "10", "9", True, True),
        ("amount", "le", "10", "11", True, False),
        ("amount", "eq", "10", "11", True, False),
        ("amount", "eq", "10", "10", False, True),
        ("amount", "approx", "100", "95", False, True),
        ("amount", "approx", "100", "94.9", True, False),
        ("zero", "eq", "0", None, False, False),
        ("zero", "eq", "0", None, True, True),
        ("zero", "eq", "0", "1", True, False),
        ("rank", "le", "3", "3", False, True),
        ("rank", "le", "3", "4", True, False),
        ("rank", "le", "3", "0", True, False),
        ("rate", "ge", "90", "89.9", True, False),
        ("rate", "ge", "90", "90", False, True),
        ("deliverable", "ge", "1", "1", False, True),
        ("deliverable", "ge", "1", None, True, False),
    ],
)
def test_covers(kind: str, bound: str, wanted: str, have: str | None, ended: bool, settled: bool) -> None:
    target = Target(kind, bound, amount(wanted), "个")  # type: ignore[arg-type]
    balance = Balance(None if have is None else amount(have))
    assert covers(target, balance, period_ended=ended) is settled


def test_outstanding_never_falls_below_zero() -> None:
    target = Target("amount", "ge", amount("10"), "个")
    assert outstanding(target, Balance()) == amount("10")
    assert outstanding(target, Balance(amount("12"))) == 0
    assert target.quantity == Quantity(amount("10"), "个")
