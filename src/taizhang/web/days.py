"""日期怎样印出来（样式 §6）。How dates and times are printed; look §6."""

from __future__ import annotations

from datetime import date, datetime
from typing import Protocol, TypeAlias, TypeVar, runtime_checkable

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy
from django.utils.translation import pgettext

from taizhang.store.clock import today as clock_today


@runtime_checkable
class Partial(Protocol):
    """A date a plan left open: month and day may be missing."""

    @property
    def year(self) -> int: ...
    @property
    def month(self) -> int | None: ...
    @property
    def day(self) -> int | None: ...


Day: TypeAlias = date | Partial
D = TypeVar("D", bound=Day)

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_WEEKDAYS = (lazy("周一"), lazy("周二"), lazy("周三"), lazy("周四"), lazy("周五"), lazy("周六"), lazy("周日"))


def this_year() -> int:
    return clock_today().year


def day(value: Day | None, year: int | None = None) -> str:
    """9月18日; with its year when that is not ``year`` (this year, unless told). An open date says what it knows."""
    if value is None:
        return "—"
    value = local(value)
    if value.month is None:
        return _("%(year)d年") % _words(value)
    same = value.year == (this_year() if year is None else year)
    if value.day is None:
        form = pgettext("date", "%(month)d月") if same else pgettext("date", "%(year)d年%(month)d月")
    else:
        form = pgettext("date", "%(month)d月%(day)d日") if same else _long()
    return form % _words(value)


def long_day(value: Day | None) -> str:
    """2026年9月17日, for papers and book dates."""
    return day(value, year=0)


def clock(value: datetime) -> str:
    """9:12, twenty-four hours, Beijing time."""
    at = local(value)
    return f"{at.hour}:{at.minute:02d}"


def moment(value: datetime | None) -> str:
    """9月18日 9:12."""
    return "—" if value is None else f"{day(value)} {clock(value)}"


def weekday(value: date) -> str:
    return str(_WEEKDAYS[local(value).weekday()])


def stamp(value: date) -> str:
    """2026.09.17, as a seal is cut."""
    return f"{local(value):%Y.%m.%d}"


def field_day(value: date | None) -> str:
    """2026-09-18, as a field holds it."""
    return "" if value is None else f"{local(value):%Y-%m-%d}"


def local(value: D) -> D:
    """Moments are shown in Beijing time; dates pass."""
    if isinstance(value, datetime) and timezone.is_aware(value):
        return timezone.localtime(value)  # type: ignore[return-value]
    return value


def _long() -> str:
    return pgettext("date", "%(year)d年%(month)d月%(day)d日")


def _words(value: Day) -> dict[str, object]:
    month = value.month or 1
    return {"year": value.year, "month": month, "day": value.day, "mon": _MONTHS[month - 1]}
