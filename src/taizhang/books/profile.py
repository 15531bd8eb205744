"""时限方案：“13710”、一般县，各是一个文件。Profiles of clocks, a file each; a county may put its own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path

from pydantic import BaseModel, Field, ValidationError

from taizhang.books.clocked import STRICT, Day, DeadlineShape, LabelShape, StepShape, TermShape
from taizhang.books.fault import BookInvalid, Fault
from taizhang.books.faulty import misshapen
from taizhang.books.marked import Marked, parse
from taizhang.ledger.book import STEPS, Deadline, Label, Step, Term


@dataclass(frozen=True, slots=True)
class Profile:
    """Numbers that books share; ``text`` is the file they came from, for its digest."""

    name: str
    label: Label
    terms: Mapping[str, Term]
    remind: tuple[int, ...]
    overdue: tuple[int, ...]
    deadline: Deadline
    ladder: tuple[Step, ...]
    text: str


class ProfileShape(BaseModel):
    """The whole file."""

    model_config = STRICT

    profile: str = Field(pattern=r"^[a-z0-9_]{2,30}$")
    label: LabelShape
    terms: dict[str, TermShape] = Field(min_length=1)
    remind: list[Day] = []
    overdue: list[Day] = []
    deadline: DeadlineShape
    ladder: list[StepShape] = []


def read_profile(text: str, file: str) -> Profile:
    """One profile from the text of its file; raises :class:`BookInvalid`."""
    marked = parse(text, file)
    try:
        found = ProfileShape.model_validate(marked.value)
    except ValidationError as error:
        raise BookInvalid(file, misshapen(marked, error)) from error
    wrong = climbing(marked, found.ladder)
    if wrong:
        raise BookInvalid(file, wrong)
    return Profile(
        name=found.profile,
        label=Label(found.label.zh, found.label.en),
        terms={name: term.value() for name, term in found.terms.items()},
        remind=tuple(found.remind),
        overdue=tuple(found.overdue),
        deadline=found.deadline.value(),
        ladder=tuple(step.value() for step in found.ladder),
        text=text,
    )


def climbing(marked: Marked, ladder: list[StepShape]) -> tuple[Fault, ...]:
    """A ladder goes up: each rung once, in the order of 催办、提醒函、督办函、约谈、通报."""
    heights = [STEPS.index(rung.step) for rung in ladder]
    cure = "梯子要由低到高，每级一次：{order}。The ladder goes up, each rung once."
    return tuple(
        Fault("ladder", marked.line("ladder", index), cure.format(order=" → ".join(STEPS)))
        for index in range(1, len(heights))
        if heights[index] <= heights[index - 1]
    )


def profiles(folder: Path | None = None) -> dict[str, Profile]:
    """All profiles by name; a file in ``folder`` adds one, or replaces the shipped one of the same name."""
    found = dict(_shipped())
    for path in sorted(folder.glob("*.yaml")) if folder and folder.is_dir() else ():
        one = read_profile(path.read_text("utf-8"), path.name)
        found[one.name] = one
    return found


@cache
def _shipped() -> dict[str, Profile]:
    here = (f for f in (files("taizhang.books") / "profiles").iterdir() if f.name.endswith(".yaml"))
    found = (read_profile(f.read_text("utf-8"), f.name) for f in sorted(here, key=lambda f: f.name))
    return {one.name: one for one in found}
