"""提法的成员：名前、名后、括号里，或其下的一是/二是、小标题。

The members that a text lists for a counted name: before it, after it, in brackets, or as headings below it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

from taizhang.reading.findings import Count
from taizhang.reading.predicates import lead_at, skip_connectors, words
from taizhang.reading.sentences import Outline, Paragraph, Sentence
from taizhang.text.span import Span

_TAIL = re.compile(r"(?:等(?:为代表的|为主的|为重点的)?|的|这|为主的|为重点的|为核心的|在内的|作为|共|组成的|构成的)+$")
_OPEN = re.compile(r"等[^、]{0,6}$")
_PARTS = re.compile(r"(?<=[”’])(?=[“‘])|、|和(?=[^、]{2,}$)|以及|及(?=[^、]{2,}$)|，|,|；|;")
_COUNTED_TAIL = re.compile(r"(?<=[\u4e00-\u9fff])(?:[二两三四五六七八九十]|\d+)[个大项条][\u4e00-\u9fff]{2,6}$")
_AFTER = re.compile(
    r"[”’\"]?[\u4e00-\u9fff]{0,8}?(?:[（(](?:即|包括|指)?[:：]?|[:：]|——|[，,]?(?:即|包括|分别是|分别为|就是|指的是|指)[:：]?)"
)
_SUBJECT = re.compile(r".{0,24}?(?:将|要|应|必须|须|需|可)(?=[^、]{1,12})")
_LONGEST_LIST = 240
_FAR = 120
_LEVELS = re.compile(r"[省市县区镇乡村国州]{2,5}$")
_NAME_CLASSIFIER = re.compile(r"[一二两三四五六七八九十]+个([\u4e00-\u9fff]{2,3})$")


@dataclass(frozen=True, slots=True)
class Mention:
    """A counted name in the text.

    ``outer`` includes its quotation marks; ``sure``: a framework even without members;
    ``code``: figures only (“1234”), one member a figure.
    """

    at: Span
    n: Count
    sure: bool
    outer: Span
    code: bool = False


def size(n: Count) -> int:
    """How many members a declared count promises: codes and double counts promise one each, or their sum."""
    return n if isinstance(n, int) else 0


def members_of(outline: Outline, mention: Mention, floor: int) -> tuple[tuple[Span, ...], bool]:
    """The members listed for this mention, and whether the list calls itself open (等).

    ``floor``: where the name before it ends.
    """
    index = _paragraph_at(outline, mention.at.start)
    paragraph = outline.paragraphs[index]
    clause = _clause_at(paragraph, mention.at.start)
    for found in (
        _after(outline.text, mention, paragraph),
        _before(outline.text, mention, clause, floor),
        _parallel(outline.text, mention, paragraph),
        _under(outline, mention, index),
    ):
        if found[0]:
            return found
    return (), False


def _paragraph_at(outline: Outline, place: int) -> int:
    low, high = 0, len(outline.paragraphs)
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if outline.paragraphs[middle].at.start <= place else (low, middle)
    return low


def _sentence_at(paragraph: Paragraph, place: int) -> int:
    """The index of the sentence a place stands in (or of the one before it)."""
    return max(0, bisect_right(paragraph.sentences, place, key=lambda s: s.at.start) - 1)


def _clause_at(paragraph: Paragraph, place: int) -> Span:
    """The clause a name stands in, no more of it than a list before the name can fill."""
    sentence = paragraph.sentences[_sentence_at(paragraph, place)]
    index = max(0, bisect_right(sentence.clauses, place, key=lambda c: c.at.start) - 1)
    at = sentence.clauses[index].at
    return Span(max(at.start, min(place - _LONGEST_LIST, at.end)), at.end) if place - at.start > _LONGEST_LIST else at


def _fits(parts: list[Span], mention: Mention, is_open: bool) -> bool:
    n = mention.n
    if isinstance(n, tuple):
        return len(parts) == sum(x for x in n if isinstance(x, int)) or (mention.code and len(parts) == len(n))
    wanted = size(n)
    return len(parts) == wanted or (is_open and 2 <= len(parts) < wanted)


def _before(text: str, mention: Mention, clause: Span, floor: int) -> tuple[tuple[Span, ...], bool]:
    head = text[clause.start : mention.outer.start]
    levels = _LEVELS.search(head)
    if levels and len(levels.group()) == size(mention.n):
        first, last = clause.start + levels.start(), clause.start + levels.end()
        return tuple(Span(i, i + 1) for i in range(first, last)), False
    end = clause.start + len(_TAIL.sub("", head))
    is_open = bool(_OPEN.search(head[-8:]))
    quoted = _quoted_list(text, clause.start, end)
    parts = (
        _split(text, *quoted, whole=True)
        if quoted
        else _listed(text, _past_last_name(text, clause.start, floor, end), end)
    )
    return (tuple(parts), is_open) if len(parts) > 1 and _fits(parts, mention, is_open) else ((), False)


def _past_last_name(text: str, start: int, floor: int, end: int) -> int:
    """Where a list may begin when another counted name stands before it in the clause (…等“十强”产业及…)."""
    if floor <= start:
        return start
    joint = re.compile("[、及和与]").search(text, floor, end)
    return joint.end() if joint else end


def _listed(text: str, start: int, end: int) -> list[Span]:
    parts = _split(text, start, end)
    if len(parts) < 2:
        return []
    parts[0] = _trimmed(text, _without_verb(text, parts[0]))
    joined_verbs = len(parts) == 2 and parts[1].of(text) in words().verbs
    return [] if joined_verbs else [part for part in parts if len(part)]


def _quoted_list(text: str, start: int, end: int) -> tuple[int, int] | None:
    """“甲，乙，丙”的“三…”: the members stand in quotes of their own."""
    if end <= start or text[end - 1] != "”":
        return None
    opened = text.rfind("“", start, end)
    return (opened + 1, end - 1) if opened >= 0 and re.search("[、，,]", text[opened:end]) else None


def _split(text: str, start: int, end: int, *, whole: bool = False) -> list[Span]:
    parts: list[Span] = []
    at = start
    for found in _PARTS.finditer(text, start, end):
        if not _quote_open(text, at, found.start()):
            parts.append(Span(at, found.start()))
            at = found.end()
    parts.append(Span(at, end))
    trimmed = parts if whole else [_trimmed(text, part) for part in parts]
    return [part for part in trimmed if len(part)]


def _quote_open(text: str, start: int, end: int) -> bool:
    return text.count("“", start, end) > text.count("”", start, end)


def _trimmed(text: str, part: Span) -> Span:
    """Without quotation marks, 和 and a count that sums up the list before it (…两个产业链条)."""
    start, end = part.start, part.end
    while start < end and text[start] in "“‘ 和与及":
        start += 1
    while end > start and text[end - 1] in "”’ 等":
        end -= 1
    tail = _COUNTED_TAIL.search(text, start, end)
    if tail and tail.start() - start >= 2:
        end = tail.start()
    elif tail is None and re.fullmatch(r"[二两三四五六七八九十][个大项条].*", text[start:end]):
        return Span(end, end)
    return Span(start, end)


def _without_verb(text: str, part: Span) -> Span:
    """The first member of a list without the subject and verb that govern the whole list."""
    start = skip_connectors(text, part.start, part.end)
    subject = _SUBJECT.match(text, start, part.end)
    if subject:
        start = subject.end()
    lead = lead_at(text, start, part.end)
    if lead and lead.verb != "以" and lead.object_at < part.end - 1:
        return Span(lead.object_at, part.end)
    if lead and start < lead.verb_at < part.end - 1:
        return Span(lead.verb_at, part.end)
    return Span(start, part.end)


def _parallel(text: str, mention: Mention, paragraph: Paragraph) -> tuple[tuple[Span, ...], bool]:
    """抓产业，抓生态，抓民生，做到“三抓”: clauses before the name that begin alike, one a member."""
    for sentence in paragraph.sentences[_sentence_at(paragraph, mention.at.start) :][:1]:
        count = bisect_right(sentence.clauses, mention.outer.start, key=lambda c: c.at.end)
        before = [c.at for c in sentence.clauses[max(0, count - 20) : count]]
        last = before[-size(mention.n) :] if size(mention.n) > 1 else []
        alike = len({text[at.start] for at in last}) == 1 and max((len(at) for at in last), default=99) < 24
        if len(last) == size(mention.n) and alike and text[last[0].start] in mention.at.of(text):
            return tuple(last), False
    return (), False


def _after(text: str, mention: Mention, paragraph: Paragraph) -> tuple[tuple[Span, ...], bool]:
    found = _AFTER.match(text, mention.at.end, paragraph.at.end)
    if not found:
        return (), False
    start = found.end()
    bracket = found.group().rstrip(":：即包括指")[-1:] in ("（", "(")
    stop = _list_end(text, start, paragraph.at.end, bracket)
    is_open = text[start:stop].endswith("等")
    parts = _split(text, start, stop)
    if bracket and stop == paragraph.at.end:
        parts = parts[:-1]
        is_open = True
    fits = len(parts) > 1 and _fits(parts, mention, is_open)
    return (tuple(parts), is_open) if fits else ((), False)


def _list_end(text: str, start: int, end: int, bracket: bool) -> int:
    found = re.compile(r"[）)]" if bracket else r"[。；;！!]").search(text, start, min(end, start + 240))
    return found.start() if found else end


def _under(outline: Outline, mention: Mention, index: int) -> tuple[tuple[Span, ...], bool]:
    """The 一是/二是 below the name in its paragraph, or the headings one level down below a heading."""
    paragraph = outline.paragraphs[index]
    ordinals = _ordinals_after(paragraph, mention.at.start)
    repeated = _NAME_CLASSIFIER.search(outline.text, mention.at.start, mention.at.end)
    if repeated:
        return _repeating(outline, index, mention, repeated.group(1)), False
    if len(ordinals) == size(mention.n):
        return tuple(s.clauses[0].at for s in ordinals), False
    spread = _ordinal_paragraphs(outline, index, mention)
    if spread:
        return spread, False
    headings = _headings_below(outline, index, mention)
    return (headings, False) if len(headings) == size(mention.n) else ((), False)


def _ordinals_after(paragraph: Paragraph, place: int) -> list[Sentence]:
    """The run 一是, 二是 … that begins at most one sentence after the name, or under a name in the first sentence."""
    here = _sentence_at(paragraph, place)
    window = paragraph.sentences[here : here + _FAR]
    found = [(here + i, s) for i, s in enumerate(window) if s.ordinal and s.at.start > place]
    if not found or found[0][1].ordinal != 1:
        return []
    near = found[0][0] - here <= 2 or here == 0
    run = [s for k, (_, s) in enumerate(found) if s.ordinal == k + 1]
    return run if near else []


def _ordinal_paragraphs(outline: Outline, index: int, mention: Mention) -> tuple[Span, ...]:
    """一是…, 二是… each on a line of its own below the name."""
    made: list[Span] = []
    for paragraph in outline.paragraphs[index + 1 : index + 2 + 2 * size(mention.n)]:
        first = paragraph.sentences[0]
        if first.ordinal == len(made) + 1:
            made.append(first.clauses[0].at)
        elif first.ordinal or paragraph.level or not made:
            break
    return tuple(made) if len(made) == size(mention.n) > 1 else ()


def _repeating(outline: Outline, index: int, mention: Mention, word: str) -> tuple[Span, ...]:
    """“八个聚焦”: the clauses of the headings below that begin with the word itself."""
    made: list[Span] = []
    for paragraph in outline.paragraphs[index : index + 3 * size(mention.n) + 2]:
        for sentence in paragraph.sentences:
            if sentence.at.start > mention.at.end and (sentence.ordinal or paragraph.level):
                made += [c.at for c in sentence.clauses if outline.text.startswith(word, c.at.start)][:1]
    return tuple(made[: size(mention.n)]) if len(made) >= size(mention.n) > 1 else ()


def _level_above(outline: Outline, index: int) -> int:
    """The depth of the heading a paragraph stands under."""
    return next((p.level for p in reversed(outline.paragraphs[max(0, index - 40) : index + 1]) if p.level), 0)


def _headings_below(outline: Outline, index: int, mention: Mention) -> tuple[Span, ...]:
    paragraph = outline.paragraphs[index]
    titled = paragraph.title and paragraph.title.holds(mention.at)
    level = paragraph.level if titled else _level_above(outline, index)
    made: list[Span] = []
    depth = 0
    for following in outline.paragraphs[index + 1 :]:
        if following.level and (following.level <= level or following.level < depth or len(made) > 30):
            break
        depth = depth or following.level
        if following.title and following.level == depth and depth > level:
            made.append(following.title)
        elif not depth and len(made) == 0 and following.level == 0:
            break
    return tuple(made)
