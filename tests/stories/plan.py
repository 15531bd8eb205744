"""故事用的计划：自己写的，带着网页转载的毛病。The plan of the story: our own, with the defects of reposted pages."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

from docx import Document

from taizhang.store import clock

if TYPE_CHECKING:
    from playwright.sync_api import FilePayload

YEAR = clock.today().year + 1
"""Next year's plan, so that nothing of it is due while the story runs."""
NAME = f"云汉县{YEAR}年生态和民生重点工作安排"
TREES = "营造水土保持林2.4万亩"
RAW_TREES = "營造水土保持林2.4萬畝"
PONDS = "整修山塘8座"
PIPES = "新建污水管网12公里"
CENTRE = "建成东坡便民服务中心"
GUARDS = "培训护林员300人次"
TOWERS = "新建防火瞭望塔6座"
PARKING = "修建村级停车场15处"
AGAIN = "确保水土保持林2.4万亩全部栽完"
LINES = (
    f"云政发〔{YEAR}〕7号",
    "为办好今年的实事，现作如下安排。各单位要把每一项定到单位、定到月份。",
    "一、生态建设",
    f"推進生態(tài)治理，{RAW_TREES}，鄉(xiāng)鎮要逐塊落實到戶。"
    f"（牽頭單位：縣林業(yè)局；責任單位：柳坪鎮；完成時限：{YEAR}年11月底）",
    f"{PONDS}。（牵头单位：县水利局；完成时限：{YEAR}年10月底）",
    f"{GUARDS}。",
    f"{TOWERS}。",
    "二、民生实事",
    f"{PIPES}。（牵头单位：县住建局；完成时限：{YEAR}年12月底）",
    f"{CENTRE}。（牵头单位：县行政审批局；完成时限：{YEAR}年9月底）",
    f"{PARKING}。",
    "三、抓好落实",
    f"今年要{AGAIN}。",
    "过去一年，全县营造生态林9.8万亩，同比增长12%。",
    "各单位每月25日前报送进展，完成一项、核实一项、销号一项。",
)


def plan() -> bytes:
    """The DOCX an office would send round."""
    paper, out = Document(), BytesIO()
    paper.add_heading(NAME, level=0)
    for line in LINES:
        if line[1] == "、":
            paper.add_heading(line, level=1)
        else:
            paper.add_paragraph(line)
    paper.save(out)
    return out.getvalue()


def upload() -> FilePayload:
    """The plan as a browser hands it over."""
    return {"name": f"{NAME}.docx", "mimeType": "application/octet-stream", "buffer": plan()}
