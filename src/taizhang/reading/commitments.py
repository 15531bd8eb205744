"""事项：一件要做、在做或做成的事，取动词到宾语末尾的最小一段。

Commitments: one thing to do, being done or done, the smallest run from its verb to the end of its object.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from taizhang.reading.actors import OWNED, Owners, in_charge, owners_in
from taizhang.reading.clauses import Predicate, counted, predicate
from taizhang.reading.concrete import Said, is_concrete
from taizhang.reading.findings import Deadline, Framework, Item, Measure, Modality, Project
from taizhang.reading.kinds import kind
from taizhang.reading.lexicon import labels
from taizhang.reading.lists import split
from taizhang.reading.modality import Tense, heading_tense, modality, paragraph_tense, tense
from taizhang.reading.predicates import Lead, lead_at
from taizhang.reading.projects import Projects
from taizhang.reading.sentences import Clause, Outline, Paragraph, Sentence
from taizhang.reading.topics import Topics
from taizhang.text.span import Span

_LONGEST = 300
_COINED = re.compile(r"(?:工程|行动|战略|基地)$|个[\u4e00-\u9fff]{2,3}$")
_PROGRAMMES = re.compile(r"(?:工程|行动)$")


@dataclass(slots=True)
class _Context:
    """What governs the items of a paragraph: headings, time words, actor, tense."""

    headings: tuple[Span, ...] = ()
    actor: str = ""
    deadline: Deadline | None = None
    tense: Tense = "plan"
    verb: str = ""
    dated: bool = False
    paragraph: Span = field(default_factory=lambda: Span(0, 0))


@dataclass(slots=True)
class Commitments:
    """Reads the items and projects of one outline; frameworks, measures and deadlines are given."""

    outline: Outline
    measures: tuple[Measure, ...] = ()
    deadlines: tuple[Deadline, ...] = ()
    frameworks: tuple[Framework, ...] = ()
    title: Span | None = None
    chapter: Span | None = None
    items: list[Item] = field(default_factory=list)
    projects: list[Project] = field(default_factory=list)
    refused: list[tuple[Span, str]] = field(default_factory=list)
    _topics: Topics = field(init=False)
    _amounts_at: list[int] = field(init=False)
    _times_at: list[int] = field(init=False)
    _names_at: list[int] = field(init=False)
    _finder: Projects = field(init=False)
    _now: _Context = field(init=False, default_factory=_Context)

    def __post_init__(self) -> None:
        self._topics = Topics(self.outline.text, self.title)
        self._amounts_at = [measure.at.start for measure in self.measures]
        self._times_at = [time.at.start for time in self.deadlines]
        self._names_at = [framework.at.start for framework in self.frameworks]
        self._finder = Projects(self.outline.text, self.measures)

    def read(self) -> Commitments:
        """Fill ``items`` and ``projects`` in the order of the text, and ``refused`` with what states nothing."""
        path: list[tuple[int, Span]] = [(1, self.chapter)] if self.chapter else []
        for paragraph in self.outline.paragraphs:
            if paragraph.level:
                path = [(level, at) for level, at in path if level < paragraph.level]
            if paragraph.title and paragraph.level:
                path.append((paragraph.level, paragraph.title))
            self._paragraph(paragraph, tuple(at for _, at in path))
        return self

    def _paragraph(self, paragraph: Paragraph, above: tuple[Span, ...]) -> None:
        first = len(self.items)
        title = (paragraph.title,) if paragraph.title and not paragraph.level else ()
        self._now = _Context(above + title, tense=self._opening_tense(paragraph, above + title), paragraph=paragraph.at)
        for sentence in paragraph.sentences:
            self._sentence(sentence, above + title)
        self._owned(paragraph, first)

    def _opening_tense(self, paragraph: Paragraph, above: tuple[Span, ...]) -> Tense:
        """What the headings say (工作回顾, 重点工作), else what the paragraph mostly does, else as before."""
        text = self.outline.text
        for heading in above:
            told = heading_tense(heading.of(text))
            if told:
                return told
        before = "plan" if paragraph.level == 1 else self._now.tense
        return paragraph_tense(text, paragraph.at, before)

    def _sentence(self, sentence: Sentence, headings: tuple[Span, ...]) -> None:
        now = self._now
        if sentence.ordinal or not sentence.runs_on:
            now.deadline = None
        if sentence.ordinal and sentence.heading:
            now.headings = (*headings, sentence.at)
        if sentence.heading or OWNED.match(self.outline.text, sentence.at.start):
            return
        if not sentence.runs_on:
            now.actor, now.verb = "", ""
        for clause in self._clauses(sentence):
            self._clause(clause, sentence)

    def _clauses(self, sentence: Sentence) -> Iterator[Clause]:
        text = self.outline.text
        for clause in sentence.clauses:
            if text[clause.at.start] not in "（(":
                yield self._without_parts(clause, sentence)
            for aside in sentence.asides:
                if clause.at.holds(aside) and text.startswith("其中", aside.start):
                    yield Clause(aside)

    def _without_parts(self, clause: Clause, sentence: Sentence) -> Clause:
        """The clause up to a bracket with parts of its own (…255项（其中新开工223项）)."""
        for aside in sentence.asides:
            ends = clause.at.holds(aside) and aside.end + 1 == clause.at.end
            if ends and self.outline.text.startswith("其中", aside.start):
                return Clause(Span(clause.at.start, aside.start - 1), clause.closed)
        return clause

    def _clause(self, clause: Clause, sentence: Sentence) -> None:
        text, now = self.outline.text, self._now
        if len(clause.at) > _LONGEST:
            clause = Clause(Span(clause.at.start, clause.at.start + _LONGEST))
        deadline = self._deadline_in(clause.at)
        now.deadline, now.dated = deadline or now.deadline, deadline is not None
        now.tense = tense(text, clause.at, now.tense)
        if clause.closed and clause.closed in "：:":
            titled = self._finder.titled(clause.at, text[clause.at.end : min(sentence.at.end, clause.at.end + 40)])
            if titled:
                self.projects.append(titled)
                return
        if self._bare_name(clause, sentence):
            return
        said = predicate(text, clause.at) or counted(text, clause.at, now.verb)
        if said is None:
            now.actor = in_charge(text, clause.at) or now.actor
            self.refused.append((clause.at, "no_predicate"))
            return
        now.actor, now.verb = said.actor or now.actor, said.lead.verb
        self._take(said, clause, sentence)

    def _bare_name(self, clause: Clause, sentence: Sentence) -> bool:
        """Whether the clause is a row or a cell that names a project and says no more of it; then it is taken up."""
        if clause.closed.strip() or lead_at(self.outline.text, clause.at.start, clause.at.end):
            return False
        project = self._finder.bare_name(clause.at)
        if project:
            said = Predicate(clause.at, Lead(clause.at.end, clause.at.end, clause.at.end, (), ""), thing=True)
            self._item(clause.at, said, clause, sentence, project)
        return project is not None

    def _take(self, said: Predicate, clause: Clause, sentence: Sentence) -> None:
        pieces = self._pieces(said)
        for piece, project in zip(pieces, self._finder.listed(pieces, said, sentence.at), strict=True):
            self._item(piece, said, clause, sentence, project)

    def _deadline_in(self, at: Span) -> Deadline | None:
        first = bisect_left(self._times_at, at.start)
        last = bisect_left(self._times_at, at.end, first)
        if first == last:
            return None
        return next((d for d in reversed(self.deadlines[first:last]) if not d.question), None)

    def _pieces(self, said: Predicate) -> list[Span]:
        """The separate deliverables of a clause: the first with its verb, the last to the end of the clause."""
        members = self._coined_members(said)
        if members:
            return [Span(said.at.start, members[0].end), *members[1:]]
        if said.thing:
            region = Span(said.at.start, said.lead.start)
        else:
            region = Span(min(said.lead.object_at, said.at.end), said.at.end)
        if len(region) < 4:
            return [said.at]
        parts = split(self.outline.text, region)
        if len(parts) == 1:
            return [said.at]
        return [Span(said.at.start, parts[0].end), *parts[1:-1], Span(parts[-1].start, said.at.end)]

    def _coined_members(self, said: Predicate, names: re.Pattern[str] = _COINED) -> list[Span]:
        first = bisect_left(self._names_at, said.at.start)
        last = bisect_left(self._names_at, said.at.end, first)
        for framework in self.frameworks[first:last]:
            members = [m.at for m in framework.members if said.at.holds(m.at)]
            if len(members) > 1 and names.search(framework.name) and members[-1].end <= framework.at.start:
                return members
        return []

    def _item(self, piece: Span, said: Predicate, clause: Clause, sentence: Sentence, project: Project | None) -> None:
        text, now = self.outline.text, self._now
        words = piece.of(text)
        mood = modality(text, said, words, clause.at, now.tense)
        amounts = self._measures_in(piece)
        judged = self._said(piece, said, mood, amounts)
        concrete = project is not None or is_concrete(judged)
        if project:
            project = self._as_its_whole(project, sentence)
            self.projects.append(project)
        made = Item(
            piece,
            kind(judged, mood, project),
            mood,
            concrete,
            said.lead.verb,
            judged.object,
            self._topics.of(piece, sentence.at, now.paragraph, now.headings),
            deadline=now.deadline,
            actor=in_charge(text, piece) or now.actor,
            stretch=self._strives(said),
            measures=amounts,
        )
        self.items.append(made)

    def _as_its_whole(self, project: Project, sentence: Sentence) -> Project:
        """The parts of a counted group (…48个，涉及产业类项目14个) stand where the whole stands."""
        before = self.projects[-1] if self.projects else None
        same = before and before.group and sentence.at.holds(before.at) and "项目" in project.name
        if before and same and project.group and project.stage == "unknown":
            return replace(project, stage=before.stage)
        return project

    def _strives(self, said: Predicate) -> bool:
        moods = labels("adverbs") if said.lead.adverbs else {}
        return any(moods.get(adverb) == "stretch" or adverb == "力争" for adverb in said.lead.adverbs)

    def _said(self, piece: Span, said: Predicate, mood: Modality, inside: tuple[int, ...]) -> Said:
        text = self.outline.text
        first = piece.start == said.at.start
        start = said.lead.object_at if first and not said.thing else piece.start
        object_ = text[min(start, piece.end) : piece.end]
        amounts = tuple(self.measures[i] for i in inside)
        return Said(
            piece.of(text),
            said.lead.verb,
            object_,
            amounts,
            said.thing,
            first,
            dated=self._now.dated,
            member=bool(self._coined_members(said, _PROGRAMMES)),
            planned=mood == "planned",
        )

    def _measures_in(self, piece: Span) -> tuple[int, ...]:
        first = bisect_left(self._amounts_at, piece.start)
        return tuple(range(first, bisect_left(self._amounts_at, piece.end, first)))

    def _owned(self, paragraph: Paragraph, first: int) -> None:
        """Owners printed in brackets answer for the items before them in the paragraph, or in the one before it."""
        for sentence in paragraph.sentences:
            printed = OWNED.match(self.outline.text, sentence.at.start)
            for aside in (sentence.at,) if printed else sentence.asides:
                owners = owners_in(self.outline.text, aside)
                if owners:
                    self._assign(owners, aside, first)

    def _assign(self, owners: Owners, aside: Span, first: int) -> None:
        begin = first if first < len(self.items) else self._before_paragraph(aside)
        for index in range(begin, len(self.items)):
            item = self.items[index]
            if item.at.start < aside.start:
                names = item.owners or tuple(name for name in (owners.lead, *owners.others) if name)
                lead = "" if item.owners else owners.lead
                self.items[index] = _with_owner(item, lead, names, self._deadline_of(owners) or item.deadline)

    def _before_paragraph(self, aside: Span) -> int:
        """The first item of the paragraph that stands before a bracket on a line of its own."""
        paragraphs = self.outline.paragraphs
        index = bisect_left(paragraphs, aside.start, key=lambda p: p.at.end) - 1
        while index > 0 and OWNED.match(self.outline.text, paragraphs[index].at.start):
            index -= 1
        if index < 0:
            return len(self.items)
        return bisect_left(self.items, self.outline.paragraphs[index].at.start, key=lambda item: item.at.start)

    def _deadline_of(self, owners: Owners) -> Deadline | None:
        return self._deadline_in(owners.until) if owners.until else None


def _with_owner(item: Item, actor: str, owners: tuple[str, ...], deadline: Deadline | None) -> Item:
    return Item(
        item.at,
        item.kind,
        item.modality,
        item.concrete,
        item.verb,
        item.object,
        item.topic,
        deadline,
        actor or item.actor,
        item.stretch,
        item.measures,
        owners,
        item.parent,
    )


__all__ = ["Commitments", "Modality"]
