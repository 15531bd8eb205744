"""单个文件的网页（.mht）：取出里面那一页。A page saved as one file: the HTML part inside is read."""

from __future__ import annotations

from dataclasses import replace
from email import message_from_bytes, policy
from email.errors import MessageError

from taizhang.formats.encoding import decoded
from taizhang.formats.html import read_page
from taizhang.formats.limits import Limits
from taizhang.formats.refusals import Unreadable
from taizhang.formats.source import Source


def read_mhtml(content: bytes, name: str, limits: Limits) -> Source:
    """Raises Unreadable: damaged, undecodable, empty."""
    try:
        message = message_from_bytes(content, policy=policy.compat32)
        pages = [part for part in message.walk() if part.get_content_type() == "text/html"]
        page = pages[0].get_payload(decode=True)
        charset = pages[0].get_content_charset("")
    except (MessageError, IndexError, LookupError, ValueError, AttributeError, RecursionError) as error:
        raise Unreadable("damaged", media="mhtml") from error
    if not isinstance(page, bytes) or not page.strip():
        raise Unreadable("empty")
    return replace(read_page(decoded(page, str(charset)).text, content, name, limits), media="html")
