"""Secrecy marks are marks; the same words in a sentence are words."""

import pytest

from taizhang.reading.secrecy import mark


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("机密★1年\n××县重点工作", "classified"),
        ("  绝 密  \n关于", "classified"),
        ("密级：秘密\n关于", "classified"),
        ("正文\n（秘密）\n正文", "classified"),
        ("內容\n機密☆三年", "classified"),
        ("内部资料 注意保存\n关于", "internal"),
        ("密级：内部", "internal"),
        ("工作秘密\n关于", "internal"),
    ],
)
def test_marks(text: str, level: str) -> None:
    found = mark(text)
    assert found is not None
    assert found.level == level
    assert found.at.of(text).strip() == found.printed


@pytest.mark.parametrize(
    "text",
    [
        "依法保护商业秘密和个人隐私。",
        "学习贯彻保守国家秘密法",
        "机密机加工产业园开工",
        "县委内部巡察覆盖率100%",
        "内部控制制度",
    ],
)
def test_words_are_no_marks(text: str) -> None:
    assert mark(text) is None
