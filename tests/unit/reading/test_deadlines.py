"""Planning time against the document's own date."""

import pytest

from taizhang.reading.clock import Clock
from taizhang.reading.deadlines import clock, deadlines
from taizhang.reading.findings import Deadline, Meta
from taizhang.text.span import Span

MARCH = Clock(2024, 3, 20)


def read(text: str, now: Clock = MARCH) -> Deadline:
    (found,) = deadlines(text, Span(0, len(text)), now)
    return found


RESOLVED = {
    "今年": "2024",
    "年内": "2024",
    "全年": "2024",
    "年底前": "2024-12",
    "上半年": "2024-06",
    "三季度末": "2024-09",
    "前三季度": "2024-09",
    "6月底前": "2024-06",
    "九月底": "2024-09",
    "8月15日": "2024-08-15",
    "1-10月份": "2024-10",
    "2025年6月底前": "2025-06",
    "到2025年": "2025",
    "明年6月": "2025-06",
    "2024-10-01": "2024-10-01",
    "2023—2025年": "2025",
    "“十四五”期间": "2025",
    "“十五五”末": "2030",
    "国庆节前": "2024-10-01",
    "元旦前": "2025-01-01",
    "3个月内": "2024-06-20",
    "半年内": "2024-09-20",
    "10天内": "2024-03-30",
    "今后五年": "2028",
    "下月底前": "2024-04",
    "6月上旬": "2024-06-10",
    "2024年8月11日至8月22日": "2024-08-22",
    "2023年9月至2024年4月": "2024-04",
    "4月12-19日": "2024-04-19",
    "1月至9月": "2024-09",
}


@pytest.mark.parametrize(("words", "until"), RESOLVED.items())
def test_the_words_end_on_a_partial_date(words: str, until: str) -> None:
    found = read(f"，{words}，")
    assert (found.printed, str(found.until)) == (words, until)
    assert found.question is False


def test_a_span_of_time_has_a_beginning_too() -> None:
    for words, since in [
        ("上半年", "2024-01"),
        ("“十四五”期间", "2021"),
        ("1-10月", "2024-01"),
        ("即日起", "2024-03-20"),
    ]:
        assert str(read(words).since) == since


@pytest.mark.parametrize(
    "words", ["尽快", "早日", "立即", "5个工作日内", "春节前", "汛期前", "6月前", "自项目批准之日起"]
)
def test_what_has_no_certain_date_is_a_question(words: str) -> None:
    assert read(words).question


def test_spring_festival_of_an_autumn_paper_is_next_year() -> None:
    found = read("春节前", Clock(2023, 11, 2))
    assert (str(found.until), found.basis) == ("2024", "festival")


def test_without_any_year_the_words_resolve_to_nothing() -> None:
    found = read("年内", Clock(0))
    assert (found.until, found.question, found.basis) == (None, True, "none")


def test_the_basis_tells_printed_from_counted() -> None:
    assert read("2025年底").basis == "printed"
    assert read("年底").basis == "document"
    inferred = clock(Meta(Span(0, 0), year=2022, year_basis="inferred"))
    assert read("年底", inferred).basis == "inferred"


def test_the_clock_stands_at_the_publication() -> None:
    assert clock(Meta(Span(0, 0), published="2023-02-25", year=2023, year_basis="published")) == Clock(2023, 2, 25)


@pytest.mark.parametrize("text", ["三农", "三年行动", "第一季", "日前", "近年来", "建党100周年", "十四五规划"])
def test_what_is_no_planning_time_is_left_alone(text: str) -> None:
    assert deadlines(text, Span(0, len(text)), MARCH) == ()
