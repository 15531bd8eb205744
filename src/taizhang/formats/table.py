"""CSV：一张表。CSV: one table, the delimiter told from the first lines."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from io import StringIO

from taizhang.formats.encoding import decoded, notes
from taizhang.formats.extraction import Extraction, Written
from taizhang.formats.limits import Limits
from taizhang.formats.refusals import Unreadable
from taizhang.formats.source import Source

_DELIMITERS = ",\t;，"
_PLACE = "表1"


def read_csv(content: bytes, name: str, limits: Limits) -> Source:
    """Raises Unreadable: undecodable, damaged, too_long, no_table."""
    told = decoded(content)
    text = told.text
    out = Extraction(limits)
    try:
        out.table(_cells(text), "", _PLACE)
    except csv.Error as error:
        raise Unreadable("damaged", media="csv") from error
    if not out.tables:
        raise Unreadable("no_table")
    out.notes += notes(told)
    return out.source(content, name, "csv")


def _cells(text: str) -> Iterator[Written]:
    for r, row in enumerate(csv.reader(StringIO(text, newline=""), delimiter=_delimiter(text))):
        for c, value in enumerate(row):
            if value.strip():
                yield Written(r, c, value.strip())


def _delimiter(text: str) -> str:
    """The sign that parts the first lines most often."""
    head = "\n".join(text.splitlines()[:20])
    return max(_DELIMITERS, key=head.count)
