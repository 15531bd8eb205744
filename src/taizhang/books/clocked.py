"""时限的形状：期限、提醒、梯子，台账和方案里写法一样。The shape of clocks, wherever they are said."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from taizhang.ledger.book import Deadline, Step, Term

Kind = Literal["calendar", "working"]
Day = Annotated[int, Field(ge=0, le=3660)]


STRICT = ConfigDict(extra="forbid", strict=True, frozen=True)
"""Unknown keys and values of another type are errors."""


class _Strict(BaseModel):
    model_config = STRICT


class LabelShape(_Strict):
    """A name in both languages."""

    zh: str = Field(min_length=1)
    en: str = Field(min_length=1)


class TermShape(_Strict):
    """How long a stage takes; 0 is the same day."""

    days: Day
    calendar: Kind

    def value(self) -> Term:
        return Term(self.days, self.calendar)


class DeadlineShape(_Strict):
    """Reminders of the due date."""

    remind: list[Day] = []
    overdue: list[Day] = []
    calendar: Kind

    def value(self) -> Deadline:
        return Deadline(tuple(self.remind), tuple(self.overdue), self.calendar)


class StepShape(_Strict):
    """A rung without a calendar is an error."""

    step: Literal["urge", "remind", "supervise", "summon", "bulletin"]
    after: Day
    calendar: Kind

    def value(self) -> Step:
        return Step(self.step, self.after, self.calendar)
