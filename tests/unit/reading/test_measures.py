"""Amounts: what counts, what does not, and how it is bound. Sentences are our own."""

from fractions import Fraction

import pytest

from taizhang.reading.measures import measures
from taizhang.text.span import Span


def read(text: str) -> list[tuple[str, object, str, str]]:
    found = measures(text, Span(0, len(text)))
    return [
        (m.at.of(text), int(m.value) if m.value.denominator == 1 else float(m.value), m.unit, m.bound) for m in found
    ]


COUNTED = {
    "全年造林1500余亩": [("1500余亩", 1500, "亩", "approx")],
    "关停年产120万吨以上的矿井": [("120万吨以上", 1200000, "吨", "ge")],
    "总投资17.92亿元的13个项目": [("17.92亿元", 1792000000, "元", "eq"), ("13个", 13, "个", "eq")],
    "增长8.5%左右，提高2.1个百分点": [("8.5%左右", 8.5, "%", "approx"), ("2.1个百分点", 2.1, "个百分点", "eq")],
    "绿化三条通道": [("三条", 3, "条", "eq")],
    "培育四大产业集群": [("四大", 4, "大", "eq")],
    "考核排名全市第2。": [("第2", 2, "位", "eq")],
    "综合成绩位居全省第一，": [("第一", 1, "位", "eq")],
    "建设2×15万吨生产线": [("2×15万吨", 300000, "吨", "eq")],
    "引进不少于10家企业": [("不少于10家", 10, "家", "ge")],
    "近百家企业、上千户农户": [("近百家", 100, "家", "approx"), ("上千户", 1000, "户", "ge")],
    "增速达到百分之八点五以上": [("百分之八点五以上", 8.5, "%", "ge")],
    "完成投资 546 万元": [("546 万元", 5460000, "元", "eq")],
    "PM2.5浓度降至26.3微克/立方米": [("26.3微克/立方米", 26.3, "微克/立方米", "eq")],
    "同比增长-3.2%": [("-3.2%", -3.2, "%", "eq")],
    "按20年一遇标准设防": [("20年", 20, "年", "eq")],
    "压缩至3个工作日": [("3个工作日", 3, "个工作日", "eq")],
    "编印一本《办事指南》": [("一本", 1, "本", "eq")],
    "补助123元1角1分": [("123元1角1分", 123.11, "元", "eq")],
    "装机300万千瓦": [("300万千瓦", 3000000, "千瓦", "eq")],
    "投入￥300万": [("￥300万", 3000000, "元", "eq")],
}


@pytest.mark.parametrize(("text", "expected"), COUNTED.items())
def test_an_amount_is_read_with_its_bound(text: str, expected: list[tuple[str, object, str, str]]) -> None:
    assert read(text) == expected


NOT_COUNTED = [
    "2021年3月23日，今后五年和今后15年",
    "一是修路，第一，第二产业，第一中学",
    "坚持“463”思路，落实‘1355’战略",
    "“十四五”期间，国道341线改建",
    "市委四届十次全会和建党100周年",
    "四梁八柱初见雏形，一步一个脚印",
    "安全生产三年行动，3年内见效",
    "完成一项、销号一项，下放一批权限",
    "创建3A级景区，一网通办",
    "实施十大工程和“六大基地”",
    "第54次常务会议，第九期活动",
    "国发〔2019〕3号，电话0358-6322410",
    "把安全放在第一位，第一时间报告",
    "1-10月、6月底、8月15日",
    "《关于做好3件实事的通知》",
    "每万人、每百户",
    "五台山景区，七台河市，三门县",
    "推进二期工程和PM2.5个别超标治理",
    "报告中四次提到我县",
    "牢牢把握五个“必须坚持”",
]


@pytest.mark.parametrize("text", NOT_COUNTED)
def test_dates_names_ordinals_and_idioms_count_nothing(text: str) -> None:
    assert read(text) == []


def test_a_range_is_one_amount() -> None:
    for text, low, high, unit in [
        ("新建3-5个", 3, 5, "个"),
        ("由20%到30%", 20, 30, "%"),
        ("3—5万亩", 30000, 50000, "亩"),
        ("七八十户", 70, 80, "户"),
    ]:
        (found,) = measures(text, Span(0, len(text)))
        assert (found.value, found.value_to, found.unit) == (Fraction(low), Fraction(high), unit)


def test_the_multiplier_as_printed_is_kept() -> None:
    (found,) = measures("造林1.66万亩", Span(0, 7))
    assert (found.scale, found.value) == ("万", 16600)


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("总投资3亿元", "investment"),
        ("年产能5万吨", "capacity"),
        ("力争新增就业300人", "target"),
        ("累计完成清淤300公里", "result"),
        ("居全市第3位", "rank"),
        ("同比增长5%", "growth"),
        ("甲乙丙30户", "count"),
    ],
)
def test_an_amount_knows_what_it_is_for(text: str, role: str) -> None:
    assert [m.role for m in measures(text, Span(0, len(text)))] == [role]


def test_only_the_body_is_read() -> None:
    assert measures("来源3个。完成5项。", Span(5, 10))[0].at == Span(7, 9)
