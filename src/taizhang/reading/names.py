"""人名：以姓氏开头的两到四个字。Persons' names: two to four letters that begin with a family name."""

from __future__ import annotations

import re

from taizhang.reading.lexicon import words

_DOUBLE = "|".join(sorted(word for word in words("surnames") if len(word) > 1))
_SINGLE = "".join(sorted(word for word in words("surnames") if len(word) == 1))
SURNAME = f"(?:{_DOUBLE}|[{_SINGLE}])"
HAN = r"[\u4e00-\u9fff]"

_SPEAKING = (
    "表示|说|介绍|强调|指出|认为|告诉|坦言|讲道|谈到|接受|要求|在接受|在致辞|在会上|在讲话|代表|作|"
    "主持|出席|宣布|带队|率队|一行|深入|来到|到|就|向|对|为|围绕|结合|透露|称|向记者"
)
AFTER_NAME = rf"(?=[的是\s，,。：:;；、“”()（）!！?？》】]|$|{_SPEAKING})"
_NAME = re.compile(
    rf"(?P<name>{SURNAME}{HAN}{{1,2}}?){AFTER_NAME}|(?P<spaced>{SURNAME}[ \u3000]{{1,2}}{HAN})(?={AFTER_NAME})"
)


def name_at(text: str, place: int) -> str:
    """The name that begins at ``place``, empty where none does."""
    hit = _NAME.match(text, place)
    if hit is None:
        return ""
    return hit["name"] or re.sub(r"\s", "", hit["spaced"])
