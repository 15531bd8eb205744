"""台账文件的形状：有哪些键、什么类型，其余一概不认。The shape of a book's file; unknown keys are errors."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, Field, ValidationError

from taizhang.books.clocked import STRICT, Day, DeadlineShape, Kind, LabelShape, StepShape
from taizhang.books.fault import Fault
from taizhang.books.faulty import misshapen
from taizhang.books.marked import Marked
from taizhang.ledger.book import ACTS, NEEDS, NOT_BY, ROLES

Name = str


class _Strict(BaseModel):
    model_config = STRICT


class StateShape(_Strict):
    """One state."""

    account: Literal["open", "deliver", "verify", "close", "end"]
    label: LabelShape


class ActShape(_Strict):
    """One act."""

    label: LabelShape
    moves: dict[Name, Name] = {}
    roles: list[str] = Field(min_length=1)
    needs: list[str] = []
    not_by: list[str] = []


class LightShape(_Strict):
    """Thresholds; see ledger.book.LightRules."""

    amber: int = Field(-10, le=0, ge=-100)
    red: int = Field(-30, le=0, ge=-100)
    window: int = Field(10, ge=0)
    notice: int = Field(15, ge=0)
    hard: int = Field(30, ge=0)


class LimitShape(_Strict):
    """Numbers a county may change; see ledger.book.Limits."""

    extensions: int = Field(2, ge=0)
    objection: int = Field(30, ge=0)
    review: int = Field(30, ge=0)
    look_back_from: int = Field(90, ge=0)
    look_back_to: int = Field(180, ge=0)
    sampled: int = Field(20, ge=0, le=100)


class ClockShape(_Strict):
    """``term`` names a stage of the profile; without it days and calendar are said here."""

    state: Name
    act: Name
    label: LabelShape
    term: str = ""
    days: Day | None = None
    calendar: Kind | None = None
    since: Name = ""
    remind: list[Day] | None = None
    overdue: list[Day] | None = None


class FieldShape(_Strict):
    """A descriptive field."""

    label: LabelShape
    type: Literal["text", "date", "quantity", "choice", "unit", "person"]
    required: bool = False
    choices: list[str] = []
    masked: bool = False


class BookShape(_Strict):
    """The whole file."""

    book: str = Field(pattern=r"^[a-z][a-z_]{1,30}$")
    edition: int = Field(ge=1)
    label: LabelShape
    purpose: LabelShape
    states: dict[Name, StateShape] = Field(min_length=2)
    start: Name
    acts: dict[Name, ActShape] = Field(min_length=1)
    fields: dict[Name, FieldShape] = {}
    lights: LightShape = Field(default_factory=lambda: LightShape.model_validate({}))
    profile: str = ""
    clocks: list[ClockShape] = []
    limits: LimitShape = Field(default_factory=lambda: LimitShape.model_validate({}))
    proposal: Name = ""
    deadline: DeadlineShape | None = None
    ladder: list[StepShape] | None = None
    grades: list[str] = []
    stages: dict[Name, LabelShape] = {}


VOCABULARY = {"roles": ROLES, "needs": NEEDS, "not_by": NOT_BY}


def shape(marked: Marked) -> tuple[BookShape | None, tuple[Fault, ...]]:
    """Check the file's shape; either it is whole, or the faults say what is not."""
    try:
        found = BookShape.model_validate(marked.value)
    except ValidationError as error:
        return None, misshapen(marked, error)
    faults = tuple(_strange_words(marked, found))
    return (None if faults else found), faults


def _strange_words(marked: Marked, found: BookShape) -> list[Fault]:
    faults = [
        Fault(
            "unknown_act",
            marked.line("acts", act),
            f"没有“{act}”这个动作。Unknown act. 可用 use: {' '.join(sorted(ACTS))}",
        )
        for act in found.acts
        if act not in ACTS
    ]
    for name, act in found.acts.items():
        for key, known in VOCABULARY.items():
            strange = [word for word in getattr(act, key) if word not in known]
            cure = f"“{key}”里不认得 {'、'.join(strange)}。Unknown word. 可用 use: {' '.join(sorted(known))}"
            faults += [Fault("unknown_word", marked.line("acts", name, key), cure)] if strange else []
    return faults
