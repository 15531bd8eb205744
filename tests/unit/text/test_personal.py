"""Personal numbers are found by their check digit, and masked."""

import pytest

from taizhang.text.personal import masked, personal_numbers


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("身份证号11010519491231002X。", ["identity"]),
        ("身份证号110105194912310021。", []),
        ("电话 138-1234-5678", ["mobile"]),
        ("总投资13812345678.5元", []),
        ("编号9913812345678", []),
        ("造林10.3万亩，投资14300000000元", []),
    ],
)
def test_found(text: str, kinds: list[str]) -> None:
    assert [n.kind for n in personal_numbers(text)] == kinds


def test_masked_keeps_the_rest() -> None:
    assert masked("甲13812345678乙11010519491231002X丙") == "甲138******78乙110*************2X丙"
