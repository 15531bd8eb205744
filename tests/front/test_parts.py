"""部件：余额条、灯、四账、数、日期、分页、表单。Parts: bars, lights, accounts, figures, dates, pages, forms."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from django.template import RequestContext, Template
from django.test import RequestFactory
from django.utils import translation

from taizhang.ledger.dates import PartialDate
from taizhang.ledger.quantity import parse
from taizhang.store import clock
from taizhang.web import days, figures, lights, stages
from taizhang.web.bars import Bar
from taizhang.web.desks.help.samples import SampleForm
from taizhang.web.paging import Page, Window, page_number, page_of


def drawn(text: str, **names: Any) -> str:
    request = RequestFactory().get("/list/", names.pop("query", {}))
    return Template(text).render(RequestContext(request, names))


def test_figures_are_grouped_signed_and_padded() -> None:
    assert figures.figure("1286") == "1,286"
    assert figures.figure(999) == "999"
    assert figures.figure(Decimal("1234567.50")) == "1,234,567.50"
    assert figures.figure("10.3", 2) == "10.30"
    assert figures.figure(-2) == "−2"
    assert figures.figure(parse("10.3", "万亩"), 2) == "10.30"
    assert figures.figure(None) == "—"
    assert figures.signed("0.14") == "+0.14"
    assert figures.signed("-0.08") == "−0.08"
    assert figures.figure("不明") == "不明"


def test_half_is_rounded_away_from_zero() -> None:
    assert figures.rounded(Fraction(25, 1000), 2) == "0.03"
    assert figures.rounded(Fraction(-25, 1000), 2) == "-0.03"
    assert figures.rounded(Fraction(-1, 1000), 1) == "0.0"


def test_a_rate_brings_numerator_and_denominator() -> None:
    assert figures.percent(21, 146) == "14.4%（21 / 146）"
    assert figures.rate(99999, 100000) == "99.9%"
    assert figures.rate(1, 0) == "—"
    with translation.override("en"):
        assert figures.percent(1210, 2100) == "57.6% (1,210 / 2,100)"


def test_dates_say_what_they_know() -> None:
    with clock.stopped(datetime(2026, 9, 18, 9, 12)):  # noqa: DTZ001  stopped() 当作北京时间 taken as Asia/Shanghai
        assert days.day(date(2026, 9, 18)) == "9月18日"
        assert days.day(date(2025, 12, 31)) == "2025年12月31日"
        assert days.day(PartialDate(2026, 9)) == "9月"
        assert days.day(PartialDate(2027, 3)) == "2027年3月"
        assert days.day(PartialDate(2026)) == "2026年"
        assert days.moment(datetime(2026, 9, 18, 1, 12, tzinfo=UTC)) == "9月18日 9:12"
        assert days.day(datetime(2026, 9, 18, 23, 0, tzinfo=UTC)) == "9月19日"
        with translation.override("en"):
            assert days.day(date(2026, 9, 18)) == "18 Sep"
            assert days.long_day(date(2026, 9, 18)) == "18 Sep 2026"
    assert days.stamp(date(2026, 9, 17)) == "2026.09.17"
    assert days.weekday(date(2026, 9, 21)) == "周一"
    assert days.field_day(None) == ""


def test_the_bar_draws_the_shares_of_the_design() -> None:
    bar = Bar("10.30", "6.42", "5.80", "7.21", "万亩")
    assert (bar.target_at, bar.claimed_at, bar.verified_at, bar.planned_at) == ("100.00%", "62.33%", "56.31%", "70.00%")
    assert bar.label == "目标 10.30 万亩，已核 5.80，已报 6.42，今日应到 7.21"
    assert not bar.over


def test_beyond_the_target_the_scale_grows_and_the_target_is_marked() -> None:
    bar = Bar("2100", "2260", "2010", "1890", "人")
    assert (bar.target_at, bar.claimed_at, bar.over) == ("92.92%", "100.00%", True)
    assert drawn("{% balance bar %}", bar=bar).count('class="p"') == 2


def test_nothing_reported_is_not_zero() -> None:
    bar = Bar("28", unit="公里")
    assert bar.claimed_text == "未报"
    assert bar.label == "目标 28 公里，已核 0，已报 未报"
    assert 'class="pt"' not in drawn("{% balance bar %}", bar=bar)


def test_a_target_of_zero_draws_an_empty_bar() -> None:
    assert Bar("0", "0", "0", None, "起").verified_at == "0.00%"


def test_bars_come_in_three_sizes() -> None:
    bar = Bar("46.5", "29.8", "24.1", "33.0", "亿元")
    assert '<span class="bal"><svg' in drawn("{% balance bar %}", bar=bar)
    row = drawn('{% balance t verified="24.1" claimed="29.8" planned="33" unit="亿元" size="in" %}', t="46.5")
    assert '<span class="bal bal-in"><span class="fv"' in row
    assert "33.0" in row
    large = drawn('{% balance bar size="lg" %}', bar=bar)
    assert "未核 5.7 亿元" in large
    assert "按已核还差 22.4 亿元" in large


def test_ledger_quantities_bring_their_unit() -> None:
    amount = parse("10.3", "万亩")
    assert drawn("{% quantity q %}", q=amount) == '<span class="num">10.3<span class="u">万亩</span></span>'
    assert "目标 10.3 万亩" in drawn("{% balance q claimed=q %}", q=amount)
    assert drawn('{% quantity q "亩" %}', q=None) == '<span class="muted">未报</span>'


@pytest.mark.parametrize("colour", ["red", "amber", "green", "done", "grey"])
def test_every_colour_of_the_ledger_has_shape_and_word(colour: str) -> None:
    found = lights.light_of(colour)
    assert f'href="#lt-{found.letter}"' in drawn("{% light c %}", c=colour)
    assert str(found.word) in drawn("{% light c %}", c=colour)


def test_marks_are_worst_first_and_become_a_stack_above_24() -> None:
    few = drawn("{% marks c %}", c={"green": 2, "red": 1})
    assert 'aria-label="滞后 1，正常 2"' in few
    assert few.index("#lt-r") < few.index("#lt-g")
    many = drawn("{% marks c %}", c={"green": 20, "amber": 5})
    assert 'class="stack"' in many
    assert 'width="20.00%"' in many
    assert "—" in drawn("{% marks c %}", c={})


@pytest.mark.parametrize("current", ["open", "deliver", "verify", "close"])
def test_the_four_accounts_show_where_it_stands(current: str) -> None:
    steps = stages.steps(current)
    assert [s.account for s in steps if s.state == "now"] == [current]
    assert 'class="now"' in drawn("{% four c %}", c=current)


def test_closed_is_vermilion_and_ended_is_blank() -> None:
    assert 'class="x"' in drawn('{% four "closed" %}')
    assert {s.state for s in stages.steps("end")} == {"future"}


def test_the_difference_says_its_basis() -> None:
    shown = drawn('{% gap "-13.7" by="verified" %}')
    assert shown == '<span class="num"><span class="by">核</span>−13.7<span class="u">点</span></span>'
    assert "—" in drawn("{% gap None %}")


def test_what_people_write_is_escaped() -> None:
    bad = "<b>&"
    for tag in ('{% anchor "#s" bad %}', "{% quantity 1 bad %}", "{{ bad|figure }}"):
        assert "<b>" not in drawn(tag, bad=bad)


def test_digests_are_shortened() -> None:
    digest = "sm3:5ad077f1" + "0" * 48 + "c03e"
    assert drawn("{{ d|digest }}", d=digest) == "sm3:5ad0 77f1 … c03e"
    assert drawn("{{ d|head_digest }} {{ d|tail }}", d=digest) == "5ad0…c03e …c03e"


def test_pages_are_counted() -> None:
    page = page_of(list(range(583)), 99)
    assert (page.number, page.first_row, page.last_row, page.next) == (12, 551, 583, None)
    assert Page((), 6, 583).near == [1, None, 4, 5, 6, 7, 8, None, 12]
    assert Page((), 1, 0).last_row == 0
    assert page_of([], 1).first_row == 0


@pytest.mark.parametrize(("given", "number"), [("3", 3), ("0", 1), ("-1", 1), ("x", 1), ("９", 1), ("9" * 40, 1)])
def test_a_page_number_from_outside_is_never_trusted(given: str, number: int) -> None:
    assert page_number(RequestFactory().get("/", {"page": given})) == number


def test_the_pager_keeps_the_filters() -> None:
    shown = drawn("{% pager page %}", page=Page((), 2, 583), query={"unit": "lyj", "page": "2"})
    assert "unit=lyj" in shown
    assert "page=3" in shown
    assert 'aria-current="page">2<' in shown
    assert drawn("{% pager page %}", page=Page((), 1, 3)).strip() == ""
    assert "before=k1" in drawn("{% pager w %}", w=Window((), older="k1"))


def test_a_head_sorts_one_way_then_the_other() -> None:
    assert 'href="?sort=due"' in drawn('{% sortable "due" "时限" %}')
    once = drawn('{% sortable "due" "时限" %}', query={"sort": "due", "page": "4"})
    assert 'aria-sort="ascending"' in once
    assert "sort=-due" in once
    assert "page" not in once
    assert 'aria-sort="descending"' in drawn('{% sortable "due" "时限" %}', query={"sort": "-due"})


def test_a_wrong_field_is_tied_to_its_reason() -> None:
    form = SampleForm({"amount": "6.10"})
    shown = drawn('{% errors form %}{% field form.amount unit="万亩" hint="填累计。" %}', form=form)
    assert 'aria-invalid="true"' in shown
    assert 'aria-describedby="id_amount_hint id_amount_error"' in shown
    assert 'id="id_amount_error"' in shown
    assert '<a href="#id_amount">' in shown
    assert "<span>万亩</span>" in shown
    assert 'class="form-control"' in shown
    assert drawn("{% errors form %}", form=SampleForm()).strip() == ""
