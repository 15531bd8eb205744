"""带走的表：文件名、谁导出的、什么时候。Sheets to take away: file name, by whom, when."""

from __future__ import annotations

from datetime import datetime
from io import BytesIO
from typing import Any

import openpyxl
from django.contrib.auth.models import AnonymousUser
from django.test import RequestFactory

from taizhang.papers.sheet import Column
from taizhang.store import clock
from taizhang.web.pages import table_response, wants_sheet


def test_a_list_becomes_a_sheet_with_a_chinese_name() -> None:
    request: Any = RequestFactory().get("/book/", {"as": "xlsx"})
    request.user = AnonymousUser()
    assert wants_sheet(request)
    columns = [Column("目标", "number", "万亩", 2)]
    with clock.stopped(datetime(2026, 9, 18, 9, 12)):  # noqa: DTZ001  stopped() 当作北京时间 taken as Asia/Shanghai
        answer = table_response(request, "重点工作台账", columns, [["10.3"]], ["只列未销号的"])
    assert "filename*=utf-8''%E9%87%8D" in answer["Content-Disposition"]
    sheet: Any = openpyxl.load_workbook(BytesIO(answer.content)).active
    said = [sheet.cell(row, 1).value for row in range(1, 6)]
    assert said == ["重点工作台账", "只列未销号的", "公众 于 2026年9月18日 9:12 导出", "目标（万亩）", 10.3]
