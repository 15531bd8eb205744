"""拉开的字：“通 讯 员”“记者 王 洋”合拢；只认得出的称谓和跟在称谓后的姓名才动。

Words spaced out for looks: known labels, and the names that follow them.
"""

from __future__ import annotations

import re

from taizhang.text.change import Change
from taizhang.text.hanzi import HAN
from taizhang.text.page import Page

_LABELS = re.compile(r"\S+").findall(
    "通讯员 通訊員 特约记者 实习记者 本报记者 本報記者 记者 記者 责任编辑 責任編輯 编辑 編輯 来源 來源 作者 "
    "摄影 攝影 审核 监制 编审 校对 责编 政府工作报告 工作报告 目录 附件 前言 摘要 通知 公告 公示 通报 "
    "决定 意见 方案 命令 签发人 主题词 抄送 印发 附表 备注"
)
_GAP = "[ \u3000]{1,12}"


def _spread(word: str) -> str:
    return _GAP.join(word)


# 两边不得是汉字：“记 者”可合，“笔记 者”不可 nothing of a longer word may be cut
_WORD = re.compile(rf"(?<![{HAN}])(?:{'|'.join(_spread(w) for w in _LABELS)})(?![{HAN}])")
_SURNAMES = (
    "王李张張刘劉陈陳杨楊黄黃赵趙周吴吳徐孙孫马馬朱胡郭何高林罗羅郑鄭梁谢謝宋唐许許韩韓冯馮邓鄧曹彭曾肖蕭田董潘袁蔡蒋蔣余于杜叶葉程魏苏蘇吕呂"
    "丁任卢盧姚沈钟鍾姜崔谭譚陆陸范汪廖石金韦韋贾賈夏付傅方邹鄒熊白孟秦邱侯江尹薛闫閻段雷龙龍黎史陶贺賀毛郝顾顧龚龔邵万萬覃武钱錢戴严嚴莫孔向常汤湯康易乔喬赖賴文"
)
_NAME = re.compile(
    rf"(?:记者|通讯员|訊員|記者|编辑|作者|摄影|审核|监制|校对|責編|责编|編輯)[:：]?[ \u3000]{{1,4}}"
    rf"(?P<name>[{_SURNAMES}][ \u3000]{{1,2}}[{HAN}])(?![{HAN}])"
)
_BLANK = re.compile("[ \u3000]+")
_TRIGGERS = frozenset(" \u3000")


def fix(page: Page) -> list[Change]:
    """``通 讯 员 王 洋`` -> ``通讯员 王洋``."""
    if page.alphabet.isdisjoint(_TRIGGERS) or not _spaced(page.text):
        return []
    found = [
        Change(m.start(), m.end(), _BLANK.sub("", m[0]), "spacing")
        for m in _WORD.finditer(page.text)
        if " " in m[0] or "\u3000" in m[0]
    ]
    found += (Change(*m.span("name"), _BLANK.sub("", m["name"]), "spacing") for m in _NAME.finditer(page.text))
    return sorted(found)


_LONE = re.compile(rf"(?<![{HAN}])[{HAN}][ \u3000]{{1,12}}[{HAN}](?![{HAN}])")


def _spaced(text: str) -> bool:
    return _LONE.search(text) is not None
