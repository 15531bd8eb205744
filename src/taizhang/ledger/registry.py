"""登记也记账：单位、任职、角色、规矩、文件、封账。The registry is journalled too, so a past board keeps its own rules.

Facts about units, posts, roles, books, documents and seals, in the same envelope as the facts of entries. Their streams
carry a colon (``unit:nyj``, ``user:zhang``); an entry's never does. No name of a person stands in them: ``person``
is the salted digest under which ``store.persons`` keeps it (DESIGN, "Persons and secrets").
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class UnitNamed:
    """A unit exists under this name from the posting's effective day on; ``until`` is its last day."""

    code: str
    name: str
    short: str
    kind: str
    parent: str = ""
    order: int = 0
    until: date | None = None


@dataclass(frozen=True, slots=True)
class UserPosted:
    """A person took up a post in a unit; ``active`` is false once the log-in is closed."""

    user: str
    unit: str
    post: str = ""
    person: str = ""
    active: bool = True


@dataclass(frozen=True, slots=True)
class RoleGranted:
    """A role held from ``since`` to ``until``, both included."""

    user: str
    role: str
    since: date
    until: date | None = None


@dataclass(frozen=True, slots=True)
class RoleEnded:
    """The last day of a role that was held."""

    user: str
    role: str
    until: date


@dataclass(frozen=True, slots=True)
class BookAdopted:
    """The rules of a book in force from the effective day: its edition and the digest of its text."""

    book: str
    edition: int
    digest: str


@dataclass(frozen=True, slots=True)
class ProfileAdopted:
    """The numbers of a profile (clocks, reminders, ladder) in force from the effective day: the digest of its text."""

    profile: str
    digest: str


@dataclass(frozen=True, slots=True)
class CalendarAdopted:
    """A year's days off and weekends worked, as the notice gives them; ``digest`` is that of the file they came from.

    The days stand in the fact itself: a past board keeps its calendar, whatever becomes of the file.
    """

    year: int
    digest: str
    announced: bool
    notice: str = ""
    off: tuple[date, ...] = ()
    work: tuple[date, ...] = ()


@dataclass(frozen=True, slots=True)
class DocumentTaken:
    """A document was taken in: SHA-256 of the file, and of the extraction every anchor points into."""

    document: str
    file: str
    extraction: str
    size: int
    media: str


@dataclass(frozen=True, slots=True)
class Sealed:
    """封账: the journal's head before this posting, and the Merkle root over the ``entries`` accounts as they stood."""

    number: int
    head: str
    root: str
    entries: int


RegistryFact = (
    UnitNamed
    | UserPosted
    | RoleGranted
    | RoleEnded
    | BookAdopted
    | ProfileAdopted
    | CalendarAdopted
    | DocumentTaken
    | Sealed
)


def is_registry(stream: str) -> bool:
    """Whether a stream is one of the registry's rather than an entry's."""
    return ":" in stream
