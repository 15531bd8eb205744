"""分行：每一行是标题、来源行、导航、署名，还是正文。What each line is."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from taizhang.text.span import Span

LineKind = Literal["blank", "nav", "dated", "byline", "number", "salute", "tail", "title", "heading", "prose", "date"]


@dataclass(frozen=True, slots=True)
class Line:
    """A line without its outer spaces."""

    at: Span
    kind: LineKind


_PROSE_FROM = 45
_TITLE_AT_MOST = 70
_DAY = r"(?:19|20)\d{2}\s?[-/.年]\s?\d{1,2}\s?[-/.月]\s?\d{1,2}\s?日?"
_NAV = re.compile(
    r"(?:[^|｜\n]{1,12}[|｜]){3,}|您?(?:所在|当前|现在)的?位置|首页\s*[>＞»-]|^(?:首页|返回|设为首页|加入收藏|星期.?|登录|注册|[•·]?\s*(?:无障碍|长[辈者]|适老|关怀版|手机版|公务邮|微信$|微博$)|繁體?|English)"
)
_DATED = re.compile(
    rf"^\D{{0,30}}{_DAY}(?:\s+\d{{1,2}}:\d{{2}}(?::\d{{2}})?)?.{{0,60}}$|^(?:发布|发文|成文|更新|生成|印发|公开)(?:时间|日期)?\s*[:：]"
    r"|^(?:来源|稿源|文章来源|信息来源|浏览次数|阅读次?数?|点击|字号|字体|索引号|发文字号|主题分类|发布机构|发文机关|主题词|名称|有效性|文号|分类)\s*[:：]"
)
_DATE_ONLY = re.compile(rf"^[(（]?(?:{_DAY}|[二一][〇○零一二三四五六七八九]{{3}}年.{{1,3}}月.{{1,3}}日)[)）]?$")
_BYLINE = re.compile(
    r"^[□■●◎○☆★▲—-]?\s*[(（【\[]?\s*(?:(?:本[报刊网台]|\S{2,14}?)?(?:全媒体)?(?:首席)?(?:记\s?者|通\s?讯\s?员|见习记者)"
    r"|作者|撰稿|撰文|文[/／]|图[/／]|文图|供稿|编译|整理|摄影|实习生)\s*[:：/／]?\s*\S{1,4}(?:[\s、,，/／]+\S{1,8}){0,9}\s*[)）】\]]?$"
)
_OFFICER = re.compile(
    r"^[\u4e00-\u9fff、]{0,30}(?:[县市区州省镇乡旗盟局院部]长|主任|书记|主席|专员)[ \u00a0\u3000]{1,4}"
    r"[\u4e00-\u9fff]{1,2}[ \u00a0\u3000]{0,2}[\u4e00-\u9fff]{1,2}$"
)
_NUMBER = re.compile(r"^\S{0,14}[〔\[［(（](?:19|20)\d{2}[〕\]］)）]\s?第?\s?\d{1,5}\s?号$")
_SALUTE = re.compile(r"^[^。；;！？]{2,80}[:：]$")
_TAIL = re.compile(
    r"^\s*[(（【\[]?\s*(?:来[\s?？]*源|稿\s?源|责\s?任?\s?编\s?辑?|(?:新媒体|网络|本期|执行|值班|文字|美术|图片)?编\s?辑|(?:新媒体|终|初|复|一|二|三)?审\s?[核读校]?"
    r"|校\s?对|审\s?校|监\s?制|(?:新媒体)?监\s?制|主\s?编|总\s?编|供\s?稿|撰\s?稿|作\s?者|摄\s?影|签\s?发|制\s?作|策\s?划|统\s?筹|运\s?营|设\s?计|值\s?班\S{0,6}|文字|图片)\s?[:：|｜丨/]"
    r"|^\s*[【\[(（]?(?:版权声明|免责声明|特别声明|声明[:：]|相关(?:链接|新闻|阅读|文章|附件|信息|解读|报道)|延伸阅读|友情链接|推荐阅读|热门(?:新闻|推荐)|猜你喜欢"
    r"|[上下]一[篇页条]|打印|关闭(?:窗口)?|收藏|分享(?:到|至)?|扫一扫|主办(?:单位)?[:：]|承办(?:单位)?[:：]|主管[:：]|版权所有|Copyright|©"
    r"|网站(?:标识码|地图|声明)|\S{0,8}公网安备|\S{0,4}ICP|联系我们|关于我们|新闻线索|增值电信|广告经营|抄送|此件|\(此件|（此件|附件下载|点击(?:查看|下载)|举报电话|投稿邮箱"
    r"|[-—(（\s]*(?:END|end|完|全文完)[-—)）\s]*$)"
)
_HEADING = re.compile(
    r"^(?:第?[一二三四五六七八九十百]{1,3}[、.．章节编]|[(（][一二三四五六七八九十\d]{1,3}[)）]|\d{1,2}[.．、]|[①-⑳]|[一二三四五六七八九十]{1,2}是)"
)
_SENTENCE = re.compile(r"[。；;！!？?…]")


def lines(text: str) -> tuple[Line, ...]:
    """All lines of a text with their kind."""
    found: list[Line] = []
    start = 0
    for raw in text.splitlines(keepends=True):
        trimmed = raw.strip()
        lead = len(raw) - len(raw.lstrip())
        at = Span(start + lead, start + lead + len(trimmed)) if trimmed else Span(start, start)
        found.append(Line(at, kind(trimmed)))
        start += len(raw)
    return tuple(found)


_KINDS: tuple[tuple[LineKind, re.Pattern[str]], ...] = (
    ("date", _DATE_ONLY),
    ("number", _NUMBER),
    ("nav", _NAV),
    ("tail", _TAIL),
    ("byline", _BYLINE),
    ("byline", _OFFICER),
    ("dated", _DATED),
    ("salute", _SALUTE),
    ("heading", _HEADING),
)


def kind(line: str) -> LineKind:
    """What one line is, by its own look."""
    if not line:
        return "blank"
    if len(line) > 2 * _TITLE_AT_MOST:
        return "prose"
    for name, pattern in _KINDS:
        if pattern.match(line) or (name == "nav" and pattern.search(line)):
            return name
    if len(line) <= _PROSE_FROM and line[-1] not in "。；;，,、" and "。" not in line:
        return "title"
    if len(line) <= _TITLE_AT_MOST and not _SENTENCE.search(line[:-1].rstrip("”’")) and line[-1] not in "。；;，,、":
        return "title"
    return "prose" if len(line) >= _PROSE_FROM or _SENTENCE.search(line) else "title"
