"""纸上怎样写数、写日子、写摘要。How papers print figures, days and digests."""

from __future__ import annotations

from datetime import date

from taizhang.ledger.dates import PartialDate
from taizhang.ledger.quantity import Quantity


def amount(quantity: Quantity | None, places: int = 0) -> str:
    """9 个, 10.30 万亩; what was never reported says so. Padded to ``places`` decimals, never rounded to them.

    >>> amount(Quantity(12860000, "户")), amount(Quantity(1850_0000, "万亩"), 2)
    ('1,286 户', '0.185 万亩')
    """
    if quantity is None:
        return "未报"
    exact = quantity.text()
    text = quantity.text(places) if len(exact.partition(".")[2]) < places else exact
    sign = "−" if text.startswith("-") else ""
    whole, dot, rest = text.lstrip("-").partition(".")
    return f"{sign}{int(whole):,}{dot}{rest} {quantity.symbol}"


def day(value: date | PartialDate | None) -> str:
    """2026年9月17日: papers always carry the year; an open date says only what it knows."""
    if value is None:
        return ""
    year, month, number = value.year, value.month, value.day
    return f"{year}年" + (f"{month}月" if month else "") + (f"{number}日" if number else "")


def stamp(value: date) -> str:
    """2026.09.17, as a seal is cut."""
    return f"{value.year}.{value.month:02d}.{value.day:02d}"


def short(digest: str) -> str:
    """First eight and last four of a digest, enough to compare by eye.

    >>> short("77c0d1e95b2f08a431f6e1a7")
    '77c0d1e9…e1a7'
    """
    return f"{digest[:8]}…{digest[-4:]}" if len(digest) > 16 else digest


def tail(digest: str) -> str:
    return f"…{digest[-4:]}"


def margin(due: date, closed: date) -> str:
    """提前 13 天, 如期, 逾期 5 天."""
    days = (due - closed).days
    if days == 0:
        return "如期"
    return f"提前 {days} 天" if days > 0 else f"逾期 {-days} 天"
