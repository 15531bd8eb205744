"""收文：一份文件进来，读好，留成待定的条目。Take a document in: keep it, read it, leave drafts for a person to decide.

What is marked 绝密, 机密 or 秘密 is refused and nothing of it is kept (DOMAIN §1.2: classified matters are strictly
excluded); 内部 and personal numbers are warned of.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Final

from django.conf import settings

from taizhang.formats.door import open_document
from taizhang.formats.limits import Limits
from taizhang.formats.source import Source
from taizhang.ledger.registry import DocumentTaken
from taizhang.ledger.requests import Actor
from taizhang.operations.leftovers import checks, left
from taizhang.operations.proposals import proposals
from taizhang.operations.unit_names import matcher
from taizhang.reading.read import read
from taizhang.reading.reading import Reading
from taizhang.reading.secrecy import mark
from taizhang.reading.sheet import understand_all
from taizhang.store import drafts, files, journal, registry
from taizhang.store.drafts import Document
from taizhang.text.personal import personal_numbers

SHEETS = ("xlsx", "csv")


CODES: Final = {
    "intake.not_office": (),
    "intake.classified": ("printed",),
    "intake.again": ("document",),
    "intake.nothing": (),  # no draft was chosen
    "intake.nothing_given": (),  # chosen, but nothing to fill in
    "intake.too_few": (),  # one alone cannot be merged
    "intake.merge_target": ("title",),
    "intake.incomplete": ("count", "title"),
    "intake.not_accepted": ("title",),  # discarded or merged in the meantime
    "intake.opened": (),
    "intake.changed": ("who", "at"),
    "intake.gone": (),
    "intake.no_rows": (),
    "intake.no_sheet": (),
}
"""Every refusal of the intake operations with the parameters of its sentence."""


class IntakeRefused(Exception):
    """Not taken in, or not decided; nothing changed. ``CODES`` are all there are."""

    def __init__(self, code: str, **params: str | int) -> None:
        super().__init__(code)
        self.code = code
        self.params = params


@dataclass(frozen=True, slots=True)
class Taken:
    """The document's id, and whether it is a sheet whose columns want confirming first."""

    document: str
    sheet: bool


def take_in(*, data: bytes, name: str, by: Actor, at: datetime) -> Taken:
    """Take one document in.

    Raises:
        IntakeRefused: ``intake.not_office``, ``intake.classified``, ``intake.again`` (params: document).
        formats.refusals.Unreadable: the bytes are no document that can be read, or a sheet without a header.
        store.files.FileRefused: empty or too large.
    """
    only_office(by)
    refuse_again(hashlib.sha256(data).hexdigest())
    source = open_document(data, name, limits=Limits(upload=int(str(settings.TAIZHANG["upload_limit"]))))
    refuse_classified(f"{name}\n{source.text}")
    sheet = source.media in SHEETS
    titles = [page.title for page in understand_all(source)] if sheet else []
    reading = read(source, today=at.date())
    refuse_classified(reading.text)
    found = [] if sheet else proposals(reading, units_of=matcher())
    with journal.writing():
        refuse_again(source.digest)
        document = _document(source, reading, len(data), at=at)
        key = drafts.keep(_of_sheet(document, titles) if sheet else document, found, user=by.user)
        fact = DocumentTaken(key, source.digest, source.extraction, len(data), source.media)
        registry.record(f"document:{key}", fact, by=by, at=at)
        # 原件最后落盘，前面哪一步不成都不会留下它 the file last: nothing before it can fail and leave it behind
        files.keep([data], name=name, media=source.media, at=at)
    return Taken(key, sheet)


def refuse_again(digest: str) -> None:
    """Raise ``intake.again`` where the same bytes were taken in before."""
    again = drafts.same_file(digest)
    if again:
        raise IntakeRefused("intake.again", document=again)


def only_office(by: Actor) -> None:
    """收文由督查室办. Only the supervision office works the intake desk."""
    if "office" not in by.roles:
        raise IntakeRefused("intake.not_office")


def refuse_classified(text: str) -> None:
    """Raise ``intake.classified`` where a text carries a mark of state secrets."""
    found = mark(text)
    if found and found.level == "classified":
        raise IntakeRefused("intake.classified", printed=found.printed)


def _of_sheet(document: Document, titles: list[str]) -> Document:
    """A sheet is called what stands above its first table, or by its file's name; all of it is its body."""
    title = next(filter(None, titles), "") or document.name.rsplit(".", 1)[0]
    meta = {**document.meta, "body": [0, len(document.repaired)], "loose": []}
    return replace(document, title=title[:500], genre="sheet", meta=meta)


def _document(source: Source, reading: Reading, size: int, *, at: datetime) -> Document:
    meta = reading.meta
    title = meta.title.of(reading.text).strip() if meta.title else ""
    return Document(
        title=(title or source.title or source.name.rsplit(".", 1)[0])[:500],
        file=source.digest,
        name=source.name[:300],
        media=source.media,
        size=size,
        extraction=source.text,
        extraction_digest=source.extraction,
        repaired=reading.text,
        edits=[[e.span.start, e.span.end, e.new, e.cause, e.guess] for e in reading.repaired.edits.items],
        doc_number=_number(reading),
        issuer=(meta.outlet.of(reading.text) if meta.outlet else source.outlet)[:200],
        date=meta.published or source.published[:10],
        meta=_meta(source, reading),
        warnings=_warnings(source, reading),
        uploaded_at=at,
    )


_NUMBER = re.compile(
    r"^[ 　]*([\u4e00-\u9fff]{1,12}[〔\[【（(](?:19|20)\d\d[〕\]】）)][ 　]?(?:第[ 　]?)?\d{1,4}[ 　]?号)[ 　]*$", re.M
)
"""发文字号 stands on a line of its own above the body (GB/T 9704—2012 §7.2.5)."""


def _number(reading: Reading) -> str:
    found = _NUMBER.search(reading.text, 0, reading.meta.body.start)
    return "".join(found.group(1).split()) if found else ""


def _meta(source: Source, reading: Reading) -> dict[str, Any]:
    meta = reading.meta
    return {
        "place": meta.place,
        "speaker": meta.speaker,
        "role": meta.role,
        "year": meta.year,
        "year_basis": meta.year_basis,
        "body": [meta.body.start, meta.body.end],
        "pages": source.pages,
        "left": left(reading),
        "checks": checks(reading),
        "loose": [_loose(reading, index) for index in _loose_measures(reading)],
    }


def _loose_measures(reading: Reading) -> list[int]:
    """Measures outside every item and project: highlighted, not proposed."""
    held = [*(item.at for item in reading.items), *(project.at for project in reading.projects)]
    return [
        i for i, m in enumerate(reading.measures) if m.role != "target" and not any(at.overlaps(m.at) for at in held)
    ]


def _loose(reading: Reading, index: int) -> list[int]:
    at = reading.measures[index].at
    return [at.start, at.end]


def _warnings(source: Source, reading: Reading) -> list[list[Any]]:
    """Codes with parameters for the desk to say: notes of the format, 内部, personal numbers."""
    found: list[list[Any]] = [[note.code, dict(note.params)] for note in source.notes]
    internal = mark(source.text)
    if internal and internal.level == "internal":
        found.append(["internal", {"printed": internal.printed}])
    personal = len(personal_numbers(reading.text))
    if personal:
        found.append(["personal", {"count": personal}])
    return found
