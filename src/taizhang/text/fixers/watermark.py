"""夹进正文的水印：采集站插在句子中间的网址、“本文来自…”之类；作者自己写的网址不动。

Tokens that scrapers inject in the middle of sentences; an address the author gives stays.
"""

from __future__ import annotations

import re

from taizhang.text.change import Change
from taizhang.text.hanzi import HAN
from taizhang.text.page import Page

_SITE = (
    r"(?:https?://)?(?:[wW]{3}|[ｗＷ]{3})[.．。][A-Za-z0-9-]{2,30}[.．。]"
    r"(?i:com|net|org|cn|cc|info)(?:[.．。][cC][nN])?/?"
)
_OPEN, _CLOSE = "[\\[【(（《<〈_#*]", "[\\]】)）》>〉_#*]"
_WRAPPED = re.compile(
    rf"(?<=[{HAN}，。、；,;”）)])\s?{_OPEN}{{1,2}}\s?{_SITE}\s?{_CLOSE}{{1,2}}\s?(?=[{HAN}，。、；,;“（(])"
)
# 裸网址只在夹在两个汉字之间、前面又不像在引网址时才删
_BARE = re.compile(rf"(?<=[{HAN}])(?<![址站网：为是见问录陆至])\s?{_SITE}\s?(?=[{HAN}])(?![网站])")
_PHRASES = re.compile(
    r"(?:内容来自dedecms|本文来自织梦|织梦好，好织梦|织梦内容管理系统|copyright dedecms"
    r"|本文来源于?[a-zA-Z0-9.]{4,30}请勿采集|内容来自[a-zA-Z0-9.]{4,30}请勿采集[!！。]?"
    r"|此资料由网络收集而来，如有侵权请告知上传者立即删除。资料共分享，我们负责传递知识。)"
)


def fix(page: Page) -> list[Change]:
    """``推进项目[www.example.com]建设`` -> ``推进项目建设``."""
    text, found = page.text, list[Change]()
    if re.search("(?i)www|ｗｗｗ", text):
        found += (Change(m.start(), m.end(), "", "watermark") for m in _WRAPPED.finditer(text))
        wrapped = {c.start for c in found}
        found += (Change(m.start(), m.end(), "", "watermark") for m in _BARE.finditer(text) if m.start() not in wrapped)
    if "dedecms" in text or "织梦" in text or "请勿采集" in text or "此资料由网络" in text:
        found += (Change(m.start(), m.end(), "", "watermark") for m in _PHRASES.finditer(text))
    return _apart(sorted(found))


def _apart(changes: list[Change]) -> list[Change]:
    kept: list[Change] = []
    for change in changes:
        if not kept or change.start >= kept[-1].end:
            kept.append(change)
    return kept
