"""Numerals are read exactly or refused."""

from fractions import Fraction

import pytest

from taizhang.text.numerals import NotANumeral, Numeral, numeral, value

EXACT = {
    "三千六百": 3600,
    "17.92亿": 1792000000,
    "两": 2,
    "5億1萬4千6百": 500014600,
    "二〇二五": 2025,
    "一百零五": 105,
    "九万四": 94000,
    "三百五": 350,
    "三十万亿": 30 * 10**12,
    "1亿2000万": 120000000,
    "拾億零六萬零五百零六": 1000060506,
    "1,234.5": Fraction(2469, 2),
    "十五点七": Fraction(157, 10),
    "三点五万": 35000,
    "负3.9": Fraction(-39, 10),
    "一百分之2": Fraction(1, 50),
    "８．５": Fraction(17, 2),
    "十": 10,
    "万": 10000,
}


@pytest.mark.parametrize(("text", "figure"), EXACT.items())
def test_a_numeral_has_one_exact_value(text: str, figure: int | Fraction) -> None:
    assert value(text) == figure


@pytest.mark.parametrize("text", ["", "造林", "三点", "3个", "二 又分之三"])
def test_what_is_no_numeral_is_refused(text: str) -> None:
    with pytest.raises(NotANumeral):
        value(text)


VAGUE = {
    "十几": Numeral(Fraction(10), about=True),
    "1500余": Numeral(Fraction(1500), about=True),
    "30余万": Numeral(Fraction(300000), about=True, scale="万"),
    "数十": Numeral(Fraction(10), Fraction(100), about=True),
    "三四十": Numeral(Fraction(30), Fraction(40), about=True),
    "十五六": Numeral(Fraction(15), Fraction(16), about=True),
    "二十三": Numeral(Fraction(23)),
    "1.66万": Numeral(Fraction(16600), scale="万"),
}


@pytest.mark.parametrize(("text", "expected"), VAGUE.items())
def test_vagueness_is_kept(text: str, expected: Numeral) -> None:
    assert numeral(text) == expected
