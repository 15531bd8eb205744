"""断句：段、标题、句、小句，都在修复后的文本上。

Paragraphs, headings (一、（一）1. 一是), sentences and clauses of the repaired text; one linear pass.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from taizhang.text.span import Span

_NUMERAL = "一二三四五六七八九十"
_MARK = re.compile(r"[。！？!?；;，,：:“‘（(《【\[]|[ \u3000]{2,}|\t|…+|——+")
_ENDS = frozenset("。！？!?")
_CLOSERS = {"“": "”", "‘": "’", "（": "）", "(": ")", "《": "》", "【": "】", "[": "]"}
_AFTER = frozenset("”’）)」』》")
_LEVELS = (
    re.compile(rf"[{_NUMERAL}]{{1,3}}、|第[{_NUMERAL}]{{1,3}}[章部节篇编]分?[、：: \u3000]?"),
    re.compile(rf"[（(][{_NUMERAL}]{{1,3}}[)）]、?"),
    re.compile(r"\d{1,2}[.．、](?!\d)"),
    re.compile(r"[（(]\d{1,2}[)）]、?|[①-⑳]"),
)
_NUMBERS = re.compile(rf"[{_NUMERAL}第（(\d①-⑳]")
_ORDINAL = re.compile(
    rf"([{_NUMERAL}]{{1,3}})[是要](?![{_NUMERAL}])|其([{_NUMERAL}])[是，,、：:]?|第([{_NUMERAL}]{{1,3}})[，,、]"
)
_VALUES = {c: i + 1 for i, c in enumerate(_NUMERAL)}
_SHORT_QUOTE = 40
_SHORT_ASIDE = 400
_LONG_TITLE = 45
_SHORT_TITLE = 24
_OWNERS = re.compile(r"(?:牵头|责任|主办|配合|实施|督办)(?:单位|部门|领导|人)|完成时[限间]")
_FIGURE = re.compile(r"(?<!\d)(?!20\d\d年)\d")


@dataclass(frozen=True, slots=True)
class Clause:
    """A run between two commas, trimmed; ``closed`` is the mark after it (empty at the end of a line)."""

    at: Span
    closed: str = ""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, or the part of one up to a semicolon or the next ordinal.

    ``ordinal``: 3 for 三是…, 0 without one; ``runs_on``: it continues the one before (after ；), whose time words and
    actor still govern; ``heading``: it only announces what follows. ``asides`` are its bracketed runs, inside the
    brackets.
    """

    at: Span
    clauses: tuple[Clause, ...]
    ordinal: int = 0
    runs_on: bool = False
    heading: bool = False
    asides: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A line, or the part of one that begins with a number of its own.

    ``level``: depth of its number, 1 for 一、, 2 for （一）, 3 for 1., 4 for (1), 0 without one; ``title``: the heading
    printed on it, be it the whole line or its first sentence.
    """

    at: Span
    sentences: tuple[Sentence, ...]
    level: int = 0
    title: Span | None = None


@dataclass(frozen=True, slots=True)
class Outline:
    """The paragraphs of the body in order."""

    text: str
    paragraphs: tuple[Paragraph, ...]

    def sentences(self) -> Iterator[Sentence]:
        for paragraph in self.paragraphs:
            yield from paragraph.sentences


def outline(text: str, body: Span) -> Outline:
    """Cut the body of a text.

    >>> [c.at.of("甲；乙，丙。") for s in outline("甲；乙，丙。", Span(0, 6)).sentences() for c in s.clauses]
    ['甲', '乙', '丙']
    """
    drafts = [draft for line in _lines(text, body) for draft in _paragraphs(text, line)]
    after = [*drafts[1:], None][: len(drafts)]
    return Outline(text, tuple(_titled(text, one, following) for one, following in zip(drafts, after, strict=True)))


def ordinal_at(text: str, place: int) -> tuple[int, int]:
    """The ordinal (一是, 其二, 第三，) that begins here and where it ends; ``(0, place)`` without one."""
    found = _ORDINAL.match(text, place)
    if not found:
        return 0, place
    return _value(found.group(1) or found.group(2) or found.group(3)), found.end()


def _value(numeral: str) -> int:
    if len(numeral) == 1:
        return _VALUES[numeral]
    tens, _, ones = numeral.partition("十")
    return (_VALUES.get(tens, 1)) * 10 + (_VALUES.get(ones, 0))


def _lines(text: str, body: Span) -> Iterator[Span]:
    start = body.start
    while start < body.end:
        end = text.find("\n", start, body.end)
        end = body.end if end < 0 else end
        trimmed = _trim(text, start, end)
        if len(trimmed):
            yield trimmed
        start = end + 1


def _trim(text: str, start: int, end: int) -> Span:
    while start < end and text[start] in " \t\u3000\xa0\r\n":
        start += 1
    while end > start and text[end - 1] in " \t\u3000\xa0\r\n":
        end -= 1
    return Span(start, end)


def _level(text: str, place: int) -> tuple[int, int]:
    if not _NUMBERS.match(text, place):
        return 0, place
    for depth, pattern in enumerate(_LEVELS, 1):
        found = pattern.match(text, place)
        if found:
            return depth, found.end()
    return 0, place


def _paragraphs(text: str, line: Span) -> Iterator[Paragraph]:
    """One line may hold several numbered paragraphs whose line breaks were lost."""
    level, start = _level(text, line.start)
    held: list[Sentence] = []
    began = line.start
    for sentence in _sentences(text, start, line.end):
        deeper, body = _level(text, sentence.at.start)
        if deeper and held and not sentence.runs_on:
            yield Paragraph(Span(began, held[-1].at.end), tuple(held), level)
            held, began, level = [_from(sentence, body)], sentence.at.start, deeper
        else:
            held.append(sentence)
    if held:
        yield Paragraph(Span(began, held[-1].at.end), tuple(held), level)


def _from(sentence: Sentence, start: int) -> Sentence:
    """The sentence without the number it begins with."""
    clauses = tuple(c for c in sentence.clauses if c.at.end > start)
    if clauses and clauses[0].at.start < start:
        clauses = (Clause(Span(start, clauses[0].at.end), clauses[0].closed), *clauses[1:])
    at = Span(min(start, sentence.at.end), sentence.at.end)
    return Sentence(at, clauses, sentence.ordinal, sentence.runs_on, sentence.heading, sentence.asides)


class _Cutter:
    """Collects the clauses of the sentence under way."""

    def __init__(self, text: str, start: int) -> None:
        self.text, self.began, self.clause = text, start, start
        self.clauses: list[Clause] = []
        self.asides: list[Span] = []
        self.ordinal, self.runs_on = 0, False
        self._open(start)

    def _open(self, start: int) -> None:
        self.ordinal, self.clause = ordinal_at(self.text, start)

    def close_clause(self, end: int, mark: str) -> None:
        at = _trim(self.text, min(self.clause, end), end)
        if len(at) and self.clause < end:
            self.clauses.append(Clause(at, mark))
        self.clause = max(self.clause, end + 1)

    def close_sentence(self, end: int, mark: str, after: int) -> Sentence | None:
        self.close_clause(end, mark)
        made = None
        if self.clauses:
            at = Span(self.clauses[0].at.start, max(after, self.clauses[-1].at.end))
            made = Sentence(at, tuple(self.clauses), self.ordinal, self.runs_on, asides=tuple(self.asides))
        self.clauses, self.asides = [], []
        self.runs_on = mark in "；;，,：:" and mark != ""
        self.began = _skip_blank(self.text, after)
        self._open(self.began)
        return made


def _skip_blank(text: str, place: int) -> int:
    while place < len(text) and text[place] in " \t\u3000\xa0":
        place += 1
    return place


def _sentences(text: str, start: int, end: int) -> Iterator[Sentence]:
    cutter = _Cutter(text, _skip_blank(text, start))
    place = start
    while found := _MARK.search(text, place, end):
        mark, at = found.group()[0], found.start()
        place = found.end()
        if mark in _CLOSERS:
            place = _bracket(text, found.start(), end, cutter)
        elif mark in _ENDS or mark in "；;" or _new_ordinal(text, place, mark):
            place = _past_closers(text, place, end)
            made = cutter.close_sentence(at, mark, place)
            if made:
                yield made
        elif not _inside_number(text, at):
            cutter.close_clause(at, mark)
            cutter.clause = max(cutter.clause, place)
    last = cutter.close_sentence(end, "", end)
    if last:
        yield last


def _new_ordinal(text: str, place: int, mark: str) -> bool:
    return mark in "，,：:" and text[place : place + 1] in _VALUES and bool(_ORDINAL.match(text, place))


def _past_closers(text: str, place: int, end: int) -> int:
    while place < end and text[place] in _AFTER:
        place += 1
    return place


def _inside_number(text: str, at: int) -> bool:
    """A comma or colon between digits (1,500; 08:30) cuts nothing."""
    return text[at] in ",:" and text[at - 1 : at].isdigit() and text[at + 1 : at + 2].isdigit()


def _bracket(text: str, at: int, end: int, cutter: _Cutter) -> int:
    """Where to go on after an opening mark: names in quotes and asides are jumped over, speech is walked through."""
    opener = text[at]
    limit = min(end, at + (_SHORT_ASIDE if opener in "（(" else _SHORT_QUOTE))
    close = text.find(_CLOSERS[opener], at + 1, limit)
    if close < 0:
        return at + 1
    if opener in "“‘" and any(mark in text[at:close] for mark in "。！？!?；;"):
        return at + 1
    if opener in "（(【[":
        cutter.asides.append(Span(at + 1, close))
    return close + 1


def _titled(text: str, draft: Paragraph, following: Paragraph | None) -> Paragraph:
    sentences = draft.sentences
    if _is_title_line(text, draft, following):
        made = tuple(_as_heading(s) for s in sentences)
        return Paragraph(draft.at, made, draft.level, Span(sentences[0].at.start, sentences[-1].at.end))
    marked = tuple(
        _as_heading(s) if _announces(text, s, i, sentences, draft.level) else s for i, s in enumerate(sentences)
    )
    first = marked[0]
    title = Span(first.at.start, first.clauses[-1].at.end) if first.heading and not first.ordinal else None
    return Paragraph(draft.at, marked, draft.level, title)


def _as_heading(sentence: Sentence) -> Sentence:
    return Sentence(sentence.at, sentence.clauses, sentence.ordinal, sentence.runs_on, True, sentence.asides)


def _is_title_line(text: str, draft: Paragraph, following: Paragraph | None) -> bool:
    sentences = draft.sentences
    closed = sentences[-1].clauses[-1].closed
    if len(sentences) > 1 or len(draft.at) > _LONG_TITLE or following is None:
        return False
    if draft.level:
        return not _FIGURE.search(text, sentences[0].at.start, sentences[0].at.end) and (
            not closed or following.level == 0 or following.level > draft.level
        )
    long_text = len(following.at) > _LONG_TITLE or following.level > 0
    return not closed and len(draft.at) <= 30 and long_text and not _FIGURE.search(text, draft.at.start, draft.at.end)


def _announces(text: str, one: Sentence, index: int, sentences: tuple[Sentence, ...], level: int) -> bool:
    """Whether a sentence is a run-in heading: short, without a figure, and followed by what it announces."""
    following = sentences[index + 1] if index + 1 < len(sentences) else None
    if following is None or following.ordinal or following.runs_on or (one.runs_on and not one.ordinal):
        return False
    numbered = bool(one.ordinal) or (index == 0 and level > 0)
    if not numbered and index > 0:
        return False
    if text[following.at.start] in "（(【[" or _OWNERS.match(text, following.at.start):
        return False
    if one.clauses[-1].closed != "。" or _FIGURE.search(text, one.at.start, one.at.end):
        return False
    if numbered:
        return len(one.at) <= _LONG_TITLE
    named = any(mark in "、“《" for mark in one.at.of(text))
    return len(one.at) <= _SHORT_TITLE and not named and len(following.clauses) > 1
