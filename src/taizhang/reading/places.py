"""地方：这是哪个县、市、省的计划。Whose plan it is: the county, city or province."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

from taizhang.reading.lexicon import table
from taizhang.text.span import Span

_SUFFIX = r"(?:自治[县旗州]|新区|高新区|经开区|开发区|[县旗盟市州区省])"
_NAME = r"[\u4e00-\u9fff]{1,6}?"
# 蒲县县委、池州市委、太谷区区长 the organ or office that repeats the level names the place before it
_SEAT = re.compile(
    rf"(?P<place>{_NAME}{_SUFFIX})(?:[县市区州盟旗省]?(?:委|政府|人大|政协|人民)|[县市区州盟旗省]?副?[县市区州盟旗省]?长)"
)
_BUREAU = re.compile(
    rf"(?P<place>{_NAME}{_SUFFIX})(?![县市区州盟旗])[\u4e00-\u9fff]{{0,10}}(?:局|办|厅|中心|公司|集团|管委会)"
)
_GENERAL = re.compile(
    r"^[我本该全各原外邻某两几多每以在对将为从与和向据到让把被由是及等新老市县省区州副各跨][县旗盟市州区省]$"
    r"|^(?:我|本|该|全|各|某|XX|××|[一二两三四五六七八九十]+个?)|副[县市区州]$|常务|^自治[区州]?$"
    r"|^[城都超夜菜股门集早楼房车上入]市$|^[城园社景矿地小山灾老市郊辖片校库厂院街营战林灌牧特教产功港核圩垦湖海]区$"
    r"|(?:园|社|景|街|矿|校|片|库|灾|辖|示范|保护|保税|度假|试验|功能|集聚|聚集|游览|工业|商业|居民|服务|旅游|核心|合作)区$"
)
_LONGEST = 6
_LEAD = re.compile(r"^(?:中共|时任|原|现任|共青团|在|对|访|由|据)+")
_CENTRAL = re.compile(r"国务院|中共中央|中央|全国人大|财政部|国家")


@cache
def _known() -> dict[str, str]:
    names: dict[str, str] = {}
    for row in table("places"):
        names[row[0]] = row[0]
        for alias in row[2].split() if len(row) > 2 else ():
            names[alias] = row[0]
    return names


@cache
def _above() -> re.Pattern[str]:
    """A province or prefecture printed before a lower name: 山西省临汾市翼城县."""
    full = sorted({name for name in _known() if name[-1] in "省市区州盟"}, key=len, reverse=True)
    return re.compile(rf"^(?:{'|'.join(full)})(?=[\u4e00-\u9fff]{{1,6}}{_SUFFIX})")


def place(text: str, title: Span | None, role: str, body: Span, organs: tuple[str, ...]) -> str:
    """The full name in simplified script, empty where the page names none."""
    heading = title.of(text) if title else ""
    if any(_CENTRAL.match(line) for line in (heading, *organs)):
        return ""
    return (
        _of_role(role)
        or _of_title(heading)
        or next((name for organ in organs if (name := _of_role(organ))), "")
        or _most_named(text, body, heading)
        or _of_title(organs[0])
    )


def _of_role(role: str) -> str:
    parts = re.split(r"[、\s]", role)
    for pattern in (_SEAT, _BUREAU):
        named = [_clean(hit["place"]) for part in parts if (hit := pattern.match(part))]
        best = next((name for name in reversed(named) if name), "")
        if best:
            return best
    return ""


def _clean(name: str) -> str:
    name = _LEAD.sub("", name)
    while (upper := _above().match(name)) is not None:
        name = name[upper.end() :]
    return "" if _GENERAL.search(name) or len(name) < 2 or (len(name) > _LONGEST and "自治" not in name) else name


_HEADED = re.compile(rf"^(?:关于|中共|【[^】]*】)*(?P<place>{_NAME}{_SUFFIX})")


def _of_title(title: str) -> str:
    hit = _HEADED.match(title)
    return _clean(hit["place"]) if hit else ""


_MENTION = re.compile(
    rf"(?:^|(?<=[，,。：:；;、“”\s（(《在对由为从到让和与及据将是把我]))(?P<place>{_NAME}{_SUFFIX})", re.M
)
_NAMED_AT_LEAST = 2


def _most_named(text: str, body: Span, heading: str) -> str:
    """The name the article uses most; a title that says it without its level (云岭：…) counts as a mention."""
    article = body.of(text)
    seen = Counter(name for hit in _MENTION.finditer(article) if (name := _clean(hit["place"])))
    totals = {name: article.count(name) + heading.count(name[:-1]) for name in seen}
    best = max(totals, key=lambda name: (totals[name], -article.find(name)), default="")
    if best and totals[best] >= _NAMED_AT_LEAST:
        return best
    return _by_alias(article)


def _by_alias(article: str) -> str:
    """三晋 for 山西省: a name of the province said with 全省 or 省 about it."""
    if "省" not in article and "自治区" not in article:
        return ""
    found = {full for alias, full in _known().items() if alias != full and alias in article}
    return found.pop() if len(found) == 1 else ""
