"""样式说明页上的样品，都是编的。Samples for the components page, all invented."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext_lazy as _

from taizhang.web.bars import Bar
from taizhang.web.paging import Page, Window, page_number
from taizhang.web.stages import Step

if TYPE_CHECKING:
    from django.http import HttpRequest


class SampleForm(forms.Form):
    """Shows a field in peace and a field in error."""

    amount = forms.DecimalField(label=_("累计完成面积"), min_value=7)
    evidence = forms.URLField(label=_("佐证"), required=False, assume_scheme="https")
    unit = forms.ChoiceField(label=_("牵头单位"), choices=[("a", "县林业局"), ("b", "县水利局")])
    result = forms.ChoiceField(
        label=_("核实结果"), choices=[("yes", _("属实")), ("no", _("不属实"))], widget=forms.RadioSelect
    )
    photo = forms.BooleanField(label=_("附照片"), required=False)


BARS = (
    ("120", Bar("10.30", "6.42", "5.80", "7.21", "万亩")),
    ("120", Bar("2100", "2260", "2010", "1890", "人")),
    ("120", Bar("600", "205", None, "430", "个")),
    ("120", Bar("34", "34", "34", "34", "座")),
    ("120", Bar("28", None, None, None, "公里")),
    ("200", Bar("1286", "1044", "820", "900", "户")),
)


def context(request: HttpRequest) -> dict[str, Any]:
    """Everything the page needs, under the names its examples use."""
    return {
        "bars": BARS,
        "bar": Bar("46.5", "29.8", "24.1", "33.0", "亿元"),
        "rows": ROWS,
        "steps": STEPS,
        "lights": ("red", "yellow", "green", "blue", "none"),
        "stages": ("open", "deliver", "verify", "close", "closed", "end"),
        "counts": {"red": 3, "yellow": 3, "green": 7, "blue": 2, "none": 1},
        "many": {"red": 11, "yellow": 23, "green": 82, "blue": 21, "none": 9},
        "on": date(2026, 9, 17),
        "at": datetime(2026, 9, 18, 1, 12, tzinfo=UTC),
        "sum": "9f3c1b22d4e5a6f70011223344556677e1a7",
        "page": Page((), min(page_number(request), 12), 583),
        "window": Window((), older="k1", newer="k2"),
    }


ROWS = (
    {"code": "26-0101", "light": "y", "title": "转型项目完成年度投资", "unit": "县发改局", "stage": "deliver"}
    | {"bar": Bar("46.5", "29.8", "24.1", "33.0", "亿元"), "gap": "-19.1", "by": "verified", "due": date(2026, 12, 31)},
    {"code": "26-0115", "light": "r", "title": "前期手续集中办理", "unit": "县行政审批局", "stage": "deliver"}
    | {"bar": Bar("63", "52", "41", "63", "项"), "gap": "-34.9", "by": "verified", "due": date(2026, 8, 31)},
    {"code": "26-0163", "light": "g", "title": "城镇新增就业", "unit": "县人社局", "stage": "deliver"}
    | {"bar": Bar("2100", "1860", "1733", "1512", "人"), "gap": "16.6", "by": "claimed", "due": date(2026, 12, 31)},
)
STEPS = (
    Step("open", "done", "已过", "2月12日签收"),
    Step("deliver", "now", "办理中", "已报 14 次，累计 6.42 万亩"),
    Step("verify", "part", "随报随核", "已核 9 次，累计 5.80 万亩"),
    Step("close", "future", "未到", "还差 4.50 万亩"),
)
