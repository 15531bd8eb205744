"""读不了的文件：说清是哪一种、因为什么。A file that cannot be read: which kind of trouble, and its particulars.

Desks translate the codes; every code says enough for a sentence that tells the user what to do.

=================== ============================== ==========================================================
code                params                         meaning
=================== ============================== ==========================================================
empty               –                              no bytes at all, or no word in them
too_large           size, limit (MB)               the file is larger than the limit; nothing of it was parsed
bomb                limit (MB)                     a compressed file that unpacks beyond the limits
encrypted           media                          protected by a password
not_what_it_says    claimed, found                 the content is another format than the name says
damaged             media                          begins like the format, but cannot be parsed
undecodable         –                              text in no known encoding, or no text at all
scan                pages                          pictures of pages, without a text layer
no_table            –                              a sheet file without one filled cell
no_header           sheet                          no row that could be a header (``reading.sheet``)
too_long            what, limit                    more pages, cells or characters than the limits allow
doctype             –                              an office file with an XML document type (entity trick)
archive             –                              a ZIP of several documents where one document was asked for
nested              member                         an archive inside an archive
unsupported         found                          a format that Taizhang does not read
no_office           found                          needs LibreOffice, which is not installed here
office_failed       found                          LibreOffice could not convert the file in time
=================== ============================== ==========================================================
"""

from __future__ import annotations

from typing import Final

CODES: Final = frozenset(
    {
        "empty",
        "too_large",
        "bomb",
        "encrypted",
        "not_what_it_says",
        "damaged",
        "undecodable",
        "scan",
        "no_table",
        "no_header",
        "too_long",
        "doctype",
        "archive",
        "nested",
        "unsupported",
        "no_office",
        "office_failed",
    }
)


class Unreadable(Exception):
    """The only exception that leaves this room: a code of the table above with its parameters."""

    def __init__(self, code: str, **params: str | int) -> None:
        if code not in CODES:
            raise ValueError(f"unknown refusal code: {code}")
        super().__init__(code, params)
        self.code = code
        self.params = params

    def __reduce__(self) -> tuple[object, ...]:
        # 跨进程传递要带上参数 crosses process borders with its parameters
        return (_again, (self.code, self.params))


def _again(code: str, params: dict[str, str | int]) -> Unreadable:
    return Unreadable(code, **params)
