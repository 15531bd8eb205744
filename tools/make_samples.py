#!/usr/bin/env python3
"""做样文：一张任务分解表（XLSX）和一份通知（PDF），内容全是自己写的。

Make the sample documents that a newcomer uploads: a task table as XLSX and a notice as PDF. All of it is our
own writing about an invented county. Needs the development environment.  Usage: python tools/make_samples.py [FOLDER]
"""

from __future__ import annotations

import sys
from pathlib import Path

import weasyprint
import xlsxwriter

ROWS: tuple[tuple[str, ...], ...] = (
    ("一、产业项目",),
    (
        "1",
        "云岭铝合金精深加工园区基础设施",
        "完成投资2.4亿元",
        "经开区管委会",
        "县发改局、县住建局",
        "秦立峰",
        "12月底",
        "30%",
        "60%",
    ),
    ("2", "新培育“专精特新”企业", "6户", "县工信商务局", "经开区管委会", "秦立峰", "12月底", "2", "4"),
    ("3", "技术改造项目开工", "12个", "县工信商务局", "", "秦立峰", "9月底", "6", "10"),
    ("小计", "3项", "", "", "", "", "", "", ""),
    ("二、农业农村",),
    ("4", "高标准农田建设", "2.8万亩", "县农业农村局", "长岭乡、柳坪镇", "苏静宜", "11月底", "1.0", "2.0"),
    ("5", "肉牛存栏达到", "1.6万头", "县农业农村局", "东坡镇、白草乡", "苏静宜", "12月底", "1.2", "1.4"),
    ("6", "农村公路“畅返不畅”整治", "42公里", "县交通局", "六乡镇", "郝思远", "10月底", "15", "35"),
    ("三、民生实事",),
    ("7", "城区公厕新建改造", "18座", "县住建局", "", "郝思远", "9月底", "8", "18"),
    ("8", "县中医院迁建主体完工", "主体完工", "县卫健局", "县住建局", "苏静宜", "2026-11-30", "基础完成", "主体五层"),
    ("9", "农村养老服务站", "10个", "县民政局", "六乡镇", "苏静宜", "年底前", "4", "8"),
)
NOTICE = """<!doctype html><html lang="zh-CN"><meta charset="utf-8"><style>
@page { size: A4; margin: 32mm 26mm } body { font: 15pt/2 "WenQuanYi Micro Hei"; }
h1 { font-size: 20pt; text-align: center } p { text-indent: 2em; margin: 0 } .no { text-align: center; text-indent: 0 }
table { border-collapse: collapse; width: 100%; font-size: 12pt } td, th { border: 1px solid #000; padding: 4px 8px }
</style><h1>云汉县推进乡村建设三年行动{year}年实施方案</h1><p class="no">云政办发〔{year}〕12号</p>
<p>为推进乡村建设，制定本方案。全县实施“五网一站”建设，分解如下。</p>
<p>（一）路网。新建改建农村公路32公里，11月底前完工。（牵头单位：县交通局；完成时限：{year}年11月底）</p>
<p>（二）水网。新建农村供水工程14处，改造管网68公里。（牵头单位：县水利局；完成时限：{year}年12月底）</p>
<p>（三）电网。配合完成农村电网改造台区25个。（牵头单位：县发改局；完成时限：{year}年12月底）</p>
<p>（四）气网。新增天然气用户900户以上。（牵头单位：县住建局；完成时限：{year}年12月底）</p>
<p>（五）信息网。行政村千兆光纤覆盖率达到96%。（牵头单位：县工信商务局；完成时限：{year}年12月底）</p>
<p>（六）便民服务站。建成村级便民服务站40个。（牵头单位：县行政审批局；完成时限：{year}年10月底）</p>
<p>各单位每月25日前报送进展。任务完成一项、核实一项、销号一项。</p></html>"""


def sheet(path: Path) -> None:
    """A title over the table, a header of two rows, merged cells, groups and a subtotal, as offices make them."""
    book = xlsxwriter.Workbook(str(path))
    page = book.add_worksheet("任务分解表")
    head = book.add_format({"bold": True, "border": 1, "align": "center", "valign": "vcenter"})
    plain = book.add_format({"border": 1, "text_wrap": True})
    page.merge_range(0, 0, 0, 8, "云汉县2026年民生实事任务分解表", book.add_format({"bold": True, "font_size": 16}))
    for column, words in enumerate(("序号", "重点任务", "年度目标", "牵头单位", "配合单位", "包联领导", "完成时限")):
        page.merge_range(1, column, 2, column, words, head)
    page.merge_range(1, 7, 1, 8, "序时进度", head)
    page.write(2, 7, "6月底", head)
    page.write(2, 8, "9月底", head)
    for number, row in enumerate(ROWS, start=3):
        if len(row) == 1:
            page.merge_range(number, 0, number, 8, row[0], head)
            continue
        for column, words in enumerate(row):
            page.write(number, column, words, plain)
    page.set_column(1, 5, 22)
    book.close()


def main(argv: list[str]) -> int:
    folder = Path(argv[0]) if argv else Path(__file__).resolve().parent.parent / "samples"
    folder.mkdir(exist_ok=True)
    sheet(folder / "云汉县2026年民生实事任务分解表.xlsx")
    page = NOTICE.replace("{year}", "2026")
    (folder / "云汉县乡村建设2026年实施方案.pdf").write_bytes(weasyprint.HTML(string=page).write_pdf())
    print(f"{folder}：{', '.join(sorted(p.name for p in folder.iterdir()))}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
