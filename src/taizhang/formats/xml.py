"""XML：不认实体，不上网，不许无限大。XML parts parsed without entities, network or unbounded trees."""

from __future__ import annotations

from lxml import etree

from taizhang.formats.refusals import Unreadable


def parse(part: bytes, media: str) -> etree._Element:
    """The root of one part of an office file. Raises Unreadable: doctype, damaged."""
    if b"<!DOCTYPE" in part[:4096] or "<!DOCTYPE".encode("utf-16-le") in part[:4096]:
        raise Unreadable("doctype")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False, load_dtd=False)
    try:
        root = etree.fromstring(part, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise Unreadable("damaged", media=media) from error
    if root is None or root.getroottree().docinfo.doctype:
        raise Unreadable("doctype")
    return root
