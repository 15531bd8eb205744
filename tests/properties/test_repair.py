"""What holds of repair on any text."""

import re
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from taizhang.text.repair import repair

SCRAPS = re.split(
    "[ \n]",
    """發(fā)展 經(jīng)濟 項（xiàng）目 標志著 著名 乾縣 们 发 这 青禾县 2026年 ８．５％ ⼭⻄ ,, ，， 、 ， 。 ？ ?,
?！ ?h ！迸R \u00a0 \u200b <U+00A0> &nbsp; 通 讯 员 记者 王 川 [www.example.com] ( ) （ fā) 們?cè)缇驼J(rèn)
\ue123 \ufffd 歡迎 后 縣縣 臺灣 “ ” F h R P""",
)
SCRAPS += [" ", "\n", "\u3000"]
texts = st.lists(st.one_of(st.sampled_from(SCRAPS), st.text(max_size=4)), max_size=25).map("".join)


@settings(deadline=None)
@given(texts)
def test_edits_replay_to_the_repaired_text(source: str) -> None:
    found = repair(source)
    assert found.source == source
    assert found.edits.apply(source) == found.text
    assert all(e.new != e.span.of(source) for e in found.edits.items)


@settings(deadline=None)
@given(texts)
def test_repair_is_idempotent(source: str) -> None:
    once = repair(source).text
    assert repair(once).text == once


@settings(deadline=None)
@given(texts)
def test_every_edit_and_mark_lies_in_the_source(source: str) -> None:
    found = repair(source)
    assert all(e.span.end <= len(source) and len(e.span) for e in found.edits.items)
    assert all(m.span.end <= len(source) and len(m.span) for m in found.marks)


@given(
    st.text(
        st.sampled_from("今年完成生态造林三万亩新建标准地八百项目投资增长改善民生，。、；：？！“”《》\n0123456789.%"),
        max_size=200,
    )
)
def test_clean_simplified_text_comes_back_unchanged(source: str) -> None:
    clean = source.replace("，，", "，").replace("。。", "。")
    # 停顿后面不会再停顿；问叹号后面也不会 no clean text pauses twice on end, nor after ？ or ！
    if not any(a in "，、；：。？！" and b in "，、；：。" for a, b in pairwise(clean)):
        assert repair(clean).text == clean
