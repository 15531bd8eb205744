"""Pages: the article and nothing but the article."""

from __future__ import annotations

import pytest

from taizhang.formats.door import open_document
from taizhang.formats.limits import Limits
from taizhang.formats.masthead import first_day
from taizhang.formats.refusals import Unreadable
from taizhang.formats.source import Source

_ARTICLE = """<p>　　云岭新闻网讯 今年以来，云岭县坚持项目为王，全年实施重点项目46个，总投资164.79亿元。</p>
<p><strong>一、产业转型</strong></p><p>　　年内完成造林3.2万亩，新建“六大基地”，推进光伏电站建设。</p>
<table border=1><tr><th>序号</th><th>任务</th><th>牵头单位</th></tr><tr><td>1</td><td>造林3.2万亩</td>
<td rowspan=2>林业局</td></tr><tr><td>2</td><td>管护<br>林地</td></tr></table>
<p>　　下一步，全县将紧盯年度目标，逐项销号。</p>"""
_PAGE = f"""<!DOCTYPE html><html><head><meta charset="utf-8"><title>云岭县：四季度攻坚-云岭新闻网</title>
<meta name="PubDate" content="2031-10-08 09:30"><meta name="ContentSource" content="云岭日报">
<style>p{{color:red}}</style></head><body>
<div class="nav"><ul><li><a href="/">首页</a></li><li><a href="/xw">新闻</a></li></ul></div>
<script>document.write("脚本里的话，绝不该出现，投资999亿元。")</script>
<div class="wrap"><div class="position">当前位置：<a>首页</a> &gt; <a>县区</a></div>
<div class="main"><h1>云岭县：四季度攻坚</h1>
<div class="info">2031-10-08 09:30　来源：云岭日报</div><div class="TRS_Editor">{_ARTICLE}
<p style="display:none">隐藏的一句话，不要。</p></div>
<div class="share">分享到：<a>微信</a></div></div>
<div class="right"><h3>相关新闻</h3><ul><li><a>某镇召开项目推进会议，部署下一步工作安排</a></li></ul></div></div>
<div class="footer">版权声明：凡本网注明来源的作品，未经授权不得转载。晋ICP备000号</div></body></html>"""


def _read(page: str, encoding: str = "utf-8") -> Source:
    return open_document(page.encode(encoding), "新闻.html")


def test_the_article_its_table_and_its_masthead() -> None:
    source = _read(_PAGE)
    assert source.text.split("\n") == [
        "云岭县：四季度攻坚",
        "2031-10-08 09:30　来源：云岭日报",
        "云岭新闻网讯 今年以来，云岭县坚持项目为王，全年实施重点项目46个，总投资164.79亿元。",
        "一、产业转型",
        "年内完成造林3.2万亩，新建“六大基地”，推进光伏电站建设。",
        "序号\t任务\t牵头单位",
        "1\t造林3.2万亩\t林业局",
        "2\t管护",
        "林地",
        "下一步，全县将紧盯年度目标，逐项销号。",
        "",
    ]
    assert (source.title, source.published, source.outlet) == ("云岭县：四季度攻坚", "2031-10-08", "云岭日报")
    cells = {c.span.of(source.text): (c.row, c.column, c.rows) for c in source.tables[0].cells}
    assert cells["林业局"] == (1, 2, 2)
    assert cells["管护\n林地"] == (2, 1, 1)


def test_scripts_are_neither_run_nor_read() -> None:
    script = "<script>alert('1')</script>"
    page = f"<body>{script}<p onclick='x()'>年内完成造林3.2万亩，新建园区两个。</p><noscript>无</noscript>"
    assert _read(page).text == "年内完成造林3.2万亩，新建园区两个。\n"


def test_a_page_laid_out_in_tables_with_line_breaks() -> None:
    page = """<html><body><table><tr><td><table><tr><td><a>首页</a></td><td><a>新闻</a></td></tr></table></td></tr>
    <tr><td><b>关于分解任务的通知</b><br>各乡镇：<br><br>　　一是完成造林3.2万亩，由林业局牵头，6月底前完成。<br>
    　　二是新建高标准农田2万亩，由农业农村局牵头。<br></td></tr></table></body></html>"""
    assert _read(page).text.split("\n") == [
        "关于分解任务的通知",
        "各乡镇：",
        "一是完成造林3.2万亩，由林业局牵头，6月底前完成。",
        "二是新建高标准农田2万亩，由农业农村局牵头。",
        "",
    ]


def test_a_page_that_calls_its_article_a_footer_is_still_read() -> None:
    page = "<body><div class='footer'><p>年内完成造林3.2万亩，新建园区两个，逐项销号。</p></div></body>"
    assert "造林3.2万亩" in _read(page).text


@pytest.mark.parametrize("declared", ["gb2312", "utf-8", ""])
def test_the_bytes_count_more_than_the_declared_charset(declared: str) -> None:
    page = f"<head><meta charset='{declared}'></head><body><p>年内完成造林三万亩，改造鎔炉两座，确保完成。</p></body>"
    assert _read(page, "gb18030").text == "年内完成造林三万亩，改造鎔炉两座，确保完成。\n"


def test_a_page_without_words() -> None:
    with pytest.raises(Unreadable) as caught:
        _read("<html><body><div><script>var a=1</script></div></body></html>")
    assert caught.value.code == "empty"


def test_a_fragment_named_html_is_a_page_and_piles_of_links_are_not_read() -> None:
    links = "<a href=x>某镇召开项目推进会议部署工作安排</a>" * 30
    assert _read(f"{links}<p>年内完成造林三万亩，新建园区两个。</p>").text == "年内完成造林三万亩，新建园区两个。\n"


def test_an_endless_page_is_refused() -> None:
    with pytest.raises(Unreadable) as caught:
        open_document(b"<p>abc</p>" * 300_000, "a.html", limits=Limits(page=1024 * 1024))
    assert (caught.value.code, caught.value.params) == ("too_large", {"size": 3, "limit": 1})


def test_depth_costs_no_stack() -> None:
    page = "<html><body>" + "<div>" * 5000 + "<p>年内完成造林三万亩，新建园区两个。</p>"
    try:
        assert "造林" in _read(page).text
    except Unreadable as refusal:
        assert refusal.code in {"empty", "damaged"}  # noqa: PT017 两种结果都是答复 both are answers


def test_a_page_saved_as_one_file() -> None:
    page = "<html><body><p>年内完成造林三万亩，新建园区两个。</p></body></html>"
    mhtml = (
        'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="b"\r\n\r\n--b\r\n'
        f'Content-Type: text/html; charset="gb2312"\r\nContent-Transfer-Encoding: 8bit\r\n\r\n{page}\r\n--b--\r\n'
    )
    source = open_document(mhtml.encode("gbk"), "网页.mht")
    assert (source.text, source.media) == ("年内完成造林三万亩，新建园区两个。\n", "html")


def test_the_first_real_day() -> None:
    assert first_day("编号 2031-99-99，2031年6月1日印发") == "2031-06-01"
    assert first_day("没有日期") == ""
