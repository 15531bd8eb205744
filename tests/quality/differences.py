"""公开题库里有意读得不同的题，按理由分组。Public cases read differently on purpose, grouped by the reason.

Money, shares and numbers: a pattern tells which cases a reason covers; every other case must be read as the suite says.
Times: the suite is mostly hours, weekdays and the lunar calendar, so what is ours is said first, as the forms in which
plans print time, and every case of such a form must be read as the suite says, save the few named.
"""

from __future__ import annotations

import re

REASONS: dict[str, tuple[tuple[str, str], ...]] = {
    "money": (
        (r"\d[kw]", "k and w are chat shorthand; offices write 千 and 万"),
        (r"^(?:三百万|肆佰叁拾萬|小于40万)$", "a bare figure has no unit, and no currency is invented for it"),
        (r"块|毛", "块 is a classifier of things in plans (30块标牌); spoken money is not written there"),
        (r"元(?:欧元|日币)|个亿", "a doubled or spoken currency"),
        (r"，\d{3}，|,\d{3}，", "mixed commas in one figure are more likely two figures"),
    ),
    "money found": ((r"\d[kw]", "k and w are chat shorthand"),),
    "currency": (
        (r"銭|又三美分", "foreign fractions of a coin"),
        (r"奈拉|比特币", "no currency of a Chinese plan"),
        (r"三块|三毛", "spoken money"),
        (r"兆", "兆 is mega on the mainland (兆瓦), never 10^12"),
        (r"\d{16}", "a figure of more than fifteen digits is a code"),
    ),
    "percent": (
        (r"折", "a discount is a price, not a share; 折 is no unit of a plan"),
        (r"成\s?六|半成|成半", "spoken tenths"),
        (r"[一-鿿\d] +[一-鿿\d.．]|\s{3}", "spaces inside a numeral: torn pages are joined by repair"),
        (r"[百千万萬]万分之|百万分之|千万分之", "shares below one in ten thousand are not written in plans"),
        (r"二三十", "we read a vague share as a vague amount, the suite drops it"),
        (r"[kKＫ]", "k is chat shorthand"),
        (r"[\d０-９]，[\d０-９]{3}", "a full-width comma between digits separates two figures in Chinese text"),
        (r"五百分之", "百分之 inside a fraction with another denominator"),
        (r"5-20%", "we read a range as one amount with both ends"),
    ),
    "number": (
        (r"[ek^/]|\d\s+\d", "powers, exponents and slashed fractions are no figures of a plan"),
        (r"打|倆|半百", "dozens and colloquial numerals"),
        (r"兆", "兆 is mega on the mainland"),
        (r"^-?\.", "a figure begins with a digit"),
        (r"两千三点一", "a digit before a decimal point stands where it is printed"),
        (r"\d m$", "m is metre"),
    ),
}  # fmt: skip


_NUMBER = r"(?:\d{1,2}|[一二三四五六七八九十]{1,3})"
_YEAR = r"(?:(?:\d{4}|[一二][零〇][零〇一二三四五六七八九]{2})年|今年|明年|后年|去年|前年|本年度?|当年)"
_MONTH = rf"{_NUMBER}月份?"
_DATE = rf"{_MONTH}(?:{_NUMBER}[日号]|[上中下]旬|底|末|初)?"
_PART = rf"(?:{_DATE}|[上下]半年|第?[一二三四1-4]季度[末底]?|年?[底末]|年初)"
_POINT = rf"(?:{_YEAR}?{_PART}|{_YEAR}|\d{{4}}-\d{{1,2}}-\d{{1,2}})"
PLANNING = re.compile(
    rf"{_POINT}(?:之前|以前|前)?|{_POINT}[至到—~-]{{1,2}}{_POINT}"
    rf"|{_YEAR}?{_NUMBER}月{_NUMBER}[日号]?[至到—~-]{{1,2}}{_NUMBER}[日号]"
    rf"|(?:{_NUMBER}|半)(?:个月|天|年|周)(?:以|之)?内|(?:今后|未来){_NUMBER}(?:年|个月)"
)

EXCEPTIONS = {
    r"年初": "the suite takes 年初 for two months; January until somebody says otherwise",
    r"(?:今后|未来).*": "今后五年 counts this year in: said in 2021 it ends with 2025 (SEED_TABLE B29)",
    r".*初(?:之前|以前|前)?": "the suite takes 月初 for five days; the month until somebody says otherwise",
}


def planning(text: str) -> bool:
    """Whether the words are of a form in which plans print time, and no exception names them."""
    return bool(PLANNING.fullmatch(text)) and not any(re.fullmatch(pattern, text) for pattern in EXCEPTIONS)


def reason(suite: str, text: str) -> str:
    """Why a case is read differently, empty where no reason covers it."""
    return next((why for pattern, why in REASONS.get(suite, ()) if re.search(pattern, text)), "")
